#include "vouch-correction.h"

static const char *const correction_fact_names[] = { "received", "supplier_lot", "produced", "expiry", NULL };
const VouchEnum vouch_correction_fact_values = { correction_fact_names };

static const char *const correction_state_names[] = { "asked", "approved", "refused", NULL };
const VouchEnum vouch_correction_state_values = { correction_state_names };

static const VouchField fields[] = {
  VOUCH_FIELD (VouchCorrection, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCorrection, lot_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchCorrection, fact, vouch_correction_fact_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCorrection, old_value, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCorrection, new_value, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchCorrection, reason, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD_OF_ENUM (VouchCorrection, state, vouch_correction_state_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCorrection, asked_by, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCorrection, asked_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCorrection, decided_by, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCorrection, decided_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCorrection, answer, TEXT, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchCorrection, vouch_correction, "correction", fields)
