#include "vouch-recall-store.h"

#include "vouch-row.h"

/**
 * vouch_recall_store_list_holds:
 * @conn: a connection
 * @lot_id: whose
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchLotHold): the holds that a lot came to after its release
 */
GPtrArray *
vouch_recall_store_list_holds (VouchConn *conn, gint64 lot_id, GError **error)
{
  return vouch_row_list_by_id (conn, &vouch_lot_hold_type, "WHERE lot_id = ?1 ORDER BY id", lot_id,
                               (GDestroyNotify)vouch_lot_hold_free, error);
}

/**
 * vouch_recall_store_list_by_lot:
 * @conn: a connection
 * @lot_id: whose
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchRecall): the recalls that reach a lot
 */
GPtrArray *
vouch_recall_store_list_by_lot (VouchConn *conn, gint64 lot_id, GError **error)
{
  return vouch_row_list_by_id (conn, &vouch_recall_type,
                               "WHERE id IN (SELECT recall_id FROM recall_lot WHERE lot_id = ?1) ORDER BY id", lot_id,
                               (GDestroyNotify)vouch_recall_free, error);
}

/**
 * vouch_recall_store_list_recent:
 * @conn: a connection
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchRecall): the hundred latest recalls, the last one first
 */
GPtrArray *
vouch_recall_store_list_recent (VouchConn *conn, GError **error)
{
  g_autoptr (VouchStmt) stmt = vouch_row_prepare_select (conn, &vouch_recall_type, "ORDER BY id DESC LIMIT 100", error);

  return vouch_row_take_all (stmt, &vouch_recall_type, (GDestroyNotify)vouch_recall_free, error);
}
