#include "vouch-parked-goods.h"

static const char *const parked_state_names[] = { "parked", "resolved", NULL };
const VouchEnum vouch_parked_state_values = { parked_state_names };

static const VouchField fields[] = {
  VOUCH_FIELD (VouchParkedGoods, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchParkedGoods, number, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchParkedGoods, receipt_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchParkedGoods, code, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchParkedGoods, note, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchParkedGoods, state, vouch_parked_state_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchParkedGoods, parked_by, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchParkedGoods, parked_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchParkedGoods, resolution, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchParkedGoods, resolved_by, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchParkedGoods, resolved_at, TIME, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchParkedGoods, vouch_parked_goods, "parked_goods", fields)
