#pragma once

#include "vouch-decide-work.h"
#include "vouch-lot-file.h"

G_BEGIN_DECLS

/* What the inspector's and the QA lead's decisions have in common. */
gboolean vouch_decide_deny (GError **error, const char *field, const char *message);
gboolean vouch_decide_sign (VouchAct *act, const VouchRecordType *type, gconstpointer record, VouchMeaning meaning,
                            GError **error);
VouchLotFile *vouch_decide_load_undecided (VouchAct *act, gint64 lot_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_decide_finish_inspection (VouchAct *act, VouchLotFile *file, VouchInspectionState state, GError **error);
gboolean vouch_decide_place_stock (VouchAct *act, const VouchLot *lot, GError **error);
VouchUsageDecision *vouch_decide_insert_decision (VouchAct *act, const VouchLotFile *file, VouchDecisionKind kind,
                                                  const char *reason, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_decide_block (VouchAct *act, VouchLot *lot, VouchLotStatus status, const char *reason, GError **error);
gboolean vouch_decide_block_by_gate (VouchAct *act, VouchLot *lot, VouchHoldGate gate, GError **error);
gboolean vouch_decide_open_ncr (VouchAct *act, VouchLotFile *file, VouchDecided *answer, GError **error);
gboolean vouch_decide_check_inspected (const VouchLotFile *file, VouchVerdict wanted, GError **error);

G_END_DECLS
