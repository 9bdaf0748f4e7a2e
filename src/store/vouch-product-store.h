#pragma once

#include "vouch-conn.h"
#include "vouch-product-gtin.h"
#include "vouch-product.h"

G_BEGIN_DECLS

/* The catalogue. */

VouchProduct *
vouch_product_store_find_by_sku (VouchConn *conn, const char *sku, GError **error) G_GNUC_WARN_UNUSED_RESULT;
VouchProductGtin *
vouch_product_store_find_gtin (VouchConn *conn, const char *gtin, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *
vouch_product_store_list_gtins (VouchConn *conn, gint64 product_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_product_store_list (VouchConn *conn, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GArray *vouch_product_store_list_ids (VouchConn *conn, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
