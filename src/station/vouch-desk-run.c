/* What a page asks of the desk and is answered later. */
#include "vouch-desk-private.h"

/* The data of a GTask that runs a use case. */
typedef struct
{
  const VouchUseCase *use_case;
  gpointer request;
} RunOrder;

static void
free_run_order (gpointer data)
{
  RunOrder *order = data;

  vouch_record_free (order->use_case->request, order->request);
  g_free (order);
}

static void
run_use_case (VouchDesk *self, gpointer data)
{
  GTask *task = data;
  RunOrder *order = g_task_get_task_data (task);
  VouchActor *actor = vouch_session_get_actor (self->session);
  g_autoptr (VouchActor) station = actor == NULL ? vouch_actor_new_station () : NULL;
  const char *key =
      vouch_run_key_choose (self->key, order->use_case, actor != NULL ? vouch_actor_get_user_id (actor) : 0,
                            order->request, vouch_clock_now (vouch_station_get_clock (self->station)));
  GError *error = NULL;
  gpointer answer =
      vouch_use_case_run (order->use_case, self->station, actor != NULL ? actor : station, key, order->request, &error);

  vouch_run_key_settle (self->key, error);
  if (answer != NULL)
    g_task_return_pointer (task, answer, NULL);
  else
    g_task_return_error (task, error);
}

/* The data of a GTask that works. */
typedef struct
{
  VouchDeskWork work;
  gpointer data;
  GDestroyNotify free_data;
  GDestroyNotify free_result;
} WorkOrder;

static void
free_work_order (gpointer data)
{
  WorkOrder *order = data;

  if (order->free_data != NULL)
    order->free_data (order->data);
  g_free (order);
}

static void
work (VouchDesk *self, gpointer data)
{
  GTask *task = data;
  WorkOrder *order = g_task_get_task_data (task);
  VouchActor *actor = vouch_session_get_actor (self->session);
  g_autoptr (VouchActor) station = actor == NULL ? vouch_actor_new_station () : NULL;
  GError *error = NULL;
  gpointer result = order->work (self->station, actor != NULL ? actor : station, order->data, &error);

  if (result != NULL)
    g_task_return_pointer (task, result, order->free_result);
  else
    g_task_return_error (task, error);
}

/**
 * vouch_desk_run_async:
 * @self: a desk
 * @use_case: what to do
 * @request: (transfer full): its request
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Runs a use case as whoever is signed in; as the station itself while nobody is.
 */
void
vouch_desk_run_async (VouchDesk *self, const VouchUseCase *use_case, gpointer request, GAsyncReadyCallback callback,
                      gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  RunOrder *order = g_new0 (RunOrder, 1);

  order->use_case = use_case;
  order->request = request;
  g_task_set_source_tag (task, vouch_desk_run_async);
  g_task_set_task_data (task, order, free_run_order);
  vouch_desk_order (self, run_use_case, task, g_object_unref);
}

gpointer
vouch_desk_run_finish (VouchDesk *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * vouch_desk_work_async:
 * @self: a desk
 * @func: what to do; a result of %NULL is an error
 * @data: (transfer full): handed to @func
 * @free_data: (nullable): frees @data
 * @free_result: (nullable): frees a result that nobody takes
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Does what is more than one use case as whoever is signed in; scans wait until it is done.
 */
void
vouch_desk_work_async (VouchDesk *self, VouchDeskWork func, gpointer data, GDestroyNotify free_data,
                       GDestroyNotify free_result, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  WorkOrder *order = g_new0 (WorkOrder, 1);

  *order = (WorkOrder){ func, data, free_data, free_result };
  g_task_set_source_tag (task, vouch_desk_work_async);
  g_task_set_task_data (task, order, free_work_order);
  vouch_desk_order (self, work, task, g_object_unref);
}

gpointer
vouch_desk_work_finish (VouchDesk *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * vouch_desk_read_async:
 * @self: a desk
 * @job: what to read
 * @data: (transfer full): handed to @job
 * @free_data: (nullable): frees @data
 * @free_result: (nullable): frees a result that nobody takes
 * @cancellable: (nullable): the page's
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Reads on a thread of its own, beside what the desk does.
 */
void
vouch_desk_read_async (VouchDesk *self, VouchJob job, gpointer data, GDestroyNotify free_data,
                       GDestroyNotify free_result, GCancellable *cancellable, GAsyncReadyCallback callback,
                       gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (self->reader != NULL);

  g_task_set_source_tag (task, vouch_desk_read_async);
  vouch_page_reader_read (self->reader, task, job, data, free_data, free_result);
}

gpointer
vouch_desk_read_finish (VouchDesk *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
