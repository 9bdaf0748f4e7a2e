#define G_LOG_DOMAIN "vouch-lookup"

#include "vouch-lookup-counts.h"

#include "vouch-lookup-count-log.h"
#include "vouch-lookup-recent.h"

#define RECENT_MAX 100000 /* units: some 12 MB, and so many that one page of the table takes several at once */
#define FEW 1000          /* units that are not worth waiting for more */
#define TICKS_MAX 120     /* half seconds: more are folded after a minute at the latest */
#define SLICE 16          /* units of a piece, and twice as many as came in since the one before */
#define ROWS 1000         /* of the log, removed by a piece */

/* A piece of the folding; it submits itself again until its round is done. */
typedef struct
{
  VouchLookupJob job;
  VouchLookupCounts *counts;
  GPtrArray *folded;   /* VouchLookupRecent *: what it brought into the table */
  gboolean is_through; /* if it commits */
  gint64 removed;
} Fold;

struct _VouchLookupCounts
{
  VouchLookupWriter *writer; /* NULL where many processes share the database */
  GMutex mutex;
  GTree *recent; /* VouchLookupRecent *, in the table's order: changed by the writer's thread alone, under the mutex */
  int n_recent;
  guint ticks;
  int is_folding;

  /* The writer's thread only. */
  gint64 last;    /* row of the log */
  gint64 removed; /* up to this row the log is gone */
  guint appended; /* rows since the last piece was folded */
  gboolean is_round;
  VouchLookupRecent *reached; /* the last one that the round brought into the table; NULL at its beginning */
  gboolean is_through;        /* it came to the end */
  gint64 round_row;           /* the log's last row when the round began: the table will have all up to it */
  Fold piece;
};

static gboolean run_piece (VouchLookupDb *db, VouchLookupJob *job, GError **error);
static void settle_piece (VouchLookupJob *job);

static void
init_fold (Fold *fold, VouchLookupCounts *counts)
{
  fold->counts = counts;
  fold->folded = g_ptr_array_new_with_free_func (vouch_lookup_recent_unref);
}

/**
 * vouch_lookup_counts_new:
 * @writer: (nullable): the one writer of an embedded database, whose log is empty; %NULL where many processes count
 *
 * Returns: (transfer full): the counts
 */
VouchLookupCounts *
vouch_lookup_counts_new (VouchLookupWriter *writer)
{
  VouchLookupCounts *self = g_new0 (VouchLookupCounts, 1);

  self->writer = writer;
  self->recent = g_tree_new_full (vouch_lookup_recent_compare, NULL, vouch_lookup_recent_unref, NULL);
  g_mutex_init (&self->mutex);
  init_fold (&self->piece, self);
  self->piece.job.run = run_piece;
  self->piece.job.settle = settle_piece;
  return self;
}

/**
 * vouch_lookup_counts_free:
 * @self: (nullable): counts whose writer is gone
 *
 * Forgets them: the log has what the table has not.
 */
void
vouch_lookup_counts_free (VouchLookupCounts *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->reached, vouch_lookup_recent_unref);
  g_ptr_array_unref (self->piece.folded);
  g_tree_unref (self->recent);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

static VouchLookupRecent *
find (VouchLookupCounts *self, const VouchLookupCode *code)
{
  VouchLookupRecent key = { .code = *code };

  return g_tree_lookup (self->recent, &key);
}

/* A unit that is not remembered is in the table as it is. */
static VouchLookupRecent *
remember (VouchLookupCounts *self, VouchLookupDb *db, const VouchLookupCode *code, GError **error)
{
  VouchLookupRecent *recent = find (self, code);
  VouchLookupCount count;

  if (recent != NULL)
    return recent;
  if (!vouch_lookup_count_load (db, code, &count, error))
    return NULL;
  recent = vouch_lookup_recent_new (code, &count);
  g_mutex_lock (&self->mutex);
  g_tree_insert (self->recent, recent, recent);
  g_mutex_unlock (&self->mutex);
  g_atomic_int_inc (&self->n_recent);
  return recent;
}

/**
 * vouch_lookup_counts_add:
 * @self: the counts
 * @db: the writer's connection, in a batch
 * @code: a unit
 * @now_us: the time
 * @recent: (out) (nullable): to be handed to vouch_lookup_counts_settle() when the batch has ended
 * @count: (out): how often it was asked for, this time included, and when first
 * @error: STORAGE
 *
 * Counts a query. On the writer's thread.
 *
 * Returns: whether it is counted, once the batch is durable
 */
