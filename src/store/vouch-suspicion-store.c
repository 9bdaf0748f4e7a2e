#include "vouch-suspicion-store.h"

#include "vouch-row.h"

/**
 * vouch_suspicion_store_list_open:
 * @conn: a connection
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchSuspicion): what nobody has acknowledged, the oldest first
 */
GPtrArray *
vouch_suspicion_store_list_open (VouchConn *conn, GError **error)
{
  return vouch_row_take_all (vouch_row_prepare_select (conn, &vouch_suspicion_type,
                                                       "WHERE acknowledged_at IS NULL ORDER BY id LIMIT 500", error),
                             &vouch_suspicion_type, (GDestroyNotify)vouch_suspicion_free, error);
}

/**
 * vouch_suspicion_store_list_recent:
 * @conn: a connection
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchSuspicion): the last five hundred, acknowledged or not, the
 * latest first
 */
GPtrArray *
vouch_suspicion_store_list_recent (VouchConn *conn, GError **error)
{
  return vouch_row_take_all (
      vouch_row_prepare_select (conn, &vouch_suspicion_type, "ORDER BY id DESC LIMIT 500", error),
      &vouch_suspicion_type, (GDestroyNotify)vouch_suspicion_free, error);
}

/**
 * vouch_suspicion_store_list_by_lot:
 * @conn: a connection
 * @lot_id: whose
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchSuspicion): what is suspicious of a lot
 */
GPtrArray *
vouch_suspicion_store_list_by_lot (VouchConn *conn, gint64 lot_id, GError **error)
{
  return vouch_row_list_by_id (conn, &vouch_suspicion_type, "WHERE lot_id = ?1 ORDER BY id", lot_id,
                               (GDestroyNotify)vouch_suspicion_free, error);
}

/**
 * vouch_suspicion_store_find_cursor:
 * @conn: a connection
 * @service: the public key of a lookup service, hex
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable): how far its log has been read; %NULL without an error where it was not
 */
VouchLookupCursor *
vouch_suspicion_store_find_cursor (VouchConn *conn, const char *service, GError **error)
{
  return vouch_row_find (conn, &vouch_lookup_cursor_type, "WHERE service = ?1", service, error);
}

/**
 * vouch_suspicion_store_count_open:
 * @conn: a connection
 * @count: (out): how many nobody has acknowledged
 * @error: what the database said
 *
 * Returns: whether they could be counted
 */
gboolean
vouch_suspicion_store_count_open (VouchConn *conn, gint64 *count, GError **error)
{
  return vouch_conn_get_number (conn, "SELECT count(*) FROM suspicion WHERE acknowledged_at IS NULL", count, error);
}

/**
 * vouch_suspicion_store_find_open_of_unit:
 * @conn: a connection
 * @like: what to look for: lot, key version, unit and reason
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable): the same of the same unit, if nobody has acknowledged it; %NULL without an error
 * where there is none
 */
VouchSuspicion *
vouch_suspicion_store_find_open_of_unit (VouchConn *conn, const VouchSuspicion *like, GError **error)
{
  g_autoptr (VouchStmt) stmt = vouch_row_prepare_select (
      conn, &vouch_suspicion_type,
      "WHERE acknowledged_at IS NULL AND lot = ?1 AND key_version = ?2 AND unit = ?3 AND has_unit AND reason = ?4 "
      "ORDER BY id LIMIT 1",
      error);

  if (stmt == NULL)
    return NULL;
  vouch_stmt_bind_text (stmt, 1, like->lot);
  vouch_stmt_bind_number (stmt, 2, like->key_version);
  vouch_stmt_bind_number (stmt, 3, like->unit);
  vouch_stmt_bind_text (stmt, 4, vouch_enum_get_name (&vouch_suspicion_reason_values, (int)like->reason));
  return vouch_row_take_one (g_steal_pointer (&stmt), &vouch_suspicion_type, error);
}
