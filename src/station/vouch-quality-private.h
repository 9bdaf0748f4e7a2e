#pragma once

#include "vouch-quality-ledger.h"

G_BEGIN_DECLS

/* What loading a ledger and adding to it have in common. */
VouchSamplingEntry vouch_quality_entry_to_sampling (const VouchQualityEntry *self, VouchSamplingMethod method);
gboolean vouch_quality_ledger_step_skip (VouchQualityLedger *self, const VouchQualityEntry *entry, GError **error);
VouchQualityLedger *
vouch_quality_ledger_replay_level (VouchConn *conn, VouchQualityLevel *level, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *
vouch_quality_cell_list (VouchConn *conn, const VouchQualityLedger *ledger, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
