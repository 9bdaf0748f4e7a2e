#pragma once

#include "vouch-conn.h"
#include "vouch-delivery-line.h"
#include "vouch-delivery.h"

G_BEGIN_DECLS

/* Expected deliveries. */

VouchDelivery *
vouch_delivery_store_find_by_number (VouchConn *conn, const char *number, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *
vouch_delivery_store_list_lines (VouchConn *conn, gint64 delivery_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_delivery_store_list_open (VouchConn *conn, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GArray *vouch_delivery_store_list_open_ids (VouchConn *conn, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
