#include "vouch-ncr.h"

static const char *const ncr_state_names[] = { "open", "contained", "review", "disposition", "verify", "closed", NULL };
const VouchEnum vouch_ncr_state_values = { ncr_state_names };

static const VouchField fields[] = {
  VOUCH_FIELD (VouchNcr, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchNcr, number, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchNcr, lot_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchNcr, inspection_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchNcr, state, vouch_ncr_state_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchNcr, nonconforming, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchNcr, summary, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchNcr, opened_by, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchNcr, opened_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchNcr, usage_decision_id, ID, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchNcr, vouch_ncr, "ncr", fields)
