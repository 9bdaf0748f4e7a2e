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

/**
 * vouch_class_plan_new_of_inspection:
 * @inspection: an inspection that began before there were class plans
 * @counts_nonconformities: whether its inspection plan counts nonconformities
 *
 * Returns: (transfer full): the plan that its own fields are, for all defects; without an id
 */
VouchClassPlan *
vouch_class_plan_new_of_inspection (const VouchInspection *inspection, gboolean counts_nonconformities)
{
  VouchClassPlan *self = vouch_class_plan_new ();

  self->inspection_id = inspection->id;
  self->position = 1;
  self->method = VOUCH_SAMPLING_METHOD_AQL;
  self->standard = g_strdup (inspection->standard);
  self->type = g_strdup ("single");
  self->level = g_strdup (inspection->level);
  self->aql = g_strdup (inspection->aql);
  self->severity = inspection->severity;
  self->counts_nonconformities = counts_nonconformities;
  self->letter = g_strdup (inspection->letter);
  self->plan_letter = g_strdup (inspection->plan_letter);
  self->samples = g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT,
                                   inspection->sample_size, inspection->ac, inspection->re);
  self->full_inspection = inspection->full_inspection;
  return self;
}
