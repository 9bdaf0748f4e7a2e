#include "vouch-void-unit.h"

static const VouchField fields[] = {
  VOUCH_FIELD (VouchVoidUnit, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchVoidUnit, lot_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchVoidUnit, batch_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchVoidUnit, first_unit, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchVoidUnit, units, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchVoidUnit, reason, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchVoidUnit, voided_by, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchVoidUnit, voided_at, TIME, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchVoidUnit, vouch_void_unit, "void_unit", fields)
