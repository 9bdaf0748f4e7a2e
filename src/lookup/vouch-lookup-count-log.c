#include "vouch-lookup-count-log.h"

/**
 * vouch_lookup_count_log_append:
 * @db: the writing connection, in a transaction
 * @row: the row's number, greater than all before
 * @code: a unit
 * @count: all that is known of it now
 * @error: STORAGE
 *
 * Notes a query.
 *
 * Returns: whether it is noted, once the transaction commits
 */
gboolean
vouch_lookup_count_log_append (VouchLookupDb *db, gint64 row, const VouchLookupCode *code,
                               const VouchLookupCount *count, GError **error)
{
  g_autoptr (VouchLookupStmt) stmt =
      vouch_lookup_db_prepare (db,
                               "INSERT INTO query_log (lot, key_version, unit, queries, first_at, last_at, id) "
                               "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                               error);

  if (stmt == NULL)
    return FALSE;
  vouch_lookup_count_bind (stmt, code, count);
  vouch_lookup_stmt_bind_number (stmt, 7, row);
  return vouch_lookup_stmt_run (stmt, error);
}

/**
 * vouch_lookup_count_log_remove:
 * @db: the writing connection, in a transaction
 * @after: a row's number
 * @up_to: another's
 * @error: STORAGE
 *
 * Removes the rows after one up to another: the table has them.
 *
 * Returns: whether they are gone, once the transaction commits
 */
gboolean
vouch_lookup_count_log_remove (VouchLookupDb *db, gint64 after, gint64 up_to, GError **error)
{
  g_autoptr (VouchLookupStmt) stmt =
      vouch_lookup_db_prepare (db, "DELETE FROM query_log WHERE id > ?1 AND id <= ?2", error);

  if (stmt == NULL)
    return FALSE;
  vouch_lookup_stmt_bind_number (stmt, 1, after);
  vouch_lookup_stmt_bind_number (stmt, 2, up_to);
  return vouch_lookup_stmt_run (stmt, error);
}

/**
 * vouch_lookup_count_log_fold:
 * @db: the writing connection of an embedded database, in a transaction, while nothing is counted
 * @error: STORAGE
 *
 * Brings into the table what a process that was killed left in the log. A row may be older than what the table has, if
 * the process ended in the middle of its folding.
 *
 * Returns: whether the log is empty, once the transaction commits
 */
gboolean
vouch_lookup_count_log_fold (VouchLookupDb *db, GError **error)
{
  return vouch_lookup_db_exec (
             db,
             "INSERT INTO unit_query (lot, key_version, unit, queries, first_at, last_at) "
             "SELECT lot, key_version, unit, max (queries), min (first_at), max (last_at) FROM query_log "
             "WHERE TRUE GROUP BY lot, key_version, unit ON CONFLICT (lot, key_version, unit) DO UPDATE SET "
             "queries = max (queries, excluded.queries), last_at = max (last_at, excluded.last_at)",
             error) &&
         vouch_lookup_db_exec (db, "DELETE FROM query_log", error);
}
