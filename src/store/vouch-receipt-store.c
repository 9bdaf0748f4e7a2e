#include "vouch-receipt-store.h"

#include "vouch-row.h"

/**
 * vouch_receipt_store_find_by_delivery:
 * @conn: a connection
 * @delivery_id: its id
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable): the receipt of a delivery; %NULL without an error where there is none
 */
VouchReceipt *
vouch_receipt_store_find_by_delivery (VouchConn *conn, gint64 delivery_id, GError **error)
{
  return vouch_row_find_by_id (conn, &vouch_receipt_type, "WHERE delivery_id = ?1", delivery_id, error);
}

/**
 * vouch_receipt_store_list_lines:
 * @conn: a connection
 * @receipt_id: whose
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchReceiptLine): the lines of a receipt
 */
GPtrArray *
vouch_receipt_store_list_lines (VouchConn *conn, gint64 receipt_id, GError **error)
{
  return vouch_row_list_by_id (conn, &vouch_receipt_line_type, "WHERE receipt_id = ?1 ORDER BY position", receipt_id,
                               (GDestroyNotify)vouch_receipt_line_free, error);
}
