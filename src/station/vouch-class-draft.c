#include "vouch-class-draft.h"

#include <glib/gi18n-lib.h>

#include "vouch-characteristic.h"
#include "vouch-class-plan.h"
#include "vouch-error.h"
#include "vouch-plan-store.h"
#include "vouch-quality-ledger.h"
#include "vouch-rule-plan.h"

/* What is written where a class plan has no samples of its own. */
#define NO_SAMPLES "-"

static char *
letter_text (char letter)
{
  return letter != '\0' ? g_strndup (&letter, 1) : NULL;
}

/* Nobody inspects what is discontinued, or what nobody can say how strictly to inspect. */
static gboolean
check_not_discontinued (const VouchLot *lot, const VouchQualityLedger *ledger, GError **error)
{
  if (ledger->is_unreadable)
    vouch_set_field_error (error, "lot_id", VOUCH_ERROR_CONFLICT,
                           _ ("The quality level that lot %s belongs to cannot be read; hold the lot for the QA lead"),
                           lot->number);
  else if (vouch_quality_ledger_get_severity (ledger) == VOUCH_SEVERITY_DISCONTINUED)
    vouch_set_field_error (error, "lot_id", VOUCH_ERROR_CONFLICT,
                           _ ("Inspection of this product from this supplier is discontinued: five lots were not "
                              "accepted on tightened inspection. Hold lot %s; the QA lead can resume inspection"),
                           lot->number);
  else
    return TRUE;
  return FALSE;
}

static void
copy_terms (const VouchSamplingRule *rule, VouchClassPlan *self)
{
  self->position = rule->position;
  self->rule_id = rule->id;
  self->scope = rule->scope;
  self->method = rule->method;
  self->standard = g_strdup (rule->standard);
  self->type = g_strdup (rule->type);
  self->level = g_strdup (rule->level);
  self->aql = g_strdup (rule->aql);
  self->counts_nonconformities = rule->counts_nonconformities;
  self->variables_method = g_strdup (rule->variables_method);
  self->sigma = rule->sigma;
}

static void
copy_plan (const VouchRulePlan *plan, VouchClassPlan *self)
{
  gboolean measures = plan->method == VOUCH_SAMPLING_METHOD_VARIABLES;

  self->method = plan->method;
  self->letter = letter_text (measures ? plan->variables.letter : plan->plan.letter);
  self->plan_letter = letter_text (measures ? plan->variables.letter : plan->plan.plan_letter);
  self->counts_nonconformities = plan->plan.counts_nonconformities;
  self->full_inspection = plan->plan.full_inspection;
  self->samples = vouch_sampling_stages_dup_text (&plan->plan.samples);
}

static gint64
find_characteristic (const GPtrArray *characteristics, gint64 position)
{
  for (guint i = 0; i < characteristics->len && position > 0; i++)
    {
      const VouchCharacteristic *characteristic = g_ptr_array_index (characteristics, i);

      if (characteristic->position == position)
        return characteristic->id;
    }
  return 0;
}

/* The severity that the rule's ledger gives, and whether a skip-lot rule passes over the lot. */
static gboolean
consult_ledger (VouchAct *act, const VouchLot *lot, const VouchInspectionPlan *plan, const VouchSamplingRule *rule,
                gint64 lot_size, VouchClassPlan *self, gboolean *is_skipped, GError **error)
{
  g_autoptr (VouchQualityLedger) ledger = NULL;

  if (!vouch_quality_ledger_is_kept (rule->method))
    return TRUE;
  ledger = vouch_quality_ledger_open (act, lot, plan, rule, error);
  if (ledger == NULL || !check_not_discontinued (lot, ledger, error))
    return FALSE;
  self->level_id = ledger->level->id;
  self->severity = vouch_quality_ledger_get_severity (ledger);
  if (rule->method != VOUCH_SAMPLING_METHOD_SKIP_LOT || vouch_quality_ledger_is_lot_inspected (ledger))
    return TRUE;
  *is_skipped = TRUE;
  return vouch_quality_ledger_take_skipped (act, ledger, lot, lot_size, error);
}

