#include "vouch-characteristic.h"

static const char *const characteristic_kind_names[] = { "variable", "attribute", "count", "text", "lab_test", NULL };
const VouchEnum vouch_characteristic_kind_values = { characteristic_kind_names };

static const VouchField fields[] = {
  VOUCH_FIELD (VouchCharacteristic, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCharacteristic, plan_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCharacteristic, position, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchCharacteristic, kind, vouch_characteristic_kind_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCharacteristic, name_en, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchCharacteristic, name_zh, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchCharacteristic, method, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCharacteristic, unit, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_QUANTITY (VouchCharacteristic, nominal, unit, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_QUANTITY (VouchCharacteristic, lower, unit, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_QUANTITY (VouchCharacteristic, upper, unit, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCharacteristic, has_lower, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCharacteristic, has_upper, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCharacteristic, defect_code_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCharacteristic, required, FLAG, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchCharacteristic, vouch_characteristic, "characteristic", fields)
