#include "vouch-product-store.h"

#include "vouch-row.h"

/**
 * vouch_product_store_find_by_sku:
 * @conn: a connection
 * @sku: what to look for
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable): the product with this SKU; %NULL without an error where there is none
 */
VouchProduct *
vouch_product_store_find_by_sku (VouchConn *conn, const char *sku, GError **error)
{
  return vouch_row_find (conn, &vouch_product_type, "WHERE sku = ?1", sku, error);
}

/**
 * vouch_product_store_find_gtin:
 * @conn: a connection
 * @gtin: what to look for
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable): the trade item with this GTIN of 14 digits; %NULL without an error where there
 * is none
 */
VouchProductGtin *
vouch_product_store_find_gtin (VouchConn *conn, const char *gtin, GError **error)
{
  return vouch_row_find (conn, &vouch_product_gtin_type, "WHERE gtin = ?1", gtin, error);
}

/**
 * vouch_product_store_list_gtins:
 * @conn: a connection
 * @product_id: whose
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchProductGtin): the trade items of a product
 */
GPtrArray *
vouch_product_store_list_gtins (VouchConn *conn, gint64 product_id, GError **error)
{
  return vouch_row_list_by_id (conn, &vouch_product_gtin_type, "WHERE product_id = ?1 ORDER BY id", product_id,
                               (GDestroyNotify)vouch_product_gtin_free, error);
}

/**
 * vouch_product_store_list:
 * @conn: a connection
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchProduct): the whole catalogue
 */
GPtrArray *
vouch_product_store_list (VouchConn *conn, GError **error)
{
  return vouch_row_take_all (vouch_row_prepare_select (conn, &vouch_product_type, "ORDER BY sku", error),
                             &vouch_product_type, (GDestroyNotify)vouch_product_free, error);
}

/**
 * vouch_product_store_list_ids:
 * @conn: a connection
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the whole catalogue by SKU
 */
GArray *
vouch_product_store_list_ids (VouchConn *conn, GError **error)
{
  return vouch_row_take_ids (vouch_conn_prepare (conn, "SELECT id FROM product ORDER BY sku", error), error);
}
