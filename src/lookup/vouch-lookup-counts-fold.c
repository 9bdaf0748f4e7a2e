/* How what was counted lately comes into the table; declared in vouch-lookup-counts.h and its private half. */
#define G_LOG_DOMAIN "vouch-lookup"

#include "vouch-lookup-count-log.h"
#include "vouch-lookup-counts-private.h"

#define FEW 1000      /* units that are not worth waiting for more */
#define TICKS_MAX 120 /* half seconds: more are folded after a minute at the latest */
#define SLICE 16      /* units of a piece, and twice as many as came in since the one before */
#define ROWS 1000     /* of the log, removed by a piece */

static void
init_fold (VouchLookupFold *fold, VouchLookupCounts *counts)
{
  fold->counts = counts;
  fold->folded = g_ptr_array_new_with_free_func (vouch_lookup_recent_unref);
}

/* From one on in the table's order, so many; %NULL is the first. Says whether the last one is among them. */
static gboolean
put_recent (VouchLookupFold *fold, VouchLookupDb *db, VouchLookupRecent *after, guint most, GError **error)
{
  GTree *tree = fold->counts->recent;
  GTreeNode *node = after != NULL ? g_tree_upper_bound (tree, after) : g_tree_node_first (tree);

  g_ptr_array_set_size (fold->folded, 0);
  for (; node != NULL && fold->folded->len < most; node = g_tree_node_next (node))
    {
      VouchLookupRecent *recent = g_tree_node_value (node);

      /* Nobody was told of a first query that was taken back. */
      if (recent->current.queries > 0 && !vouch_lookup_count_put (db, &recent->code, &recent->current, error))
        return FALSE;
      recent->folded = recent->current.queries;
      g_ptr_array_add (fold->folded, g_rc_box_acquire (recent));
    }
  fold->is_through = node == NULL;
  return TRUE;
}

/* What was not asked for again meanwhile is in the table as it is, and need not be remembered. */
static void
forget_folded (VouchLookupCounts *self, VouchLookupFold *fold)
{
  g_mutex_lock (&self->mutex);
  for (guint i = 0; i < fold->folded->len; i++)
    {
      VouchLookupRecent *recent = fold->folded->pdata[i];

      if (recent->current.queries == recent->folded && g_tree_remove (self->recent, recent))
        g_atomic_int_dec_and_test (&self->n_recent);
    }
  g_mutex_unlock (&self->mutex);
  g_ptr_array_set_size (fold->folded, 0);
}

/* Twice as much as comes in, so that customers hardly wait and the round ends. */
static gboolean
run_piece (VouchLookupDb *db, VouchLookupJob *job, GError **error)
{
  VouchLookupFold *fold = (VouchLookupFold *)job;
  VouchLookupCounts *self = fold->counts;

  if (!self->is_round)
    {
      self->is_round = TRUE;
      self->is_through = FALSE;
      self->round_row = self->last;
      self->appended = 0;
    }
  fold->is_through = self->is_through;
  fold->removed = self->removed;
  if (!self->is_through && !put_recent (fold, db, self->reached, SLICE + 2 * self->appended, error))
    return FALSE;
  if (!fold->is_through)
    return TRUE;
  fold->removed = MIN (self->removed + ROWS, self->round_row);
  return vouch_lookup_count_log_remove (db, self->removed, fold->removed, error);
}

static void
end_round (VouchLookupCounts *self)
{
  self->is_round = FALSE;
  g_clear_pointer (&self->reached, vouch_lookup_recent_unref);
}

static void
go_on (VouchLookupCounts *self, VouchLookupFold *fold)
{
  if (fold->folded->len > 0)
    {
      g_clear_pointer (&self->reached, vouch_lookup_recent_unref);
      self->reached = g_rc_box_acquire (fold->folded->pdata[fold->folded->len - 1]);
    }
  forget_folded (self, fold);
  self->appended = 0;
  self->is_through = fold->is_through;
  self->removed = MAX (self->removed, fold->removed);
  if (self->is_through && self->removed >= self->round_row)
    end_round (self);
}

static void
settle_piece (VouchLookupJob *job)
{
  VouchLookupFold *fold = (VouchLookupFold *)job;
  VouchLookupCounts *self = fold->counts;

  if (job->error != NULL)
    {
      g_message ("What was counted stays in the log for now: %s", job->error->message);
      g_clear_error (&job->error);
      g_ptr_array_set_size (fold->folded, 0);
      end_round (self);
    }
  else
    go_on (self, fold);
  if (self->is_round)
    vouch_lookup_writer_submit (self->writer, job);
  else
    g_atomic_int_set (&self->is_folding, FALSE);
}

void
vouch_lookup_counts_prepare_folding (VouchLookupCounts *self)
{
  init_fold (&self->piece, self);
  self->piece.job.run = run_piece;
  self->piece.job.settle = settle_piece;
}

/* The writer is gone, and with it its thread. */
void
vouch_lookup_counts_end_folding (VouchLookupCounts *self)
{
  end_round (self);
  g_ptr_array_unref (self->piece.folded);
}

/* When there is much to fold, or it is time to. Safe from any thread. */
void
vouch_lookup_counts_begin_round (VouchLookupCounts *self)
{
  if (g_atomic_int_compare_and_exchange (&self->is_folding, FALSE, TRUE))
    vouch_lookup_writer_submit (self->writer, &self->piece.job);
}

static gboolean
run_whole (VouchLookupDb *db, VouchLookupJob *job, GError **error)
{
  VouchLookupFold *fold = (VouchLookupFold *)job;
  VouchLookupCounts *self = fold->counts;

  fold->removed = self->last;
  return put_recent (fold, db, NULL, G_MAXUINT, error) &&
         vouch_lookup_count_log_remove (db, self->removed, self->last, error);
}

/* A round under way has nothing left to do. */
static void
settle_whole (VouchLookupJob *job)
{
  VouchLookupFold *fold = (VouchLookupFold *)job;
  VouchLookupCounts *self = fold->counts;

  if (job->error != NULL)
    {
      g_ptr_array_set_size (fold->folded, 0);
      return;
    }
  forget_folded (self, fold);
  self->removed = MAX (self->removed, fold->removed);
  self->is_through = TRUE;
}

/**
 * vouch_lookup_counts_tick:
 * @self: the counts
 *
 * Begins to fold what is remembered if that is little, or was not done for a minute. Call it about every half second,
 * from one thread.
 */
void
vouch_lookup_counts_tick (VouchLookupCounts *self)
{
  int n_recent = g_atomic_int_get (&self->n_recent);

  if (self->writer == NULL || n_recent == 0 || (n_recent >= FEW && ++self->ticks < TICKS_MAX))
    return;
  self->ticks = 0;
  vouch_lookup_counts_begin_round (self);
}

/**
 * vouch_lookup_counts_fold:
 * @self: the counts
 * @error: STORAGE
 *
 * Folds all that is remembered, for whoever is about to read the table, and waits for it. From any thread but the
 * writer's.
 *
 * Returns: whether the table has it
 */
gboolean
vouch_lookup_counts_fold (VouchLookupCounts *self, GError **error)
{
  VouchLookupFold fold = { .job = { .run = run_whole, .settle = settle_whole } };
  gboolean done;

  if (self->writer == NULL || g_atomic_int_get (&self->n_recent) == 0)
    return TRUE;
  init_fold (&fold, self);
  done = vouch_lookup_writer_run (self->writer, &fold.job, error);
  g_ptr_array_unref (fold.folded);
  return done;
}
