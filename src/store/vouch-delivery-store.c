#include "vouch-delivery-store.h"

#include "vouch-row.h"

/**
 * vouch_delivery_store_find_by_number:
 * @conn: a connection
 * @number: what to look for
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable): the delivery with this number; %NULL without an error where there is none
 */
VouchDelivery *
vouch_delivery_store_find_by_number (VouchConn *conn, const char *number, GError **error)
{
  return vouch_row_find (conn, &vouch_delivery_type, "WHERE number = ?1", number, error);
}

/**
 * vouch_delivery_store_list_lines:
 * @conn: a connection
 * @delivery_id: whose
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchDeliveryLine): the lines of a delivery
 */
GPtrArray *
vouch_delivery_store_list_lines (VouchConn *conn, gint64 delivery_id, GError **error)
{
  return vouch_row_list_by_id (conn, &vouch_delivery_line_type, "WHERE delivery_id = ?1 ORDER BY position", delivery_id,
                               (GDestroyNotify)vouch_delivery_line_free, error);
}

/**
 * vouch_delivery_store_list_open:
 * @conn: a connection
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchDelivery): the deliveries to work on, the most pressing first
 */
GPtrArray *
vouch_delivery_store_list_open (VouchConn *conn, GError **error)
{
  return vouch_row_take_all (
      vouch_row_prepare_select (conn, &vouch_delivery_type,
                                "WHERE state IN ('expected', 'arrived') ORDER BY urgent DESC, promised_at, id", error),
      &vouch_delivery_type, (GDestroyNotify)vouch_delivery_free, error);
}

/**
 * vouch_delivery_store_list_open_ids:
 * @conn: a connection
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the ids of the deliveries to work on, the most pressing
 * first
 */
GArray *
vouch_delivery_store_list_open_ids (VouchConn *conn, GError **error)
{
  return vouch_row_take_ids (vouch_conn_prepare (conn,
                                                 "SELECT id FROM delivery WHERE state IN ('expected', 'arrived') "
                                                 "ORDER BY urgent DESC, promised_at, id",
                                                 error),
                             error);
}
