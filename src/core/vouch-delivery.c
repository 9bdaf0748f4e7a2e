#include "vouch-delivery.h"

static const char *const delivery_state_names[] = { "expected", "arrived", "closed", "cancelled", NULL };
const VouchEnum vouch_delivery_state_values = { delivery_state_names };

static const VouchField fields[] = {
  VOUCH_FIELD (VouchDelivery, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDelivery, number, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchDelivery, supplier_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDelivery, carrier_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDelivery, promised_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDelivery, urgent, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchDelivery, state, vouch_delivery_state_values, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchDelivery, vouch_delivery, "delivery", fields)
