#include "vouch-class-plan.h"

static const VouchField fields[] = {
  VOUCH_FIELD (VouchClassPlan, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchClassPlan, inspection_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchClassPlan, position, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchClassPlan, rule_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchClassPlan, level_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchClassPlan, scope, vouch_defect_scope_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchClassPlan, method, vouch_sampling_method_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchClassPlan, standard, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchClassPlan, type, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchClassPlan, level, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchClassPlan, aql, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchClassPlan, severity, vouch_severity_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchClassPlan, counts_nonconformities, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchClassPlan, letter, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchClassPlan, plan_letter, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchClassPlan, samples, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchClassPlan, full_inspection, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchClassPlan, characteristic_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchClassPlan, variables_method, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchClassPlan, sigma, NUMBER, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchClassPlan, vouch_class_plan, "class_plan", fields)
