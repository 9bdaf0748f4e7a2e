#include "vouch-page-reader.h"

/* The data of a task that reads. */
typedef struct
{
  VouchJob job;
  gpointer data;
  GDestroyNotify free_data;
  GDestroyNotify free_result;
} Order;

struct _VouchPageReader
{
  VouchStation *station;
  GAsyncQueue *tasks; /* GTask; the reader itself ends the thread */
  GThread *thread;
};

static void
order_free (gpointer data)
{
  Order *self = data;

  if (self->free_data != NULL)
    self->free_data (self->data);
  g_free (self);
}

static void
read_for_task (VouchPageReader *self, GTask *task)
{
  Order *order = g_task_get_task_data (task);
  GError *error = NULL;
  gpointer result;

  if (g_task_return_error_if_cancelled (task))
    return;
  result = vouch_station_read (self->station, order->job, order->data, &error);
  if (result != NULL)
    g_task_return_pointer (task, result, order->free_result);
  else if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, NULL, NULL);
}

static gpointer
read_in_order (gpointer data)
{
  VouchPageReader *self = data;
  gpointer task;

  while ((task = g_async_queue_pop (self->tasks)) != self)
    {
      read_for_task (self, task);
      g_object_unref (task);
    }
  return NULL;
}

/**
 * vouch_page_reader_new:
 * @station: the station; outlives the reader
 *
 * Returns: (transfer full): a reader that waits for tasks
 */
VouchPageReader *
vouch_page_reader_new (VouchStation *station)
{
  VouchPageReader *self = g_new0 (VouchPageReader, 1);

  self->station = station;
  self->tasks = g_async_queue_new ();
  self->thread = g_thread_new ("vouch-pages", read_in_order, self);
  return self;
}

/**
 * vouch_page_reader_free:
 * @self: (nullable) (transfer full): a reader
 *
 * Reads what is asked for already, and ends the thread.
 */
void
vouch_page_reader_free (VouchPageReader *self)
{
  if (self == NULL)
    return;
  g_async_queue_push (self->tasks, self);
  g_thread_join (self->thread);
  g_async_queue_unref (self->tasks);
  g_free (self);
}

/**
 * vouch_page_reader_read:
 * @self: a reader
 * @task: (transfer full): returns what was read; cancelled, it returns without reading
 * @job: what to read
 * @data: (transfer full): handed to @job
 * @free_data: (nullable): frees @data
 * @free_result: (nullable): frees a result that nobody takes
 */
void
vouch_page_reader_read (VouchPageReader *self, GTask *task, VouchJob job, gpointer data, GDestroyNotify free_data,
                        GDestroyNotify free_result)
{
  Order *order = g_new0 (Order, 1);

  *order = (Order){ job, data, free_data, free_result };
  g_task_set_task_data (task, order, order_free);
  g_async_queue_push (self->tasks, task);
}
