#include "vouch-usage-decision.h"

static const char *const decision_kind_names[] = { "accept", "partial", "concession", "sort", "rework",
                                                   "return", "scrap",   "reinspect",  NULL };
const VouchEnum vouch_decision_kind_values = { decision_kind_names };

static const VouchField fields[] = {
  VOUCH_FIELD (VouchUsageDecision, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchUsageDecision, lot_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchUsageDecision, inspection_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchUsageDecision, kind, vouch_decision_kind_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_QUANTITY (VouchUsageDecision, accepted, unit, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_QUANTITY (VouchUsageDecision, rejected, unit, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_QUANTITY (VouchUsageDecision, held, unit, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_QUANTITY (VouchUsageDecision, used, unit, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchUsageDecision, unit, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchUsageDecision, reason, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchUsageDecision, decided_by, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchUsageDecision, decided_at, TIME, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchUsageDecision, vouch_usage_decision, "usage_decision", fields)
