#pragma once

#include "vouch-conn.h"
#include "vouch-outbox.h"

G_BEGIN_DECLS

/* Publications on their way. */

VouchOutbox *vouch_outbox_store_find_last (VouchConn *conn, gint64 epoch, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_outbox_store_list_by_lot (VouchConn *conn, gint64 lot_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_outbox_store_list_waiting (VouchConn *conn, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
