#include "vouch-sample-unit.h"

static const VouchField fields[] = {
  VOUCH_FIELD (VouchSampleUnit, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchSampleUnit, inspection_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchSampleUnit, position, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchSampleUnit, unit, NUMBER, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchSampleUnit, vouch_sample_unit, "sample_unit", fields)
