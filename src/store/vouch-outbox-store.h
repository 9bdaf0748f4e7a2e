#pragma once

#include "vouch-conn.h"
#include "vouch-outbox.h"

G_BEGIN_DECLS

/* Publications on their way. */

VouchOutbox *vouch_outbox_store_find_first (VouchConn *conn, gint64 epoch, GError **error) G_GNUC_WARN_UNUSED_RESULT;
VouchOutbox *vouch_outbox_store_find_last (VouchConn *conn, gint64 epoch, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_outbox_store_list_waiting (VouchConn *conn, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_outbox_store_list_since (VouchConn *conn, gint64 after, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *
vouch_outbox_store_list_waiting_since (VouchConn *conn, gint64 after, GError **error) G_GNUC_WARN_UNUSED_RESULT;
VouchOutbox *vouch_outbox_store_find_refused (VouchConn *conn, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_outbox_store_count_policies (VouchConn *conn, gint64 *count, GError **error);
gboolean vouch_outbox_store_count_waiting (VouchConn *conn, gint64 *waiting, GError **error);
gboolean
vouch_outbox_store_count_of_lot (VouchConn *conn, gint64 lot_id, const char *type, gint64 *count, GError **error);

G_END_DECLS
