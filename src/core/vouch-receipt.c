#include "vouch-receipt.h"

static const char *const receipt_state_names[] = { "open",   "counted",   "inspecting", "decided",
                                                   "closed", "cancelled", NULL };
const VouchEnum vouch_receipt_state_values = { receipt_state_names };

static const VouchField fields[] = {
  VOUCH_FIELD (VouchReceipt, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchReceipt, number, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchReceipt, delivery_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchReceipt, state, vouch_receipt_state_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchReceipt, arrived_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchReceipt, opened_by, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchReceipt, closed_at, TIME, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchReceipt, vouch_receipt, "receipt", fields)
