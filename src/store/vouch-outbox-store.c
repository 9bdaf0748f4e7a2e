#include "vouch-outbox-store.h"

#include "vouch-row.h"

/**
 * vouch_outbox_store_find_last:
 * @conn: a connection
 * @epoch: its id
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable): the last publication of an epoch; %NULL without an error where there is none
 */
VouchOutbox *
vouch_outbox_store_find_last (VouchConn *conn, gint64 epoch, GError **error)
{
  return vouch_row_find_by_id (conn, &vouch_outbox_type, "WHERE epoch = ?1 ORDER BY seq DESC LIMIT 1", epoch, error);
}

/**
 * vouch_outbox_store_find_first:
 * @conn: a connection
 * @epoch: an epoch
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable): the first publication of an epoch; %NULL without an error where there is none
 */
VouchOutbox *
vouch_outbox_store_find_first (VouchConn *conn, gint64 epoch, GError **error)
{
  return vouch_row_find_by_id (conn, &vouch_outbox_type, "WHERE epoch = ?1 AND seq = 1", epoch, error);
}

/**
 * vouch_outbox_store_list_waiting:
 * @conn: a connection
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchOutbox): the next publications to send, in order; few, because
 *   each may be as long as a document
 */
GPtrArray *
vouch_outbox_store_list_waiting (VouchConn *conn, GError **error)
{
  return vouch_row_take_all (vouch_row_prepare_select (conn, &vouch_outbox_type,
                                                       "WHERE state = 'waiting' ORDER BY epoch, seq LIMIT 64", error),
                             &vouch_outbox_type, (GDestroyNotify)vouch_outbox_free, error);
}

/**
 * vouch_outbox_store_list_since:
 * @conn: a connection
 * @after: the id of a publication; 0 for all
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchOutbox): the next publications after one, sent or not
 */
GPtrArray *
vouch_outbox_store_list_since (VouchConn *conn, gint64 after, GError **error)
{
  return vouch_row_list_by_id (conn, &vouch_outbox_type, "WHERE id > ?1 ORDER BY id LIMIT 64", after,
                               (GDestroyNotify)vouch_outbox_free, error);
}

/**
 * vouch_outbox_store_list_waiting_since:
 * @conn: a connection
 * @after: the id of a publication; 0 for all
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchOutbox): the next publications after one that wait
 */
GPtrArray *
vouch_outbox_store_list_waiting_since (VouchConn *conn, gint64 after, GError **error)
{
  return vouch_row_list_by_id (conn, &vouch_outbox_type, "WHERE state = 'waiting' AND id > ?1 ORDER BY id LIMIT 64",
                               after, (GDestroyNotify)vouch_outbox_free, error);
}

/**
 * vouch_outbox_store_find_refused:
 * @conn: a connection
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable): the first publication that the lookup service refuses; %NULL without an error
 *   where there is none
 */
VouchOutbox *
vouch_outbox_store_find_refused (VouchConn *conn, GError **error)
{
  return vouch_row_find_by_id (
      conn, &vouch_outbox_type,
      "WHERE state = 'waiting' AND refusal IS NOT NULL AND epoch > ?1 ORDER BY epoch, seq LIMIT 1", 0, error);
}

/**
 * vouch_outbox_store_count_waiting:
 * @conn: a connection
 * @waiting: (out): how many publications wait to be sent
 * @error: what the database said
 *
 * Returns: whether they could be counted
 */
gboolean
vouch_outbox_store_count_waiting (VouchConn *conn, gint64 *waiting, GError **error)
{
  return vouch_conn_get_number (conn, "SELECT count(*) FROM outbox WHERE state = 'waiting'", waiting, error);
}

/**
 * vouch_outbox_store_count_of_lot:
 * @conn: a connection
 * @lot_id: a lot
 * @type: a publication's type
 * @count: (out): how often that was published of the lot
 * @error: what the database said
 *
 * Returns: whether they could be counted
 */
gboolean
vouch_outbox_store_count_of_lot (VouchConn *conn, gint64 lot_id, const char *type, gint64 *count, GError **error)
{
  g_autoptr (VouchStmt) stmt =
      vouch_conn_prepare (conn, "SELECT count(*) FROM outbox WHERE lot_id = ?1 AND type = ?2", error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;
  vouch_stmt_bind_number (stmt, 1, lot_id);
  vouch_stmt_bind_text (stmt, 2, type);
  if (!vouch_stmt_step (stmt, &has_row, error))
    return FALSE;
  *count = vouch_stmt_get_number (stmt, 0);
  return TRUE;
}

/**
 * vouch_outbox_store_count_policies:
 * @conn: a connection
 * @count: (out): how often the station's rules were published
 * @error: what the database said
 *
 * Returns: whether they could be counted
 */
gboolean
vouch_outbox_store_count_policies (VouchConn *conn, gint64 *count, GError **error)
{
  return vouch_conn_get_number (conn, "SELECT count(*) FROM outbox WHERE type = 'policy'", count, error);
}
