#define G_LOG_DOMAIN "vouch-lookup"

#include "vouch-lookup-writer.h"

#include "vouch-error.h"

#define BATCH_MAX 1024
#define TRIES 3

struct _VouchLookupWriter
{
  VouchLookupDb *db;
  GAsyncQueue *jobs; /* VouchLookupJob *, or the stop mark */
  GThread *thread;
  int rests; /* errands that come in pieces end with the piece under way */
};

static VouchLookupJob stop_mark;

/* Runs one job. Returns FALSE only if the batch cannot go on. */
static gboolean
run_job (VouchLookupWriter *self, VouchLookupJob *job, GError **error)
{
  if (job->is_atomic && !vouch_lookup_db_savepoint (self->db, "job", error))
    return FALSE;
  if (job->run (self->db, job, &job->error))
    return !job->is_atomic || vouch_lookup_db_release (self->db, "job", error);
  if (g_error_matches (job->error, VOUCH_ERROR, VOUCH_ERROR_STORAGE) ||
      g_error_matches (job->error, VOUCH_ERROR, VOUCH_ERROR_BUSY))
    {
      g_propagate_error (error, g_error_copy (job->error));
      return FALSE;
    }
  return !job->is_atomic || vouch_lookup_db_take_back (self->db, "job", error);
}

static gboolean
run_batch (VouchLookupWriter *self, GPtrArray *batch, GError **error)
{
  if (!vouch_lookup_db_begin (self->db, error))
    return FALSE;
  for (guint i = 0; i < batch->len; i++)
    if (!run_job (self, batch->pdata[i], error))
      return FALSE;
  return vouch_lookup_db_commit (self->db, error);
}

static void
checkpoint (VouchLookupWriter *self)
{
  g_autoptr (GError) error = NULL;

  if (!vouch_lookup_db_checkpoint (self->db, FALSE, &error))
    g_message ("The log could not be written back: %s", error->message);
}

static void
take_back (VouchLookupJob *job)
{
  g_clear_error (&job->error);
  if (job->take_back != NULL)
    job->take_back (job);
}

/* What a database server could not do just now (a deadlock, a lock that came too late) is asked of it again. */
static gboolean
run_patiently (VouchLookupWriter *self, GPtrArray *batch, GError **error)
{
  g_autoptr (GError) why = NULL;

  for (guint i = 0; i < TRIES; i++)
    {
      g_clear_error (&why);
      if (run_batch (self, batch, &why))
        return TRUE;
      vouch_lookup_db_rollback (self->db);
      if (!g_error_matches (why, VOUCH_ERROR, VOUCH_ERROR_BUSY))
        break;
      for (guint j = 0; j < batch->len; j++)
        take_back (batch->pdata[j]);
    }
  g_propagate_error (error, g_steal_pointer (&why));
  return FALSE;
}

/* Each waiting thread is woken once, when all that it waits for is there. */
static void
settle_batch (GPtrArray *batch, const GError *error)
{
  VouchLookupBell *bell = NULL;

  for (guint i = 0; i < batch->len; i++)
    {
      VouchLookupJob *job = batch->pdata[i];
      VouchLookupBell *own_bell = job->bell;

      if (error != NULL && job->error == NULL)
        job->error = g_error_copy (error);
      if (bell != NULL && own_bell != bell)
        vouch_lookup_bell_ring (bell);
      bell = own_bell;
      job->settle (job);
    }
  if (bell != NULL)
    vouch_lookup_bell_ring (bell);
}

/* Either all of the batch is durable or everybody in it is told that nothing was saved. */
static void
write_batch (VouchLookupWriter *self, GPtrArray *batch)
{
  g_autoptr (GError) error = NULL;

  if (!run_patiently (self, batch, &error))
    g_message ("Nothing was saved: %s", error->message);
  settle_batch (batch, error);
  checkpoint (self);
}

static gpointer
write_jobs (gpointer data)
{
  VouchLookupWriter *self = data;
  gboolean stop = FALSE;

  while (!stop)
    {
      g_autoptr (GPtrArray) batch = g_ptr_array_new ();
      VouchLookupJob *job = g_async_queue_pop (self->jobs);

      do
        {
          stop = job == &stop_mark;
          if (!stop)
            g_ptr_array_add (batch, job);
        }
      while (!stop && batch->len < BATCH_MAX && (job = g_async_queue_try_pop (self->jobs)) != NULL);
      if (batch->len > 0)
        write_batch (self, batch);
    }
  return NULL;
}

/**
 * vouch_lookup_writer_new:
 * @db: (transfer full): the one writing connection
 *
 * Starts the writer's thread.
 *
 * Returns: (transfer full): the writer
 */
