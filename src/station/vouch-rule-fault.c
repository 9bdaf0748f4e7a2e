/* What can be wrong with one sampling rule; declared in vouch-plan-fault.h. */
#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-plan-fault.h"
#include "vouch-rule-terms.h"
#include "vouch-sampling-plan.h"
#include "vouch-sampling-share.h"
#include "vouch-sampling-skip.h"
#include "vouch-variables.h"

#define WHOLE 1000000 /* a fraction or a probability of 1 */

/* Where the faults of one rule go. */
typedef struct
{
  const VouchPlanContent *plan;
  const VouchSamplingRule *rule;
  guint position;
  GPtrArray *faults;
} Rule;

static void
blame (const Rule *self, const char *field, const char *message)
{
  vouch_plan_fault_add (self->faults, VOUCH_PLAN_PART_RULE, self->position, field, g_strdup (message));
}

/* What the engine itself refuses, under the rule's own name for it. */
static gboolean
note (const Rule *self, gboolean good, const char *field, GError **error)
{
  if (!good)
    blame (self, field, (*error)->message);
  g_clear_error (error);
  return good;
}

static void
check_type (const Rule *self)
{
  VouchSamplingTable table = { .severity = VOUCH_SEVERITY_NORMAL };
  g_autoptr (GError) error = NULL;
  gboolean has_standard =
      note (self, vouch_sampling_standard_parse (self->rule->standard, &table.standard, &error), "standard", &error);
  gboolean has_type = note (self, vouch_sampling_type_parse (self->rule->type, &table.type, &error), "type", &error);

  if (has_standard && has_type && !vouch_sampling_table_exists (&table))
    {
      g_autofree char *text =
          g_strdup_printf (_ ("Of %s only single plans are known here; choose “single”, or MIL-STD-105E"),
                           vouch_sampling_standard_get_title (table.standard));

      blame (self, "type", text);
    }
  if (self->rule->limit_number < 0)
    blame (self, "limit_number", _ ("A limit number is 0 or more"));
  if (!self->rule->has_limit_number && self->rule->limit_number != 0)
    blame (self, "has_limit_number", _ ("Say whether reduced inspection asks for the limit number"));
  if (self->rule->has_limit_number && has_standard && table.standard != VOUCH_SAMPLING_STANDARD_MIL_STD_105E)
    blame (self, "limit_number", _ ("Only MIL-STD-105E asks for a limit number; ISO 2859-1 has its switching score"));
}

static void
check_aql (const Rule *self)
{
  g_autoptr (GError) error = NULL;
  guint level, aql;

  check_type (self);
  note (self, vouch_sampling_find_level (self->rule->level, &level, &error), "level", &error);
  if (note (self, vouch_sampling_find_aql (self->rule->aql, &aql, &error), "aql", &error) &&
      aql >= VOUCH_SAMPLING_AQL_INDEX_ABOVE_10 && !self->rule->counts_nonconformities)
    blame (self, "counts_nonconformities",
           _ ("Above AQL 10 the figure is nonconformities per 100 items: count nonconformities, or choose an AQL up "
              "to 10"));
}

static void
check_zero (const Rule *self)
{
  if (self->rule->rql < 1 || self->rule->rql >= WHOLE)
    blame (self, "rql", _ ("The quality that is to be found lies between 0 and 100 %, and is neither of them"));
  if (self->rule->risk < 1 || self->rule->risk >= WHOLE)
    blame (self, "risk", _ ("The risk of accepting it lies between 0 and 100 %, and is neither of them"));
}

static gboolean
check_ac (const Rule *self)
{
  if (self->rule->ac >= 0 && self->rule->ac < G_MAXINT32)
    return TRUE;
  blame (self, "ac", _ ("The acceptance number is 0 or more"));
  return FALSE;
}

static void
check_fixed (const Rule *self)
{
  if (self->rule->n < 1 || self->rule->n > G_MAXINT32)
    blame (self, "n", _ ("A sample has at least 1 item"));
  else if (check_ac (self) && self->rule->ac >= self->rule->n && !self->rule->counts_nonconformities)
    blame (self, "ac", _ ("The acceptance number has to be below n, or every lot is accepted"));
}

static void
check_percent (const Rule *self)
{
  if (self->rule->share < 1 || self->rule->share > VOUCH_SAMPLING_WHOLE_LOT)
    blame (self, "share", _ ("A share of the lot is 0.01 to 100 %"));
  check_ac (self);
}

