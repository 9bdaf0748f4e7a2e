#include "vouch-lookup-count-log.h"
#include "vouch-lookup-counts-private.h"

#define SHEET_MAX 100000 /* units: some 10 MB, and so many that one page of the table takes several at once */

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
  vouch_lookup_counts_prepare_folding (self);
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
  vouch_lookup_counts_end_folding (self);
  g_free (self);
}

/* What is known last comes first. */
static VouchLookupRecent *
find (VouchLookupCounts *self, const VouchLookupCode *code)
{
  VouchLookupRecent *recent = vouch_lookup_sheet_find (self->open, code);

  for (GList *l = self->closed.head; recent == NULL && l != NULL; l = l->next)
    recent = vouch_lookup_sheet_find (((VouchLookupClosedSheet *)l->data)->sheet, code);
  return recent;
}

/* On the open sheet, and from then on found there. */
static VouchLookupRecent *
put_down (VouchLookupCounts *self, const VouchLookupCode *code, const VouchLookupCount *current,
          const VouchLookupCount *settled)
{
  VouchLookupRecent *recent;

  if (vouch_lookup_sheet_get_length (self->open) >= SHEET_MAX)
    vouch_lookup_counts_close_sheet (self);
  g_mutex_lock (&self->mutex);
  recent = vouch_lookup_sheet_add (self->open, code, settled);
  g_mutex_unlock (&self->mutex);
  recent->current = *current;
  g_atomic_int_inc (&self->n_recent);
  return recent;
}

/* What is on a closed sheet goes on on the open one; a unit that is on none is in the table as it is. */
static VouchLookupRecent *
remember (VouchLookupCounts *self, VouchLookupDb *db, const VouchLookupCode *code, GError **error)
{
  VouchLookupRecent *recent = vouch_lookup_sheet_find (self->open, code);
  VouchLookupCount count;

  if (recent != NULL)
    return recent;
  recent = find (self, code);
  if (recent != NULL)
    return put_down (self, code, &recent->current, &recent->settled);
  if (!vouch_lookup_count_load (db, code, &count, error))
    return NULL;
  return put_down (self, code, &count, &count);
}

/**
 * vouch_lookup_counts_add:
 * @self: the counts
 * @db: the writer's connection, in a batch
 * @code: a unit
 * @now_us: the time
 * @recent: (out) (transfer none) (nullable): to be handed to vouch_lookup_counts_settle() when the batch has ended
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
  known->current = *count;
  *recent = known;
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

/**
 * vouch_lookup_counts_settle:
 * @self: the counts
 * @recent: (nullable) (transfer none): what vouch_lookup_counts_add() gave
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
}
