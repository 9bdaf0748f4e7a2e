#include "vouch-lot-hold.h"

static const VouchField fields[] = {
  VOUCH_FIELD (VouchLotHold, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchLotHold, lot_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchLotHold, reason, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD_OF_QUANTITY (VouchLotHold, quantity, unit, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchLotHold, unit, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchLotHold, held_by, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchLotHold, held_at, TIME, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchLotHold, vouch_lot_hold, "lot_hold", fields)