static void
check_measured (const Rule *self)
{
  const VouchCharacteristic *check = NULL;

  if (self->rule->characteristic >= 1 && self->rule->characteristic <= self->plan->characteristics->len)
    check = g_ptr_array_index (self->plan->characteristics, (guint)self->rule->characteristic - 1);
  if (check == NULL)
    blame (self, "characteristic", _ ("Choose the check whose readings judge the lot"));
  else if (check->kind != VOUCH_CHARACTERISTIC_KIND_VARIABLE)
    blame (self, "characteristic", _ ("This check is not measured; sampling by variables needs readings"));
  else if (!check->has_lower && !check->has_upper)
    blame (self, "characteristic", _ ("This check has no limits to judge readings by"));
  else if (!check->required || check->may_not_apply)
    blame (self, "characteristic", _ ("This check may be left out on a unit, so that readings would be missing"));
}

static gboolean
is_measured_before (const Rule *self)
{
  for (guint i = 0; i + 1 < self->position; i++)
    {
      const VouchSamplingRule *other = g_ptr_array_index (self->plan->rules, i);

      if (other->method == VOUCH_SAMPLING_METHOD_VARIABLES && other->characteristic == self->rule->characteristic)
        return TRUE;
    }
  return FALSE;
}

static void
check_variables (const Rule *self)
{
  VouchVariablesMethod method = VOUCH_VARIABLES_METHOD_S;
  g_autoptr (GError) error = NULL;
  char letter;
  guint aql;

  check_measured (self);
  if (is_measured_before (self))
    blame (self, "characteristic", _ ("Another rule judges these readings already"));
  note (self, vouch_variables_find_aql (self->rule->aql, &aql, &error), "aql", &error);
  note (self, vouch_variables_code_letter (2, self->rule->level, &letter, &error), "level", &error);
  if (!note (self, vouch_variables_method_parse (self->rule->variables_method, &method, &error), "variables_method",
             &error))
    return;
  if (method == VOUCH_VARIABLES_METHOD_SIGMA && self->rule->sigma <= 0)
    blame (self, "sigma", _ ("The sigma method needs the known standard deviation, above 0"));
  if (method == VOUCH_VARIABLES_METHOD_S && self->rule->sigma != 0)
    blame (self, "sigma", _ ("The s method estimates the standard deviation; leave sigma out"));
}

static void
check_skip (const Rule *self)
{
  const VouchSamplingRule *rule = self->rule;
  VouchSamplingSkipRule skip = {
    .qualify = (guint)CLAMP (rule->qualify, 0, G_MAXINT32),
    .every = (guint)CLAMP (rule->every, 0, G_MAXINT32),
    .requalify = (guint)CLAMP (rule->requalify, 0, G_MAXINT32),
  };
  g_autoptr (GError) error = NULL;

  if (!vouch_sampling_skip_rule_check (&skip, &error))
    blame (self, vouch_error_get_field (error), error->message);
  if (rule->scope != VOUCH_DEFECT_SCOPE_ALL)
    blame (self, "scope", _ ("Whole lots are skipped, whatever the class of defects"));
}

static void
check_method (const Rule *self)
{
  switch (self->rule->method)
    {
    case VOUCH_SAMPLING_METHOD_AQL:
      check_aql (self);
      return;
    case VOUCH_SAMPLING_METHOD_ZERO:
      check_zero (self);
      return;
    case VOUCH_SAMPLING_METHOD_FIXED:
      check_fixed (self);
      return;
    case VOUCH_SAMPLING_METHOD_PERCENT:
      check_percent (self);
      return;
    case VOUCH_SAMPLING_METHOD_FULL:
      check_ac (self);
      return;
    case VOUCH_SAMPLING_METHOD_VARIABLES:
      check_variables (self);
      return;
    case VOUCH_SAMPLING_METHOD_SKIP_LOT:
      check_skip (self);
      return;
    }
}

/**
 * vouch_plan_fault_list_rule:
 * @plan: a plan
 * @index: which of its rules
 * @faults: (element-type VouchPlanFault): where to add the faults of this rule alone
 */
void
vouch_plan_fault_list_rule (const VouchPlanContent *plan, guint index, GPtrArray *faults)
{
  Rule self = { plan, g_ptr_array_index (plan->rules, index), index + 1, faults };
  const VouchField *idle = vouch_rule_terms_find_idle (self.rule);
  g_autoptr (GError) error = NULL;

  if (!vouch_record_check (&vouch_sampling_rule_type, self.rule, &error))
    {
      blame (&self, vouch_error_get_field (error), error->message);
      return;
    }
  if (idle != NULL)
    blame (&self, idle->name, _ ("A rule of this method has no such term; leave it out"));
  check_method (&self);
}
