#include "vouch-desk.h"

#include <glib/gi18n-lib.h>

#include "vouch-courier.h"
#include "vouch-page-reader.h"
#include "vouch-picture-file.h"
#include "vouch-run-key.h"

/* What the desk's thread is told to do. */
typedef enum
{
  TASK_SCAN,
  TASK_COMMAND,
  TASK_TYPE,
  TASK_PHOTO,
  TASK_REFUSE,
  TASK_SETTINGS,
  TASK_OPEN_LOT,
  TASK_RESUME,
  TASK_REFRESH,
  TASK_RUN,
  TASK_WORK,
  TASK_STOP,
} TaskKind;

typedef struct
{
  TaskKind kind;
  VouchScan *scan;
  VouchCommand command;
  int argument;
  char *text;
  char *word;                    /* of TASK_REFUSE */
  VouchSessionSettings settings; /* of TASK_SETTINGS; its texts are the two above */
  gint64 lot_id;
  GTask *task; /* of TASK_RUN and TASK_WORK */
} DeskTask;

/* The data of a GTask that runs a use case. */
typedef struct
{
  const VouchUseCase *use_case;
  gpointer request;
} RunOrder;

struct _VouchDesk
{
  GObject parent_instance;

  VouchStation *station;
  VouchSession *session; /* the desk thread's */
  VouchCourier *courier;
  VouchRunKey *key; /* the desk thread's, too */
  GAsyncQueue *tasks;
  guint64 look_us; /* how often to look around while nothing is done */
  GThread *thread;
  VouchPageReader *reader;
  GMainContext *context;

  GMutex lock; /* of what follows */
  VouchDeskState *state;
  VouchActor *actor;
  gboolean is_announced; /* a "changed" is on its way */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VouchDesk, vouch_desk, G_TYPE_OBJECT)

static void
free_task (DeskTask *task)
{
  vouch_scan_free (task->scan);
  g_free (task->text);
  g_free (task->word);
  g_clear_object (&task->task);
  g_free (task);
}

static void
free_run_order (gpointer data)
{
  RunOrder *order = data;

  vouch_record_free (order->use_case->request, order->request);
  g_free (order);
}

static gboolean
announce_cb (gpointer data)
{
  VouchDesk *self = data;

  g_mutex_lock (&self->lock);
  self->is_announced = FALSE;
  g_mutex_unlock (&self->lock);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return G_SOURCE_REMOVE;
}

/* Always from the main context's own thread: g_main_context_invoke() would emit from this one whenever no loop happens
 * to run. */
static void
announce_later (VouchDesk *self)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, announce_cb, g_object_ref (self), g_object_unref);
  g_source_attach (source, self->context);
}

static void
publish_state (VouchDesk *self)
{
  VouchDeskState *state = vouch_session_dup_state (self->session);
  VouchActor *actor = vouch_session_get_actor (self->session);
  gboolean announce;

  g_mutex_lock (&self->lock);
  vouch_desk_state_unref (self->state);
  self->state = state;
  g_clear_pointer (&self->actor, vouch_actor_unref);
  self->actor = actor != NULL ? vouch_actor_ref (actor) : NULL;
  announce = !self->is_announced;
  self->is_announced = TRUE;
  g_mutex_unlock (&self->lock);
  if (announce)
    announce_later (self);
}

