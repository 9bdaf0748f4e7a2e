#include "vouch-lookup-count.h"

static gboolean
read_count (VouchLookupStmt *stmt, const char *lot, guint32 key_version, guint32 unit, VouchLookupCount *count,
            GError **error)
{
  gboolean has_row;

  vouch_lookup_stmt_bind_text (stmt, 1, lot);
  vouch_lookup_stmt_bind_number (stmt, 2, key_version);
  vouch_lookup_stmt_bind_number (stmt, 3, unit);
  if (!vouch_lookup_stmt_step (stmt, &has_row, error))
    return FALSE;
  *count = (VouchLookupCount){ 0 };
  if (has_row)
    *count = (VouchLookupCount){ vouch_lookup_stmt_get_number (stmt, 0), vouch_lookup_stmt_get_number (stmt, 1) };
  /* To the end, or an INSERT with RETURNING stays open. */
  return !has_row || vouch_lookup_stmt_step (stmt, &has_row, error);
}

/**
 * vouch_lookup_count_add:
 * @db: the writing connection, in a transaction
 * @lot: a lot number
 * @key_version: version of the code key that made the serial
 * @unit: the unit's number
 * @now_us: the time
 * @count: (out): how often it was asked for, this time included, and when first
 * @error: STORAGE
 *
 * Counts a query.
 *
 * Returns: whether it is counted, once the transaction commits
 */
gboolean
vouch_lookup_count_add (VouchLookupDb *db, const char *lot, guint32 key_version, guint32 unit, gint64 now_us,
                        VouchLookupCount *count, GError **error)
{
  g_autoptr (VouchLookupStmt) stmt =
      vouch_lookup_db_prepare (db,
                               "INSERT INTO unit_query (lot, key_version, unit, queries, first_at, last_at) "
                               "VALUES (?1, ?2, ?3, 1, ?4, ?4) ON CONFLICT (lot, key_version, unit) "
                               "DO UPDATE SET queries = unit_query.queries + 1, "
                               "last_at = CASE WHEN ?4 > unit_query.last_at THEN ?4 ELSE unit_query.last_at END "
                               "RETURNING queries, first_at",
                               error);

  if (stmt == NULL)
    return FALSE;
  vouch_lookup_stmt_bind_number (stmt, 4, now_us);
  return read_count (stmt, lot, key_version, unit, count, error);
}

/**
 * vouch_lookup_count_load:
 * @db: the database
 * @lot: a lot number
 * @key_version: version of the code key that made the serial
 * @unit: the unit's number
 * @count: (out): how often it was asked for, and when first
 * @error: STORAGE
 *
 * Looks how often a unit was asked for, without counting.
 *
 * Returns: whether it could be read
 */
gboolean
vouch_lookup_count_load (VouchLookupDb *db, const char *lot, guint32 key_version, guint32 unit, VouchLookupCount *count,
                         GError **error)
{
  g_autoptr (VouchLookupStmt) stmt = vouch_lookup_db_prepare (db,
                                                              "SELECT queries, first_at FROM unit_query "
                                                              "WHERE lot = ?1 AND key_version = ?2 AND unit = ?3",
                                                              error);

  return stmt != NULL && read_count (stmt, lot, key_version, unit, count, error);
}
