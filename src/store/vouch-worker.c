#include "vouch-worker.h"

struct _VouchWorker
{
  GThread *thread;
  GAsyncQueue *tasks; /* Task *, owned by their callers; the stop marker is the worker itself */
  VouchConn *conn;
};

typedef struct
{
  VouchJob job;
  gpointer data;
  gpointer result;
  GError *error;
  GMutex lock;
  GCond done_cond;
  gboolean done;
} Task;

static gpointer
work (gpointer data)
{
  VouchWorker *self = data;

  for (;;)
    {
      Task *task = g_async_queue_pop (self->tasks);

      if ((gpointer)task == self)
        return NULL;
      task->result = task->job (self->conn, task->data, &task->error);
      g_mutex_lock (&task->lock);
      task->done = TRUE;
      g_cond_signal (&task->done_cond);
      g_mutex_unlock (&task->lock);
    }
}

/**
 * vouch_worker_new:
 * @name: the thread's name
 * @conn: (transfer full): the connection it owns from now on
 *
 * Returns: (transfer full): a running worker
 */
VouchWorker *
vouch_worker_new (const char *name, VouchConn *conn)
{
  VouchWorker *self = g_new0 (VouchWorker, 1);

  self->conn = conn;
  self->tasks = g_async_queue_new ();
  self->thread = g_thread_new (name, work, self);
  return self;
}

/**
 * vouch_worker_run:
 * @self: a worker
 * @job: what to do
 * @data: handed to @job
 * @error: what @job said
 *
 * Does a job on the worker's thread and waits for it. Never called from that thread, nor from the window's.
 *
 * Returns: what @job returned
 */
gpointer
vouch_worker_run (VouchWorker *self, VouchJob job, gpointer data, GError **error)
{
  Task task = { .job = job, .data = data };

  g_return_val_if_fail (g_thread_self () != self->thread, NULL);

  g_mutex_init (&task.lock);
  g_cond_init (&task.done_cond);
  g_async_queue_push (self->tasks, &task);
  g_mutex_lock (&task.lock);
  while (!task.done)
    g_cond_wait (&task.done_cond, &task.lock);
  g_mutex_unlock (&task.lock);
  g_mutex_clear (&task.lock);
  g_cond_clear (&task.done_cond);
  if (task.error != NULL)
    g_propagate_error (error, task.error);
  return task.result;
}

/**
 * vouch_worker_stop:
 * @self: (transfer full): a worker
 *
 * Waits for the jobs that are queued and ends the thread.
 *
 * Returns: (transfer full): the connection
 */
VouchConn *
vouch_worker_stop (VouchWorker *self)
{
  VouchConn *conn = self->conn;

  g_async_queue_push (self->tasks, self);
  g_thread_join (self->thread);
  g_async_queue_unref (self->tasks);
  g_free (self);
  return conn;
}
