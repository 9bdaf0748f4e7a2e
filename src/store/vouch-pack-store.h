#pragma once

#include "vouch-conn.h"
#include "vouch-pack-item.h"
#include "vouch-pack.h"

G_BEGIN_DECLS

/* Cartons and pallets, and what is in them. */

VouchPack *vouch_pack_store_find_by_sscc (VouchConn *conn, const char *sscc, GError **error) G_GNUC_WARN_UNUSED_RESULT;
VouchPack *vouch_pack_store_find_last (VouchConn *conn, const char *from, const char *to,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_pack_store_list_items (VouchConn *conn, gint64 pack_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_pack_store_list_history (VouchConn *conn, gint64 pack_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *
vouch_pack_store_list_items_of_lot (VouchConn *conn, gint64 lot_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
VouchPackItem *
vouch_pack_store_find_unit (VouchConn *conn, gint64 lot_id, gint64 unit, GError **error) G_GNUC_WARN_UNUSED_RESULT;
VouchPackItem *vouch_pack_store_find_child (VouchConn *conn, gint64 child_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GArray *
vouch_pack_store_list_ids (VouchConn *conn, gint64 before, guint limit, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
