#include "vouch-lookup-count.h"

static void
bind_code (VouchLookupStmt *stmt, const VouchLookupCode *code)
{
  vouch_lookup_stmt_bind_text (stmt, 1, code->lot);
  vouch_lookup_stmt_bind_number (stmt, 2, code->key_version);
  vouch_lookup_stmt_bind_number (stmt, 3, code->unit);
}

/**
 * vouch_lookup_count_bind:
 * @stmt: a statement of six parameters or more
 * @code: a unit
 * @count: its count
 *
 * Binds the columns of a count, in the order of the table's.
 */
void
vouch_lookup_count_bind (VouchLookupStmt *stmt, const VouchLookupCode *code, const VouchLookupCount *count)
{
  bind_code (stmt, code);
  vouch_lookup_stmt_bind_number (stmt, 4, count->queries);
  vouch_lookup_stmt_bind_number (stmt, 5, count->first_at);
  vouch_lookup_stmt_bind_number (stmt, 6, count->last_at);
}

static gboolean
read_count (VouchLookupStmt *stmt, VouchLookupCount *count, GError **error)
{
  gboolean has_row;

  if (!vouch_lookup_stmt_step (stmt, &has_row, error))
    return FALSE;
  *count = (VouchLookupCount){ 0 };
  if (has_row)
    *count = (VouchLookupCount){ vouch_lookup_stmt_get_number (stmt, 0), vouch_lookup_stmt_get_number (stmt, 1),
                                 vouch_lookup_stmt_get_number (stmt, 2) };
  /* To the end, or an INSERT with RETURNING stays open. */
  return !has_row || vouch_lookup_stmt_step (stmt, &has_row, error);
}

/**
 * vouch_lookup_count_add:
 * @db: the writing connection, in a transaction
 * @code: a unit
 * @now_us: the time
 * @count: (out): how often it was asked for, this time included, and when first
 * @error: STORAGE
 *
 * Counts a query where many processes count.
 *
 * Returns: whether it is counted, once the transaction commits
 */
gboolean
vouch_lookup_count_add (VouchLookupDb *db, const VouchLookupCode *code, gint64 now_us, VouchLookupCount *count,
                        GError **error)
{
  g_autoptr (VouchLookupStmt) stmt =
      vouch_lookup_db_prepare (db,
                               "INSERT INTO unit_query (lot, key_version, unit, queries, first_at, last_at) "
                               "VALUES (?1, ?2, ?3, 1, ?4, ?4) ON CONFLICT (lot, key_version, unit) "
                               "DO UPDATE SET queries = unit_query.queries + 1, "
                               "last_at = CASE WHEN ?4 > unit_query.last_at THEN ?4 ELSE unit_query.last_at END "
                               "RETURNING queries, first_at, last_at",
                               error);

  if (stmt == NULL)
    return FALSE;
  bind_code (stmt, code);
  vouch_lookup_stmt_bind_number (stmt, 4, now_us);
  return read_count (stmt, count, error);
}

/**
 * vouch_lookup_count_put:
 * @db: the writing connection, in a transaction
 * @code: a unit
 * @count: its count
 * @error: STORAGE
 *
 * Keeps a count that is known, instead of the one before.
 *
 * Returns: whether it is kept, once the transaction commits
 */
gboolean
vouch_lookup_count_put (VouchLookupDb *db, const VouchLookupCode *code, const VouchLookupCount *count, GError **error)
{
  g_autoptr (VouchLookupStmt) stmt =
      vouch_lookup_db_prepare (db,
                               "INSERT INTO unit_query (lot, key_version, unit, queries, first_at, last_at) "
                               "VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (lot, key_version, unit) "
                               "DO UPDATE SET queries = ?4, first_at = ?5, last_at = ?6",
                               error);

  if (stmt == NULL)
    return FALSE;
  vouch_lookup_count_bind (stmt, code, count);
  return vouch_lookup_stmt_run (stmt, error);
}

/**
 * vouch_lookup_count_load:
 * @db: the database
 * @code: a unit
 * @count: (out): how often it was asked for, and when first, as far as the table has it
 * @error: STORAGE
 *
 * Looks a unit up.
 *
 * Returns: whether it could be read
 */
gboolean
vouch_lookup_count_load (VouchLookupDb *db, const VouchLookupCode *code, VouchLookupCount *count, GError **error)
{
  g_autoptr (VouchLookupStmt) stmt = vouch_lookup_db_prepare (db,
                                                              "SELECT queries, first_at, last_at FROM unit_query "
                                                              "WHERE lot = ?1 AND key_version = ?2 AND unit = ?3",
                                                              error);

  if (stmt == NULL)
    return FALSE;
  bind_code (stmt, code);
  return read_count (stmt, count, error);
}