static void
run_use_case (VouchDesk *self, GTask *task)
{
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
work_for_task (VouchDesk *self, GTask *task)
{
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

static void
take_photo (VouchDesk *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) file = vouch_picture_file_load (path, &error);

  if (file != NULL)
    vouch_session_take_photo (self->session, file, path);
  else
    vouch_session_refuse (self->session, _ ("No photo"), error->message);
}

static void
do_task (VouchDesk *self, DeskTask *task)
{
  switch (task->kind)
    {
    case TASK_SCAN:
      vouch_session_scan (self->session, task->scan);
      break;
    case TASK_COMMAND:
      vouch_session_command (self->session, task->command, task->argument);
      break;
    case TASK_TYPE:
      vouch_session_type (self->session, task->text);
      break;
    case TASK_REFUSE:
      vouch_session_refuse (self->session, task->word, task->text);
      break;
    case TASK_SETTINGS:
      vouch_session_set_settings (self->session, &task->settings);
      break;
    case TASK_PHOTO:
      take_photo (self, task->text);
      break;
    case TASK_OPEN_LOT:
      vouch_session_open_lot (self->session, task->lot_id);
      break;
    case TASK_RESUME:
      vouch_session_resume (self->session, task->lot_id);
      break;
    case TASK_WORK:
      work_for_task (self, task->task);
      break;
    case TASK_RUN:
      run_use_case (self, task->task);
      break;
    case TASK_REFRESH:
    case TASK_STOP:
    default:
      break;
    }
}

/* Nobody has done anything for a while: is the ground still the same? */
static void
look_around (VouchDesk *self)
{
  g_autofree char *message = NULL;
  g_autoptr (VouchDeskState) state = vouch_desk_get_state (self);

  if (vouch_condition_look (self->station, &message) != state->condition ||
      g_strcmp0 (message, state->condition_message) != 0)
    publish_state (self);
}

static gpointer
work (gpointer data)
{
  VouchDesk *self = data;

  for (;;)
    {
      DeskTask *task = g_async_queue_timeout_pop (self->tasks, self->look_us);
      TaskKind kind;

      if (task == NULL)
        {
          look_around (self);
          continue;
        }
      kind = task->kind;
      do_task (self, task);
      free_task (task);
      if (kind == TASK_STOP)
        return NULL;
      publish_state (self);
      vouch_courier_poke (self->courier);
    }
}

static void
push (VouchDesk *self, const DeskTask *task)
{
  g_return_if_fail (self->thread != NULL);

  g_async_queue_push (self->tasks, g_memdup2 (task, sizeof *task));
}

static void
vouch_desk_finalize (GObject *object)
{
  VouchDesk *self = VOUCH_DESK (object);

  g_warn_if_fail (self->thread == NULL);
  g_clear_pointer (&self->state, vouch_desk_state_unref);
  g_clear_pointer (&self->actor, vouch_actor_unref);
  g_clear_pointer (&self->tasks, g_async_queue_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_mutex_clear (&self->lock);
  G_OBJECT_CLASS (vouch_desk_parent_class)->finalize (object);
}

static void
vouch_desk_class_init (VouchDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vouch_desk_finalize;
  signals[SIGNAL_CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
vouch_desk_init (VouchDesk *self)
{
  self->tasks = g_async_queue_new ();
  self->context = g_main_context_ref_thread_default ();
  g_mutex_init (&self->lock);
}

/**
 * vouch_desk_new:
 * @station: the station; outlives the desk
 * @settings: how scans are taken
 *
 * Returns: (transfer full): a running desk; end it with vouch_desk_close() before the last reference goes, for a
 *   thread cannot join itself
 */
VouchDesk *
vouch_desk_new (VouchStation *station, const VouchSessionSettings *settings)
{
  VouchDesk *self = g_object_new (VOUCH_TYPE_DESK, NULL);

  self->station = station;
  self->session = vouch_session_new (station, settings);
  self->state = vouch_session_dup_state (self->session);
  self->courier = vouch_courier_new (station);
  self->key = vouch_run_key_new ();
  self->look_us = (guint64)settings->look_ms * 1000;
  self->thread = g_thread_new ("vouch-desk", work, self);
  self->reader = vouch_page_reader_new (station);
  return self;
}

/**
 * vouch_desk_close:
 * @self: a desk
 *
 * Finishes what is queued and ends the desk's threads.
 */
void
vouch_desk_close (VouchDesk *self)
{
  if (self->thread == NULL)
    return;
  push (self, &(DeskTask){ .kind = TASK_STOP });
  g_thread_join (g_steal_pointer (&self->thread));
  g_clear_pointer (&self->reader, vouch_page_reader_free);
  g_clear_pointer (&self->courier, vouch_courier_free);
  g_clear_pointer (&self->session, vouch_session_free);
  g_clear_pointer (&self->key, vouch_run_key_free);
}

/**
 * vouch_desk_get_station:
 * @self: a desk
 *
 * Returns: (transfer none): the station that it stands at
 */
VouchStation *
vouch_desk_get_station (VouchDesk *self)
{
  return self->station;
}

/**
 * vouch_desk_set_settings:
 * @self: a desk
 * @settings: how scans are taken from now on
 */
void
vouch_desk_set_settings (VouchDesk *self, const VouchSessionSettings *settings)
{
  DeskTask task = { .kind = TASK_SETTINGS, .settings = *settings, .text = g_strdup (settings->command_prefix) };

  task.word = g_strdup (settings->label_directory);
  task.settings.command_prefix = task.text;
  task.settings.label_directory = task.word;
  push (self, &task);
}

/**
 * vouch_desk_get_state:
 * @self: a desk
 *
 * Returns: (transfer full): what the stand shows now
 */
VouchDeskState *
vouch_desk_get_state (VouchDesk *self)
{
  VouchDeskState *state;

  g_mutex_lock (&self->lock);
  state = vouch_desk_state_ref (self->state);
  g_mutex_unlock (&self->lock);
  return state;
}

/**
 * vouch_desk_get_actor:
 * @self: a desk
 *
 * Returns: (transfer full) (nullable): who is signed in
 */
VouchActor *
vouch_desk_get_actor (VouchDesk *self)
{
  VouchActor *actor;

  g_mutex_lock (&self->lock);
  actor = self->actor != NULL ? vouch_actor_ref (self->actor) : NULL;
  g_mutex_unlock (&self->lock);
  return actor;
}

void
vouch_desk_scan (VouchDesk *self, const VouchScan *scan)
{
  push (self, &(DeskTask){ .kind = TASK_SCAN, .scan = vouch_scan_copy (scan) });
}

void
vouch_desk_command (VouchDesk *self, VouchCommand command, int argument)
{
  push (self, &(DeskTask){ .kind = TASK_COMMAND, .command = command, .argument = argument });
}

void
vouch_desk_type (VouchDesk *self, const char *text)
{
  push (self, &(DeskTask){ .kind = TASK_TYPE, .text = g_strdup (text) });
}

/* A scan was not used; @message says why. It is shown like any other that was not understood. */
void
vouch_desk_refuse (VouchDesk *self, const char *word, const char *message)
{
  push (self, &(DeskTask){ .kind = TASK_REFUSE, .word = g_strdup (word), .text = g_strdup (message) });
}

/* A photo from a file, for the check at hand or the lot. */
void
vouch_desk_take_photo (VouchDesk *self, const char *path)
{
  push (self, &(DeskTask){ .kind = TASK_PHOTO, .text = g_strdup (path) });
}

void
vouch_desk_open_lot (VouchDesk *self, gint64 lot_id)
{
  push (self, &(DeskTask){ .kind = TASK_OPEN_LOT, .lot_id = lot_id });
}

/* Goes on with a delivery or a lot of the queue where it stands. */
void
vouch_desk_resume (VouchDesk *self, gint64 work_id)
{
  push (self, &(DeskTask){ .kind = TASK_RESUME, .lot_id = work_id });
}

/* Looks again at what others may have changed. */
void
vouch_desk_refresh (VouchDesk *self)
{
  push (self, &(DeskTask){ .kind = TASK_REFRESH });
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
  push (self, &(DeskTask){ .kind = TASK_RUN, .task = task });
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
  push (self, &(DeskTask){ .kind = TASK_WORK, .task = task });
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
