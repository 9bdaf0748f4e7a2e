#pragma once

#include "vouch-arrival-check.h"
#include "vouch-conn.h"
#include "vouch-count-pass.h"
#include "vouch-receipt-line.h"
#include "vouch-receipt.h"

G_BEGIN_DECLS

/* Receipts. */

VouchReceipt *
vouch_receipt_store_find_by_delivery (VouchConn *conn, gint64 delivery_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *
vouch_receipt_store_list_lines (VouchConn *conn, gint64 receipt_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
VouchReceipt *
vouch_receipt_store_find_by_number (VouchConn *conn, const char *number, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *
vouch_receipt_store_list_passes (VouchConn *conn, gint64 receipt_line_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *
vouch_receipt_store_list_arrival_checks (VouchConn *conn, gint64 receipt_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_receipt_store_list_lines_for_review (VouchConn *conn, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
