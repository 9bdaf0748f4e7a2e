#include "vouch-lot-store.h"

#include "vouch-row.h"

/**
 * vouch_lot_store_find_by_number:
 * @conn: a connection
 * @number: what to look for
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable): the lot with our number; %NULL without an error where there is none
 */
VouchLot *
vouch_lot_store_find_by_number (VouchConn *conn, const char *number, GError **error)
{
  return vouch_row_find (conn, &vouch_lot_type, "WHERE number = ?1", number, error);
}

/**
 * vouch_lot_store_list_by_line:
 * @conn: a connection
 * @receipt_line_id: whose
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchLot): the lots of a receipt line
 */
GPtrArray *
vouch_lot_store_list_by_line (VouchConn *conn, gint64 receipt_line_id, GError **error)
{
  return vouch_row_list_by_id (conn, &vouch_lot_type, "WHERE receipt_line_id = ?1 ORDER BY id", receipt_line_id,
                               (GDestroyNotify)vouch_lot_free, error);
}

/**
 * vouch_lot_store_list_counts:
 * @conn: a connection
 * @receipt_line_id: whose
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchLotCount): what was counted on a line, in order, with
 * counter-entries
 */
GPtrArray *
vouch_lot_store_list_counts (VouchConn *conn, gint64 receipt_line_id, GError **error)
{
  return vouch_row_list_by_id (conn, &vouch_lot_count_type, "WHERE receipt_line_id = ?1 ORDER BY id", receipt_line_id,
                               (GDestroyNotify)vouch_lot_count_free, error);
}

/**
 * vouch_lot_store_list_stock:
 * @conn: a connection
 * @lot_id: whose
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchStock): where a lot is
 */
GPtrArray *
vouch_lot_store_list_stock (VouchConn *conn, gint64 lot_id, GError **error)
{
  return vouch_row_list_by_id (conn, &vouch_stock_type, "WHERE lot_id = ?1 ORDER BY id", lot_id,
                               (GDestroyNotify)vouch_stock_free, error);
}

/**
 * vouch_lot_store_list_pending:
 * @conn: a connection
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchLot): the lots that wait for their inspection
 */
GPtrArray *
vouch_lot_store_list_pending (VouchConn *conn, GError **error)
{
  return vouch_row_take_all (
      vouch_row_prepare_select (conn, &vouch_lot_type, "WHERE status = 'pending' ORDER BY id", error), &vouch_lot_type,
      (GDestroyNotify)vouch_lot_free, error);
}

/**
 * vouch_lot_store_list_recent:
 * @conn: a connection
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchLot): the latest lots
 */
GPtrArray *
vouch_lot_store_list_recent (VouchConn *conn, GError **error)
{
  return vouch_row_take_all (vouch_row_prepare_select (conn, &vouch_lot_type, "ORDER BY id DESC LIMIT 200", error),
                             &vouch_lot_type, (GDestroyNotify)vouch_lot_free, error);
}

/**
 * vouch_lot_store_list_same_supplier_lot:
 * @conn: a connection
 * @product_id: the product
 * @supplier_id: the supplier
 * @supplier_lot: the supplier's lot number
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchLot): our lots of the same supplier's lot, in whichever
 * receipt
 */
GPtrArray *
vouch_lot_store_list_same_supplier_lot (VouchConn *conn, gint64 product_id, gint64 supplier_id,
                                        const char *supplier_lot, GError **error)
{
  VouchStmt *stmt = vouch_row_prepare_select (
      conn, &vouch_lot_type, "WHERE product_id = ?1 AND supplier_lot = ?2 AND supplier_id = ?3 ORDER BY id", error);

  if (stmt != NULL)
    {
      vouch_stmt_bind_number (stmt, 1, product_id);
      vouch_stmt_bind_text (stmt, 2, supplier_lot);
      vouch_stmt_bind_number (stmt, 3, supplier_id);
    }
  return vouch_row_take_all (stmt, &vouch_lot_type, (GDestroyNotify)vouch_lot_free, error);
}

/**
 * vouch_lot_store_list_ids:
 * @conn: a connection
 * @before: an id, or 0
 * @limit: how many at most; 0 is all
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the ids of all lots, the newest first; those older than
 * @before unless it is 0
 */
GArray *
vouch_lot_store_list_ids (VouchConn *conn, gint64 before, guint limit, GError **error)
{
  g_autoptr (VouchStmt) stmt =
      vouch_conn_prepare (conn, "SELECT id FROM lot WHERE id < ?1 ORDER BY id DESC LIMIT ?2", error);

  if (stmt == NULL)
    return NULL;
  vouch_stmt_bind_number (stmt, 1, before != 0 ? before : G_MAXINT64);
  vouch_stmt_bind_number (stmt, 2, limit != 0 ? (gint64)limit : -1);
  return vouch_row_take_ids (g_steal_pointer (&stmt), error);
}

/**
 * vouch_lot_store_list_ids_of_delivery:
 * @conn: a connection
 * @number: of a delivery
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the ids of the lots that came with it, the newest first
 */
GArray *
vouch_lot_store_list_ids_of_delivery (VouchConn *conn, const char *number, GError **error)
{
  g_autoptr (VouchStmt) stmt =
      vouch_conn_prepare (conn,
                          "SELECT lot.id FROM delivery JOIN receipt ON receipt.delivery_id = delivery.id "
                          "JOIN receipt_line ON receipt_line.receipt_id = receipt.id "
                          "JOIN lot ON lot.receipt_line_id = receipt_line.id WHERE delivery.number = ?1 "
                          "ORDER BY lot.id DESC",
                          error);

  if (stmt == NULL)
    return NULL;
  vouch_stmt_bind_text (stmt, 1, number);
  return vouch_row_take_ids (g_steal_pointer (&stmt), error);
}

/**
 * vouch_lot_store_list_counts_of_sscc:
 * @conn: a connection
 * @sscc: of a logistic unit
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchLotCount): the counts of that unit, in order, with
 * counter-entries
 */
GPtrArray *
vouch_lot_store_list_counts_of_sscc (VouchConn *conn, const char *sscc, GError **error)
{
  VouchStmt *stmt = vouch_row_prepare_select (conn, &vouch_lot_count_type, "WHERE sscc = ?1 ORDER BY id", error);

  if (stmt != NULL)
    vouch_stmt_bind_text (stmt, 1, sscc);
  return vouch_row_take_all (stmt, &vouch_lot_count_type, (GDestroyNotify)vouch_lot_count_free, error);
}

/**
 * vouch_lot_store_list_counts_of_serial:
 * @conn: a connection
 * @gtin: of the trade item, 14 digits
 * @serial: its serial
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchLotCount): the counts of that piece, in order, with
 * counter-entries
 */
GPtrArray *
vouch_lot_store_list_counts_of_serial (VouchConn *conn, const char *gtin, const char *serial, GError **error)
{
  VouchStmt *stmt = vouch_row_prepare_select (conn, &vouch_lot_count_type,
                                              "WHERE serial = ?1 AND entered_unit = ?2 ORDER BY id", error);

  if (stmt != NULL)
    {
      vouch_stmt_bind_text (stmt, 1, serial);
      vouch_stmt_bind_text (stmt, 2, gtin);
    }
  return vouch_row_take_all (stmt, &vouch_lot_count_type, (GDestroyNotify)vouch_lot_count_free, error);
}