VouchLookupWriter *
vouch_lookup_writer_new (VouchLookupDb *db)
{
  VouchLookupWriter *self = g_new0 (VouchLookupWriter, 1);

  self->db = db;
  self->jobs = g_async_queue_new ();
  self->thread = g_thread_new ("writer", write_jobs, self);
  return self;
}

/**
 * vouch_lookup_writer_free:
 * @self: (nullable): a writer to which nobody submits any more
 *
 * Writes what still waits, empties the log into the database and closes it.
 */
void
vouch_lookup_writer_free (VouchLookupWriter *self)
{
  g_autoptr (GError) error = NULL;

  if (self == NULL)
    return;
  g_async_queue_push (self->jobs, &stop_mark);
  g_thread_join (self->thread);
  if (!vouch_lookup_db_checkpoint (self->db, TRUE, &error) ||
      !vouch_lookup_db_close (g_steal_pointer (&self->db), &error))
    g_message ("The database was not closed cleanly: %s", error->message);
  vouch_lookup_db_free (self->db);
  g_async_queue_unref (self->jobs);
  g_free (self);
}

/**
 * vouch_lookup_writer_submit:
 * @self: a writer
 * @job: a job, which lives until it is settled
 *
 * Hands a job over. Safe from any thread.
 */
void
vouch_lookup_writer_submit (VouchLookupWriter *self, VouchLookupJob *job)
{
  g_async_queue_push (self->jobs, job);
}

/**
 * vouch_lookup_writer_go_on:
 * @self: a writer
 * @job: a piece of an errand that was just settled, for its next piece
 *
 * Hands a job over again, unless the service is ending: then the errand ends here, and begins anew at the next start.
 *
 * Returns: whether it was handed over
 */
gboolean
vouch_lookup_writer_go_on (VouchLookupWriter *self, VouchLookupJob *job)
{
  if (g_atomic_int_get (&self->rests))
    return FALSE;
  vouch_lookup_writer_submit (self, job);
  return TRUE;
}

typedef struct
{
  VouchLookupJob job;
  VouchLookupJob *inner;
  GMutex mutex;
  GCond cond;
  gboolean is_settled;
} WaitedJob;

static gboolean
run_inner (VouchLookupDb *db, VouchLookupJob *job, GError **error)
{
  WaitedJob *self = (WaitedJob *)job;

  return self->inner->run (db, self->inner, error);
}

static void
take_inner_back (VouchLookupJob *job)
{
  WaitedJob *self = (WaitedJob *)job;

  if (self->inner->take_back != NULL)
    self->inner->take_back (self->inner);
}

static void
wake_waiter (VouchLookupJob *job)
{
  WaitedJob *self = (WaitedJob *)job;

  if (self->inner->settle != NULL)
    {
      self->inner->error = job->error;
      self->inner->settle (self->inner);
      self->inner->error = NULL;
    }
  g_mutex_lock (&self->mutex);
  self->is_settled = TRUE;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
}

/**
 * vouch_lookup_writer_run:
 * @self: a writer
 * @job: a job; @settle may be %NULL, and frees neither the job nor its error
 * @error: why it failed
 *
 * Hands a job over and waits until it is durable.
 *
 * Returns: whether it is
 */
gboolean
vouch_lookup_writer_run (VouchLookupWriter *self, VouchLookupJob *job, GError **error)
{
  WaitedJob waited = {
    .job = { .run = run_inner, .take_back = take_inner_back, .settle = wake_waiter, .is_atomic = job->is_atomic },
    .inner = job
  };

  g_mutex_init (&waited.mutex);
  g_cond_init (&waited.cond);
  vouch_lookup_writer_submit (self, &waited.job);
  g_mutex_lock (&waited.mutex);
  while (!waited.is_settled)
    g_cond_wait (&waited.cond, &waited.mutex);
  g_mutex_unlock (&waited.mutex);
  g_mutex_clear (&waited.mutex);
  g_cond_clear (&waited.cond);
  if (waited.job.error == NULL)
    return TRUE;
  g_propagate_error (error, waited.job.error);
  return FALSE;
}

static gboolean
do_nothing (VouchLookupDb *db, VouchLookupJob *job, GError **error)
{
  return TRUE;
}

/**
 * vouch_lookup_writer_come_to_rest:
 * @self: a writer
 *
 * Waits until all that was submitted is settled, and who was woken by it was rung for. Errands end; what is submitted
 * afterwards is still written.
 */
void
vouch_lookup_writer_come_to_rest (VouchLookupWriter *self)
{
  VouchLookupJob last = { .run = do_nothing };

  g_atomic_int_set (&self->rests, TRUE);
  /* Its turn comes whether or not its batch could be saved. */
  vouch_lookup_writer_run (self, &last, NULL);
}
