#pragma once

#include "vouch-conn.h"
#include "vouch-scan-problem.h"

G_BEGIN_DECLS

/* Scans that were not understood. */

GPtrArray *vouch_scan_problem_store_list (VouchConn *conn, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_scan_problem_store_list_open (VouchConn *conn, GError **error) G_GNUC_WARN_UNUSED_RESULT;
VouchScanProblem *vouch_scan_problem_store_find_replaceable (VouchConn *conn, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
