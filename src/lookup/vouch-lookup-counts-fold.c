/* How what was counted lately comes into the table; declared in vouch-lookup-counts.h and its private half. */
#define G_LOG_DOMAIN "vouch-lookup"

#include "vouch-lookup-count-log.h"
#include "vouch-lookup-counts-private.h"

#define FEW 1000      /* units that are not worth waiting for more */
#define TICKS_MAX 120 /* half seconds: more are folded after a minute at the latest */
#define SLICE 64      /* units of a piece, and twice as many as came in since the one before */
#define MANY 1000     /* units of a piece that somebody waits for */
#define ROWS 1000     /* of the log, removed by a piece */

static void
free_closed (gpointer data)
{
  VouchLookupClosedSheet *closed = data;

  vouch_lookup_sheet_free (closed->sheet);
  g_clear_pointer (&closed->sorted, g_ptr_array_unref);
  g_free (closed);
}

/* On the writer's thread. A query that is under way may still be settled on it. */
void
vouch_lookup_counts_close_sheet (VouchLookupCounts *self)
{
  VouchLookupClosedSheet *closed;

  if (vouch_lookup_sheet_get_length (self->open) == 0)
    return;
  closed = g_new0 (VouchLookupClosedSheet, 1);
  closed->number = ++self->n_closed;
  closed->last_row = self->last;
  g_mutex_lock (&self->mutex);
  closed->sheet = self->open;
  self->open = vouch_lookup_sheet_new ();
  g_queue_push_head (&self->closed, closed);
  g_mutex_unlock (&self->mutex);
}

static void
drop_oldest (VouchLookupCounts *self)
{
  VouchLookupClosedSheet *closed;

  g_mutex_lock (&self->mutex);
  closed = g_queue_pop_tail (&self->closed);
  g_mutex_unlock (&self->mutex);
  g_atomic_int_add (&self->n_recent, -(int)vouch_lookup_sheet_get_length (closed->sheet));
  free_closed (closed);
}

static VouchLookupClosedSheet *
peek_unsorted (VouchLookupCounts *self)
{
  VouchLookupClosedSheet *found = NULL;

  g_mutex_lock (&self->mutex);
  for (GList *l = self->closed.tail; found == NULL && l != NULL; l = l->prev)
    if (((VouchLookupClosedSheet *)l->data)->sorted == NULL)
      found = l->data;
  g_mutex_unlock (&self->mutex);
  return found;
}

/* The oldest first, so that none comes into the table after a newer one. Customers do not wait for it: not on the
 * writer's thread. */
static void
sort_closed (VouchLookupCounts *self)
{
  VouchLookupClosedSheet *closed;

  g_mutex_lock (&self->sorting);
  while ((closed = peek_unsorted (self)) != NULL)
    {
      GPtrArray *sorted = vouch_lookup_sheet_sort (closed->sheet);

      g_mutex_lock (&self->mutex);
      closed->sorted = sorted;
      g_mutex_unlock (&self->mutex);
    }
  g_mutex_unlock (&self->sorting);
}

/* On the writer's thread, where it stays until that drops it. */
static VouchLookupClosedSheet *
peek_oldest_sorted (VouchLookupCounts *self)
{
  VouchLookupClosedSheet *closed;

  g_mutex_lock (&self->mutex);
  closed = g_queue_peek_tail (&self->closed);
  if (closed != NULL && closed->sorted == NULL)
    closed = NULL;
  g_mutex_unlock (&self->mutex);
  return closed;
}

static gboolean
put_units (VouchLookupDb *db, const VouchLookupClosedSheet *closed, guint end, GError **error)
{
  for (guint i = closed->folded; i < end; i++)
    {
      const VouchLookupRecent *recent = closed->sorted->pdata[i];

      /* Nobody was told of a first query that was taken back. */
      if (recent->current.queries > 0 && !vouch_lookup_count_put (db, &recent->code, &recent->current, error))
        return FALSE;
    }
  return TRUE;
}

/* Where nobody waits for it, twice as much as comes in: so customers hardly wait, and it comes to an end. */
static guint
measure_piece (const VouchLookupFold *fold)
{
  if (fold->most > 0)
    return fold->most;
  return SLICE + (fold->since > 0 ? 2 * (guint)(fold->counts->last - fold->since) : 0);
}

static gboolean
run_piece (VouchLookupDb *db, VouchLookupJob *job, GError **error)
{
  VouchLookupFold *fold = (VouchLookupFold *)job;
  VouchLookupCounts *self = fold->counts;
  const VouchLookupClosedSheet *closed = peek_oldest_sorted (self);

  fold->number = 0;
  if (closed == NULL)
    return TRUE;
  fold->number = closed->number;
  fold->folded = MIN (closed->folded + measure_piece (fold), closed->sorted->len);
  fold->removed = self->removed;
  if (!put_units (db, closed, fold->folded, error))
    return FALSE;
  if (fold->folded < closed->sorted->len)
    return TRUE;
  fold->removed = MIN (self->removed + ROWS, closed->last_row);
  return vouch_lookup_count_log_remove (db, self->removed, fold->removed, error);
}

static void
go_on (VouchLookupCounts *self, const VouchLookupFold *fold)
{
  VouchLookupClosedSheet *closed = peek_oldest_sorted (self);

  /* Another piece of the same batch may have ended it. */
  if (closed == NULL || closed->number != fold->number)
    return;
  closed->folded = MAX (closed->folded, fold->folded);
  self->removed = MAX (self->removed, fold->removed);
  if (closed->folded == closed->sorted->len && self->removed >= closed->last_row)
    drop_oldest (self);
}

