#include "vouch-signature.h"

static const char *const meaning_names[] = {
  "accepted_within_plan", "rejection_confirmed", "held", "usage_decision", "recalled", "severity",
  "plan_approved",        "plan_retired",        NULL
};
const VouchEnum vouch_meaning_values = { meaning_names };

static const VouchField fields[] = {
  VOUCH_FIELD (VouchSignature, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchSignature, subject, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchSignature, subject_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchSignature, record_hash, BYTES, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchSignature, meaning, vouch_meaning_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchSignature, signer_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchSignature, signed_at, TIME, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchSignature, vouch_signature, "signature", fields)
