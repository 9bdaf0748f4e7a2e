#include "vouch-parked-goods-store.h"

#include "vouch-row.h"

/**
 * vouch_parked_goods_store_find_by_number:
 * @conn: a connection
 * @number: what to look for
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable): the goods with this number; %NULL without an error where there are none
 */
VouchParkedGoods *
vouch_parked_goods_store_find_by_number (VouchConn *conn, const char *number, GError **error)
{
  return vouch_row_find (conn, &vouch_parked_goods_type, "WHERE number = ?1", number, error);
}

/**
 * vouch_parked_goods_store_list:
 * @conn: a connection
 * @receipt_id: whose
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchParkedGoods): what was parked of a receipt, in order
 */
GPtrArray *
vouch_parked_goods_store_list (VouchConn *conn, gint64 receipt_id, GError **error)
{
  return vouch_row_list_by_id (conn, &vouch_parked_goods_type, "WHERE receipt_id = ?1 ORDER BY id", receipt_id,
                               (GDestroyNotify)vouch_parked_goods_free, error);
}

/**
 * vouch_parked_goods_store_list_for_review:
 * @conn: a connection
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchParkedGoods): what waits for the QA lead, the oldest first
 */
GPtrArray *
vouch_parked_goods_store_list_for_review (VouchConn *conn, GError **error)
{
  return vouch_row_take_all (
      vouch_row_prepare_select (conn, &vouch_parked_goods_type,
                                "INDEXED BY parked_goods_for_review WHERE state = 'parked' ORDER BY id", error),
      &vouch_parked_goods_type, (GDestroyNotify)vouch_parked_goods_free, error);
}