static void
tell_failure (VouchLookupCounts *self, const GError *error)
{
  if (error != NULL && !self->is_failing)
    g_message ("What was counted stays in the log for now: %s", error->message);
  self->is_failing = error != NULL;
}

static void
settle_piece (VouchLookupJob *job)
{
  VouchLookupFold *fold = (VouchLookupFold *)job;
  VouchLookupCounts *self = fold->counts;
  gboolean goes_on = job->error == NULL;

  tell_failure (self, job->error);
  g_clear_error (&job->error);
  if (goes_on)
    {
      go_on (self, fold);
      goes_on = peek_oldest_sorted (self) != NULL;
    }
  fold->since = goes_on ? self->last : 0;
  if (!goes_on || !vouch_lookup_writer_go_on (self->writer, job))
    g_atomic_int_set (&self->is_folding, FALSE);
}

/* It belongs to who waits for it, and so does its error. */
static void
settle_awaited_piece (VouchLookupJob *job)
{
  const VouchLookupFold *fold = (VouchLookupFold *)job;

  if (job->error == NULL)
    go_on (fold->counts, fold);
}

static gboolean
run_closing (VouchLookupDb *db, VouchLookupJob *job, GError **error)
{
  vouch_lookup_counts_close_sheet (((VouchLookupFold *)job)->counts);
  return TRUE;
}

/* Whether it could be saved does not matter: it is in memory only. */
static void
settle_closing (VouchLookupJob *job)
{
  VouchLookupFold *fold = (VouchLookupFold *)job;

  g_clear_error (&job->error);
  g_atomic_int_set (&fold->counts->is_closing, FALSE);
}

void
vouch_lookup_counts_prepare_folding (VouchLookupCounts *self)
{
  g_mutex_init (&self->mutex);
  g_mutex_init (&self->sorting);
  g_queue_init (&self->closed);
  self->open = vouch_lookup_sheet_new ();
  self->closing = (VouchLookupFold){ .job = { .run = run_closing, .settle = settle_closing }, .counts = self };
  self->piece = (VouchLookupFold){ .job = { .run = run_piece, .settle = settle_piece }, .counts = self };
}

/* The writer is gone, and with it its thread. */
void
vouch_lookup_counts_end_folding (VouchLookupCounts *self)
{
  g_queue_clear_full (&self->closed, free_closed);
  vouch_lookup_sheet_free (self->open);
  g_mutex_clear (&self->sorting);
  g_mutex_clear (&self->mutex);
}

static void
submit_once (VouchLookupCounts *self, VouchLookupFold *fold, int *is_submitted)
{
  if (g_atomic_int_compare_and_exchange (is_submitted, FALSE, TRUE))
    vouch_lookup_writer_submit (self->writer, &fold->job);
}

/* Up to the sheet with this number. */
static gboolean
has_closed (VouchLookupCounts *self, gint64 number)
{
  const VouchLookupClosedSheet *closed;
  gboolean has;

  g_mutex_lock (&self->mutex);
  closed = g_queue_peek_tail (&self->closed);
  has = closed != NULL && closed->number <= number;
  g_mutex_unlock (&self->mutex);
  return has;
}

/**
 * vouch_lookup_counts_tick:
 * @self: the counts
 *
 * Closes the sheet if there is little on it, or was none closed for a minute, and has folded what is closed. Call it
 * about every half second, from one thread.
 */
void
vouch_lookup_counts_tick (VouchLookupCounts *self)
{
  int n_recent = g_atomic_int_get (&self->n_recent);

  if (self->writer == NULL || n_recent == 0)
    return;
  if (has_closed (self, G_MAXINT64))
    {
      sort_closed (self);
      submit_once (self, &self->piece, &self->is_folding);
    }
  else if (n_recent < FEW || ++self->ticks >= TICKS_MAX)
    {
      self->ticks = 0;
      submit_once (self, &self->closing, &self->is_closing);
    }
}

static gint64
get_newest_closed (VouchLookupCounts *self)
{
  const VouchLookupClosedSheet *closed;
  gint64 number;

  g_mutex_lock (&self->mutex);
  closed = g_queue_peek_head (&self->closed);
  number = closed != NULL ? closed->number : 0;
  g_mutex_unlock (&self->mutex);
  return number;
}

/**
 * vouch_lookup_counts_fold:
 * @self: the counts
 * @error: STORAGE
 *
 * Folds all that is remembered, for whoever is about to read the table, and waits for it. Customers are answered in
 * between. From any thread but the writer's.
 *
 * Returns: whether the table has it
 */
gboolean
vouch_lookup_counts_fold (VouchLookupCounts *self, GError **error)
{
  VouchLookupFold closing = { .job = { .run = run_closing }, .counts = self };
  VouchLookupFold piece = { .job = { .run = run_piece, .settle = settle_awaited_piece }, .counts = self, .most = MANY };
  gint64 number;

  if (self->writer == NULL || g_atomic_int_get (&self->n_recent) == 0)
    return TRUE;
  if (!vouch_lookup_writer_run (self->writer, &closing.job, error))
    return FALSE;
  number = get_newest_closed (self);
  sort_closed (self);
  while (has_closed (self, number))
    if (!vouch_lookup_writer_run (self->writer, &piece.job, error))
      return FALSE;
  return TRUE;
}