gboolean
vouch_lookup_counts_add (VouchLookupCounts *self, VouchLookupDb *db, const VouchLookupCode *code, gint64 now_us,
                         VouchLookupRecent **recent, VouchLookupCount *count, GError **error)
{
  VouchLookupRecent *known;

  *recent = NULL;
  if (self->writer == NULL)
    return vouch_lookup_count_add (db, code, now_us, count, error);
  known = remember (self, db, code, error);
  if (known == NULL)
    return FALSE;
  *count = known->current;
  if (count->queries++ == 0)
    count->first_at = now_us;
  count->last_at = MAX (count->last_at, now_us);
  if (!vouch_lookup_count_log_append (db, self->last + 1, code, count, error))
    return FALSE;
  self->last++;
  self->appended++;
  known->current = *count;
  *recent = g_rc_box_acquire (known);
  return TRUE;
}

/**
 * vouch_lookup_counts_peek:
 * @self: the counts
 * @db: the writer's connection
 * @code: a unit
 * @count: (out): how often it was asked for, with what the batch under way counts
 * @error: STORAGE
 *
 * Looks a unit up within a batch. On the writer's thread.
 *
 * Returns: whether it could be read
 */
gboolean
vouch_lookup_counts_peek (VouchLookupCounts *self, VouchLookupDb *db, const VouchLookupCode *code,
                          VouchLookupCount *count, GError **error)
{
  const VouchLookupRecent *known = find (self, code);

  if (known == NULL)
    return vouch_lookup_count_load (db, code, count, error);
  *count = known->current;
  return TRUE;
}

/**
 * vouch_lookup_counts_load:
 * @self: the counts
 * @db: a connection of the caller's thread
 * @code: a unit
 * @count: (out): how often it was asked for, and when first
 * @error: STORAGE
 *
 * Looks how often a unit was asked for, as it is durable, without counting. Safe from any thread.
 *
 * Returns: whether it could be read
 */
gboolean
vouch_lookup_counts_load (VouchLookupCounts *self, VouchLookupDb *db, const VouchLookupCode *code,
                          VouchLookupCount *count, GError **error)
{
  const VouchLookupRecent *known;

  g_mutex_lock (&self->mutex);
  known = find (self, code);
  if (known != NULL)
    *count = known->settled;
  g_mutex_unlock (&self->mutex);
  return known != NULL || vouch_lookup_count_load (db, code, count, error);
}

static void
begin_round (VouchLookupCounts *self)
{
  if (g_atomic_int_compare_and_exchange (&self->is_folding, FALSE, TRUE))
    vouch_lookup_writer_submit (self->writer, &self->piece.job);
}

/**
 * vouch_lookup_counts_settle:
 * @self: the counts
 * @recent: (nullable) (transfer full): what vouch_lookup_counts_add() gave
 * @count: what it counted
 * @is_durable: whether its batch is; otherwise it was taken back
 *
 * Ends a query. On the writer's thread.
 */
void
vouch_lookup_counts_settle (VouchLookupCounts *self, VouchLookupRecent *recent, const VouchLookupCount *count,
                            gboolean is_durable)
{
  if (recent == NULL)
    return;
  g_mutex_lock (&self->mutex);
  if (!is_durable)
    recent->current = recent->settled;
  else if (count->queries > recent->settled.queries)
    recent->settled = *count;
  g_mutex_unlock (&self->mutex);
  vouch_lookup_recent_unref (recent);
  if (g_atomic_int_get (&self->n_recent) >= RECENT_MAX)
    begin_round (self);
}

/* From one on in the table's order, so many; %NULL is the first. Says whether the last one is among them. */
static gboolean
put_recent (Fold *fold, VouchLookupDb *db, VouchLookupRecent *after, guint most, GError **error)
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
forget_folded (VouchLookupCounts *self, Fold *fold)
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
  Fold *fold = (Fold *)job;
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
go_on (VouchLookupCounts *self, Fold *fold)
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
  Fold *fold = (Fold *)job;
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

static gboolean
run_whole (VouchLookupDb *db, VouchLookupJob *job, GError **error)
{
  Fold *fold = (Fold *)job;
  VouchLookupCounts *self = fold->counts;

  fold->removed = self->last;
  return put_recent (fold, db, NULL, G_MAXUINT, error) &&
         vouch_lookup_count_log_remove (db, self->removed, self->last, error);
}

/* A round under way has nothing left to do. */
static void
settle_whole (VouchLookupJob *job)
{
  Fold *fold = (Fold *)job;
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
  begin_round (self);
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
  Fold fold = { .job = { .run = run_whole, .settle = settle_whole } };
  gboolean done;

  if (self->writer == NULL || g_atomic_int_get (&self->n_recent) == 0)
    return TRUE;
  init_fold (&fold, self);
  done = vouch_lookup_writer_run (self->writer, &fold.job, error);
  g_ptr_array_unref (fold.folded);
  return done;
}
