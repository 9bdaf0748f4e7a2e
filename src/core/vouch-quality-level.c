#include "vouch-quality-level.h"

static const VouchField fields[] = {
  VOUCH_FIELD (VouchQualityLevel, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQualityLevel, product_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQualityLevel, supplier_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchQualityLevel, plan_type, vouch_plan_type_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchQualityLevel, scope, vouch_defect_scope_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchQualityLevel, method, vouch_sampling_method_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQualityLevel, standard, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQualityLevel, type, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQualityLevel, level, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQualityLevel, aql, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQualityLevel, counts_nonconformities, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQualityLevel, characteristic, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQualityLevel, qualify, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQualityLevel, every, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQualityLevel, requalify, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQualityLevel, seed, BYTES, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchQualityLevel, vouch_quality_level, "quality_level", fields)
