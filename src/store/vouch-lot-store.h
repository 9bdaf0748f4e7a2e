#pragma once

#include "vouch-conn.h"
#include "vouch-lot-count.h"
#include "vouch-lot.h"
#include "vouch-stock.h"

G_BEGIN_DECLS

/* Lots, their counts and their stock. */

VouchLot *
vouch_lot_store_find_by_number (VouchConn *conn, const char *number, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *
vouch_lot_store_list_by_line (VouchConn *conn, gint64 receipt_line_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_lot_store_list_same_supplier_lot (VouchConn *conn, gint64 product_id, gint64 supplier_id,
                                                   const char *supplier_lot, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *
vouch_lot_store_list_counts (VouchConn *conn, gint64 receipt_line_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *
vouch_lot_store_list_counts_of_sscc (VouchConn *conn, const char *sscc, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_lot_store_list_counts_of_serial (VouchConn *conn, const char *gtin, const char *serial,
                                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_lot_store_list_stock (VouchConn *conn, gint64 lot_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_lot_store_list_pending (VouchConn *conn, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_lot_store_list_recent (VouchConn *conn, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GArray *
vouch_lot_store_list_ids (VouchConn *conn, gint64 before, guint limit, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GArray *
vouch_lot_store_list_ids_of_delivery (VouchConn *conn, const char *number, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
