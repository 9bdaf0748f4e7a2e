#pragma once

#include "vouch-audit-store.h"
#include "vouch-tx.h"

G_BEGIN_DECLS

/* The first answers to acts, by the keys that make an act happen once. The audit covers them: an answer names records,
 * and whoever repeats an act believes it. */

gboolean vouch_answer_store_insert (VouchConn *conn, const VouchTxEnd *end, gint64 at, gint64 seq, VouchAuditRow *row,
                                    GError **error);
gboolean
vouch_answer_store_get (VouchConn *conn, const char *key, const char *use_case, const VouchRecordType *request_type,
                        gconstpointer request, GBytes **answer, GError **error);
gboolean vouch_answer_store_verify (VouchConn *conn, VouchAuditFindings *findings, GError **error);

G_END_DECLS
