#include "vouch-inspection-plan.h"

static const char *const plan_type_names[] = { "incoming",           "in_process",   "returned",
                                               "stock_surveillance", "after_repair", NULL };
const VouchEnum vouch_plan_type_values = { plan_type_names };

static const char *const plan_state_names[] = { "draft", "approved", "retired", NULL };
const VouchEnum vouch_plan_state_values = { plan_state_names };

static const VouchField fields[] = {
  VOUCH_FIELD (VouchInspectionPlan, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchInspectionPlan, product_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchInspectionPlan, type, vouch_plan_type_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchInspectionPlan, version, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchInspectionPlan, state, vouch_plan_state_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchInspectionPlan, standard, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchInspectionPlan, level, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchInspectionPlan, aql, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchInspectionPlan, counts_nonconformities, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchInspectionPlan, decider_not_inspector, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchInspectionPlan, author_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchInspectionPlan, approver_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchInspectionPlan, approved_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchInspectionPlan, arrival_checks, TEXT, VOUCH_FIELD_ADDED),
  VOUCH_FIELD (VouchInspectionPlan, draw_by, TEXT, VOUCH_FIELD_ADDED),
  VOUCH_FIELD (VouchInspectionPlan, drafted_at, TIME, VOUCH_FIELD_ADDED),
  VOUCH_FIELD (VouchInspectionPlan, note, TEXT, VOUCH_FIELD_ADDED),
  VOUCH_FIELD (VouchInspectionPlan, retired_by, ID, VOUCH_FIELD_ADDED),
  VOUCH_FIELD (VouchInspectionPlan, retired_at, TIME, VOUCH_FIELD_ADDED),
  VOUCH_FIELD (VouchInspectionPlan, retired_reason, TEXT, VOUCH_FIELD_ADDED),
};

VOUCH_DEFINE_RECORD (VouchInspectionPlan, vouch_inspection_plan, "inspection_plan", fields)

/**
 * vouch_inspection_plan_make_rule:
 * @self: a plan
 *
 * Returns: (transfer full): the rule that the plan's own terms are: single samples for all defects; without an id
 */
VouchSamplingRule *
vouch_inspection_plan_make_rule (const VouchInspectionPlan *self)
{
  VouchSamplingRule *rule = vouch_sampling_rule_new ();

  rule->plan_id = self->id;
  rule->position = 1;
  rule->method = VOUCH_SAMPLING_METHOD_AQL;
  rule->standard = g_strdup (self->standard);
  rule->type = g_strdup ("single");
  rule->level = g_strdup (self->level);
  rule->aql = g_strdup (self->aql);
  rule->counts_nonconformities = self->counts_nonconformities;
  return rule;
}
