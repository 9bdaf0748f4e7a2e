#pragma once

#include "vouch-conn.h"
#include "vouch-parked-goods.h"

G_BEGIN_DECLS

/* Goods without a product. */

VouchParkedGoods *
vouch_parked_goods_store_find_by_number (VouchConn *conn, const char *number, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_parked_goods_store_list (VouchConn *conn, gint64 receipt_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_parked_goods_store_list_for_review (VouchConn *conn, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
