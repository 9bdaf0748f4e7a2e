#include "vouch-lookup-standing.h"

/* What was held when an epoch was closed waits for nothing any more. */
#define HELD                                                                                                           \
  "SELECT count (*) FROM publication p JOIN trust t ON t.station = p.station AND t.epoch = p.epoch "                   \
  "WHERE p.is_held = 1 AND t.closed_at IS NULL"

static gboolean
get_number (VouchLookupDb *db, const char *sql, gint64 at, gint64 *number, GError **error)
{
  g_autoptr (VouchLookupStmt) stmt = vouch_lookup_db_prepare (db, sql, error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;
  if (at != 0)
    vouch_lookup_stmt_bind_number (stmt, 1, at);
  if (!vouch_lookup_stmt_step (stmt, &has_row, error))
    return FALSE;
  *number = has_row ? vouch_lookup_stmt_get_number (stmt, 0) : 0;
  return TRUE;
}

/**
 * vouch_lookup_standing_load:
 * @db: the database
 * @now_us: the time
 * @standing: (out caller-allocates): how the service stands
 * @error: STORAGE
 *
 * Finds how the service stands.
 *
 * Returns: whether the database answers
 */
gboolean
vouch_lookup_standing_load (VouchLookupDb *db, gint64 now_us, VouchLookupStanding *standing, GError **error)
{
  return get_number (db, "SELECT count (*) FROM lot", 0, &standing->lots, error) &&
         get_number (db, HELD, 0, &standing->held, error) &&
         get_number (db, "SELECT count (*) FROM fork", 0, &standing->forks, error) &&
         get_number (db, "SELECT CAST (coalesce (sum (times), 0) AS BIGINT) FROM trust_refusal", 0, &standing->refused,
                     error) &&
         get_number (db, "SELECT count (*) FROM problem", 0, &standing->cases, error) &&
         get_number (db, "SELECT count (*) FROM problem WHERE answered_at IS NULL AND status <> 'closed'", 0,
                     &standing->cases_waiting, error) &&
         get_number (db,
                     "SELECT count (*) FROM problem WHERE answered_at IS NULL AND status <> 'closed' AND due_at < ?1",
                     now_us, &standing->cases_late, error);
}

/**
 * vouch_lookup_standing_list_chains:
 * @db: the database
 * @error: STORAGE
 *
 * Lists how far each station's publications came.
 *
 * Returns: (transfer full) (nullable) (element-type VouchLookupStandingChain): by station and epoch
 */
GArray *
vouch_lookup_standing_list_chains (VouchLookupDb *db, GError **error)
{
  g_autoptr (VouchLookupStmt) stmt = vouch_lookup_db_prepare (
      db,
      "SELECT t.station, t.epoch, coalesce (o.seq, 0), "
      "(SELECT count (*) FROM publication p WHERE p.station = t.station AND p.epoch = t.epoch AND p.is_held = 1), "
      "(SELECT count (*) FROM fork f WHERE f.station = t.station AND f.epoch = t.epoch), "
      "(SELECT CAST (coalesce (sum (r.times), 0) AS BIGINT) FROM trust_refusal r "
      "WHERE r.station = t.station AND r.epoch = t.epoch), t.closed_at "
      "FROM trust t LEFT JOIN origin o ON o.station = t.station AND o.epoch = t.epoch ORDER BY t.station, t.epoch",
      error);
  g_autoptr (GArray) chains = g_array_new (FALSE, FALSE, sizeof (VouchLookupStandingChain));
  gboolean has_row;

  while (stmt != NULL && vouch_lookup_stmt_step (stmt, &has_row, error))
    {
      VouchLookupStandingChain chain;

      if (!has_row)
        return g_steal_pointer (&chains);
      chain =
          (VouchLookupStandingChain){ vouch_lookup_stmt_get_number (stmt, 0), vouch_lookup_stmt_get_number (stmt, 1),
                                      vouch_lookup_stmt_get_number (stmt, 2), vouch_lookup_stmt_get_number (stmt, 3),
                                      vouch_lookup_stmt_get_number (stmt, 4), vouch_lookup_stmt_get_number (stmt, 5),
                                      !vouch_lookup_stmt_is_null (stmt, 6) };
      g_array_append_val (chains, chain);
    }
  return NULL;
}

static void
clear_unit (gpointer data)
{
  VouchLookupStandingUnit *unit = data;

  g_free (unit->lot);
}

/**
 * vouch_lookup_standing_list_units:
 * @db: the database
 * @n_most: how many at most
 * @error: STORAGE
 *
 * Lists the units that were asked for most often, and more than once. It reads all the counts there are.
 *
 * Returns: (transfer full) (nullable) (element-type VouchLookupStandingUnit): the one asked for most first
 */
GArray *
vouch_lookup_standing_list_units (VouchLookupDb *db, guint n_most, GError **error)
{
  g_autoptr (VouchLookupStmt) stmt =
      vouch_lookup_db_prepare (db,
                               "SELECT lot, key_version, unit, queries, first_at FROM unit_query "
                               "WHERE queries > 1 ORDER BY queries DESC, first_at LIMIT ?1",
                               error);
  g_autoptr (GArray) units = g_array_new (FALSE, FALSE, sizeof (VouchLookupStandingUnit));
  gboolean has_row;

  g_array_set_clear_func (units, clear_unit);
  if (stmt == NULL)
    return NULL;
  vouch_lookup_stmt_bind_number (stmt, 1, n_most);
  while (vouch_lookup_stmt_step (stmt, &has_row, error))
    {
      VouchLookupStandingUnit unit;

      if (!has_row)
        return g_steal_pointer (&units);
      unit = (VouchLookupStandingUnit){ vouch_lookup_stmt_dup_text (stmt, 0), vouch_lookup_stmt_get_number (stmt, 1),
                                        vouch_lookup_stmt_get_number (stmt, 2), vouch_lookup_stmt_get_number (stmt, 3),
                                        vouch_lookup_stmt_get_number (stmt, 4) };
      g_array_append_val (units, unit);
    }
  return NULL;
}
