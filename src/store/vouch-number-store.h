#pragma once

#include "vouch-conn.h"

G_BEGIN_DECLS

/* Figures that are asked of whole tables. */
gboolean vouch_number_store_count_users (VouchConn *conn, gint64 *n, GError **error);
gboolean vouch_number_store_get_greatest_id (VouchConn *conn, gint64 *id, GError **error);
gboolean vouch_number_store_get_next_unit (VouchConn *conn, gint64 lot_id, gint64 *unit, GError **error);

G_END_DECLS
