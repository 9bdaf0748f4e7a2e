#include "vouch-query-count-store.h"

#include "vouch-row.h"

/**
 * vouch_query_count_store_find:
 * @conn: a connection
 * @lot: a lot's number as the service names it
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable): what was counted; %NULL without an error where nothing was
 */
VouchQueryCount *
vouch_query_count_store_find (VouchConn *conn, const char *lot, GError **error)
{
  return vouch_row_find (conn, &vouch_query_count_type, "WHERE lot = ?1", lot, error);
}

/**
 * vouch_query_count_store_find_by_lot:
 * @conn: a connection
 * @lot_id: a lot
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable): what was counted; %NULL without an error where nothing was
 */
VouchQueryCount *
vouch_query_count_store_find_by_lot (VouchConn *conn, gint64 lot_id, GError **error)
{
  return vouch_row_find_by_id (conn, &vouch_query_count_type, "WHERE lot_id = ?1", lot_id, error);
}

/**
 * vouch_query_count_store_list:
 * @conn: a connection
 * @after: a lot's number, "" for all
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchQueryCount): the next thousand lots by number
 */
GPtrArray *
vouch_query_count_store_list (VouchConn *conn, const char *after, GError **error)
{
  g_autoptr (VouchStmt) stmt =
      vouch_row_prepare_select (conn, &vouch_query_count_type, "WHERE lot > ?1 ORDER BY lot LIMIT 1000", error);

  if (stmt == NULL)
    return NULL;
  vouch_stmt_bind_text (stmt, 1, after);
  return vouch_row_take_all (g_steal_pointer (&stmt), &vouch_query_count_type, (GDestroyNotify)vouch_query_count_free,
                             error);
}
