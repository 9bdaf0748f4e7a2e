#include "vouch-defect-code.h"

static const char *const defect_class_names[] = { "critical", "major", "minor", NULL };
const VouchEnum vouch_defect_class_values = { defect_class_names };

static const char *const defect_area_names[] = { "appearance", "spec",     "quantity", "packaging",
                                                 "label",      "function", "safety",   NULL };
const VouchEnum vouch_defect_area_values = { defect_area_names };

static const VouchField fields[] = {
  VOUCH_FIELD (VouchDefectCode, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDefectCode, code, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD_OF_ENUM (VouchDefectCode, class, vouch_defect_class_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchDefectCode, area, vouch_defect_area_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDefectCode, name_en, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchDefectCode, name_zh, TEXT, VOUCH_FIELD_REQUIRED),
};

VOUCH_DEFINE_RECORD (VouchDefectCode, vouch_defect_code, "defect_code", fields)
