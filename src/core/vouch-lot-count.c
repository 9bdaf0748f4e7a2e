#include "vouch-lot-count.h"

static const VouchField fields[] = {
  VOUCH_FIELD (VouchLotCount, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchLotCount, lot_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchLotCount, receipt_line_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_QUANTITY (VouchLotCount, counted, unit, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_QUANTITY (VouchLotCount, damaged, unit, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchLotCount, unit, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD_OF_QUANTITY (VouchLotCount, entered, entered_unit, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchLotCount, entered_unit, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchLotCount, numerator, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchLotCount, denominator, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchLotCount, counted_by, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchLotCount, counted_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchLotCount, undoes_id, ID, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchLotCount, vouch_lot_count, "lot_count", fields)
