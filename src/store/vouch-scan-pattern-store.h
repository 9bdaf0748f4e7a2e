#pragma once

#include "vouch-conn.h"
#include "vouch-scan-pattern.h"

G_BEGIN_DECLS

/* Forms of codes. */

GPtrArray *vouch_scan_pattern_store_list (VouchConn *conn, GError **error) G_GNUC_WARN_UNUSED_RESULT;
VouchScanPattern *
vouch_scan_pattern_store_find (VouchConn *conn, const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
