#pragma once

#include "vouch-conn.h"
#include "vouch-scan-trace.h"

G_BEGIN_DECLS

/* What was scanned lately. */

gboolean vouch_scan_history_store_append (VouchConn *conn, GPtrArray *traces, GError **error);
GPtrArray *
vouch_scan_history_store_list (VouchConn *conn, gint64 before, guint limit, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
