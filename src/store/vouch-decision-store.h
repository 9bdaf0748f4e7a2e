#pragma once

#include "vouch-conn.h"
#include "vouch-ncr.h"
#include "vouch-signature.h"
#include "vouch-usage-decision.h"

G_BEGIN_DECLS

/* Usage decisions, signatures and non-conformance reports. */

GPtrArray *vouch_decision_store_list (VouchConn *conn, gint64 lot_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *
vouch_decision_store_list_signatures (VouchConn *conn, gint64 subject_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_decision_store_list_ncrs (VouchConn *conn, gint64 lot_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
