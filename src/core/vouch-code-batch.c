#include "vouch-code-batch.h"

static const char *const code_batch_state_names[] = { "reserved", "printed", "verified", "active", "voided", NULL };
const VouchEnum vouch_code_batch_state_values = { code_batch_state_names };

static const VouchField fields[] = {
  VOUCH_FIELD (VouchCodeBatch, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCodeBatch, lot_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCodeBatch, key_version, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCodeBatch, first_unit, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCodeBatch, units, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCodeBatch, gtin, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCodeBatch, host, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD_OF_ENUM (VouchCodeBatch, state, vouch_code_batch_state_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCodeBatch, scanned_first, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCodeBatch, scanned_last, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCodeBatch, issued_by, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCodeBatch, issued_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCodeBatch, void_reason, TEXT, VOUCH_FIELD_ADDED),
  VOUCH_FIELD (VouchCodeBatch, voided_by, ID, VOUCH_FIELD_ADDED),
  VOUCH_FIELD (VouchCodeBatch, voided_at, TIME, VOUCH_FIELD_ADDED),
  VOUCH_FIELD (VouchCodeBatch, applied, NUMBER, VOUCH_FIELD_ADDED),
  VOUCH_FIELD (VouchCodeBatch, spoiled, NUMBER, VOUCH_FIELD_ADDED),
  VOUCH_FIELD (VouchCodeBatch, returned, NUMBER, VOUCH_FIELD_ADDED),
  VOUCH_FIELD (VouchCodeBatch, reconciled_by, ID, VOUCH_FIELD_ADDED),
  VOUCH_FIELD (VouchCodeBatch, reconciled_at, TIME, VOUCH_FIELD_ADDED),
  VOUCH_FIELD (VouchCodeBatch, closed_by, ID, VOUCH_FIELD_ADDED),
  VOUCH_FIELD (VouchCodeBatch, closed_at, TIME, VOUCH_FIELD_ADDED),
};

VOUCH_DEFINE_RECORD (VouchCodeBatch, vouch_code_batch, "code_batch", fields)
