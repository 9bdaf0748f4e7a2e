#include "vouch-reading.h"

static const char *const result_names[] = { "pass", "fail", "not_applicable", NULL };
const VouchEnum vouch_result_values = { result_names };

static const VouchField fields[] = {
  VOUCH_FIELD (VouchReading, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchReading, inspection_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchReading, position, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchReading, characteristic_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchReading, result, vouch_result_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchReading, has_value, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_QUANTITY (VouchReading, value, unit, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchReading, unit, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchReading, defect_code_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchReading, note, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchReading, inspector_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchReading, recorded_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchReading, undoes_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchReading, act_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchReading, second_id, ID, VOUCH_FIELD_ADDED),
  VOUCH_FIELD_OF_QUANTITY (VouchReading, entered, entered_unit, VOUCH_FIELD_ADDED),
  VOUCH_FIELD (VouchReading, entered_unit, TEXT, VOUCH_FIELD_ADDED),
};

VOUCH_DEFINE_RECORD (VouchReading, vouch_reading, "reading", fields)