static VouchClassPlan *
make (VouchAct *act, const VouchLot *lot, const VouchInspectionPlan *plan, const VouchInspection *inspection,
      const VouchSamplingRule *rule, gboolean *is_skipped, GError **error)
{
  g_autoptr (VouchClassPlan) self = vouch_class_plan_new ();
  VouchRulePlan found;

  copy_terms (rule, self);
  if (!consult_ledger (act, lot, plan, rule, inspection->lot_size, self, is_skipped, error))
    return NULL;
  self->id = vouch_act_next_id (act);
  self->inspection_id = inspection->id;
  if (rule->method == VOUCH_SAMPLING_METHOD_SKIP_LOT)
    {
      self->samples = g_strdup (NO_SAMPLES);
      return g_steal_pointer (&self);
    }
  if (!vouch_rule_plan_find (rule, inspection->lot_size, self->severity, &found, error))
    return NULL;
  copy_plan (&found, self);
  return g_steal_pointer (&self);
}

/**
 * vouch_class_draft_make:
 * @act: the act
 * @lot: the lot to be inspected
 * @plan: the inspection plan
 * @inspection: the inspection that begins, with its id and the lot's size
 * @is_skipped: (out): whether a skip-lot rule passes over the lot, which is noted then: nothing is inspected
 * @error: CONFLICT where inspection is discontinued
 *
 * Returns: (transfer full) (nullable) (element-type VouchClassPlan): what the plan's rules come to, in their order; not
 * yet written
 */
GPtrArray *
vouch_class_draft_make (VouchAct *act, const VouchLot *lot, const VouchInspectionPlan *plan,
                        const VouchInspection *inspection, gboolean *is_skipped, GError **error)
{
  g_autoptr (GPtrArray) rules = vouch_plan_store_list_rules (act->conn, plan, error);
  g_autoptr (GPtrArray) characteristics =
      rules != NULL ? vouch_plan_store_list_characteristics (act->conn, plan->id, error) : NULL;
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_class_plan_free);

  if (characteristics == NULL)
    return NULL;
  for (guint i = 0; i < rules->len && !*is_skipped; i++)
    {
      const VouchSamplingRule *rule = g_ptr_array_index (rules, i);
      VouchClassPlan *made = make (act, lot, plan, inspection, rule, is_skipped, error);

      if (made == NULL)
        return NULL;
      made->characteristic_id = find_characteristic (characteristics, rule->characteristic);
      g_ptr_array_add (list, made);
    }
  return g_steal_pointer (&list);
}

/* A method that reads no table is named in place of the standard, the level and the AQL that it does not have. */
static void
fill_terms (const VouchClassPlan *plan, VouchInspection *inspection)
{
  const char *method = vouch_enum_get_name (&vouch_sampling_method_values, (int)plan->method);

  inspection->standard = g_strdup (plan->standard != NULL ? plan->standard : method);
  inspection->level = g_strdup (plan->level != NULL ? plan->level : NO_SAMPLES);
  inspection->aql = g_strdup (plan->aql != NULL ? plan->aql : NO_SAMPLES);
  inspection->severity = plan->severity;
  inspection->letter = g_strdup (plan->letter);
  inspection->plan_letter = g_strdup (plan->plan_letter);
  inspection->full_inspection = plan->full_inspection;
}

/**
 * vouch_class_draft_fill_inspection:
 * @class_plans: (element-type VouchClassPlan): what the lot is judged by
 * @inspection: (inout): the inspection that begins
 *
 * Fills in what an inspection says of its plans: the terms of the first, and how many units are drawn at first.
 */
void
vouch_class_draft_fill_inspection (const GPtrArray *class_plans, VouchInspection *inspection)
{
  for (guint i = 0; i < class_plans->len; i++)
    {
      const VouchClassPlan *plan = g_ptr_array_index (class_plans, i);
      VouchSamplingStages samples;

      if (!vouch_sampling_stages_parse (plan->samples, &samples))
        continue;
      if (inspection->standard == NULL)
        {
          fill_terms (plan, inspection);
          inspection->ac = MAX (samples.stages[samples.n_stages - 1].ac, 0);
          inspection->re = samples.stages[samples.n_stages - 1].re;
        }
      inspection->sample_size = MIN (MAX (inspection->sample_size, (gint64)samples.stages[0].n), inspection->lot_size);
    }
}
