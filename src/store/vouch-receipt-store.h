#pragma once

#include "vouch-conn.h"
#include "vouch-receipt-line.h"
#include "vouch-receipt.h"

G_BEGIN_DECLS

/* Receipts. */

VouchReceipt *
vouch_receipt_store_find_by_delivery (VouchConn *conn, gint64 delivery_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *
vouch_receipt_store_list_lines (VouchConn *conn, gint64 receipt_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
