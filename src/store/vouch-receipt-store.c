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

/**
 * vouch_receipt_store_list_passes:
 * @conn: a connection
 * @receipt_line_id: whose
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchCountPass): the finished counts of a line, in order
 */
GPtrArray *
vouch_receipt_store_list_passes (VouchConn *conn, gint64 receipt_line_id, GError **error)
{
  return vouch_row_list_by_id (conn, &vouch_count_pass_type, "WHERE receipt_line_id = ?1 ORDER BY id", receipt_line_id,
                               (GDestroyNotify)vouch_count_pass_free, error);
}

/**
 * vouch_receipt_store_list_arrival_checks:
 * @conn: a connection
 * @receipt_id: whose
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchArrivalCheck): what was found on arrival, in order; the last
 * entry of an item counts
 */
GPtrArray *
vouch_receipt_store_list_arrival_checks (VouchConn *conn, gint64 receipt_id, GError **error)
{
  return vouch_row_list_by_id (conn, &vouch_arrival_check_type, "WHERE receipt_id = ?1 ORDER BY id", receipt_id,
                               (GDestroyNotify)vouch_arrival_check_free, error);
}

/**
 * vouch_receipt_store_find_by_number:
 * @conn: a connection
 * @number: what to look for
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable): the receipt with this number; %NULL without an error where there is none
 */
VouchReceipt *
vouch_receipt_store_find_by_number (VouchConn *conn, const char *number, GError **error)
{
  return vouch_row_find (conn, &vouch_receipt_type, "WHERE number = ?1", number, error);
}

/**
 * vouch_receipt_store_list_lines_for_review:
 * @conn: a connection
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchReceiptLine): the lines whose counts differ, the oldest first
 */
GPtrArray *
vouch_receipt_store_list_lines_for_review (VouchConn *conn, GError **error)
{
  return vouch_row_take_all (
      vouch_row_prepare_select (conn, &vouch_receipt_line_type,
                                "INDEXED BY receipt_line_for_review WHERE recount > 1 AND is_closed = 0 ORDER BY id",
                                error),
      &vouch_receipt_line_type, (GDestroyNotify)vouch_receipt_line_free, error);
}
