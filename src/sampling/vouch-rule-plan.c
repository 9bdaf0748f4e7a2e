#include "vouch-rule-plan.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-sampling-share.h"
#include "vouch-sampling-zero.h"

#define MILLION 1000000.0

/* A plan of no table: its own samples, for this lot. */
static void
take_samples (VouchRulePlan *self, const VouchSamplingRule *rule, gint64 lot_size, const VouchSamplingStages *samples)
{
  self->plan.printed = VOUCH_SAMPLING_CELL_NONE;
  self->plan.samples = *samples;
  self->plan.lot_size = lot_size;
  self->plan.full_inspection = samples->stages[0].n >= lot_size;
  self->plan.counts_nonconformities = rule->counts_nonconformities;
}

static gboolean
find_by_aql (VouchRulePlan *self, const VouchSamplingRule *rule, gint64 lot_size, VouchSeverity severity,
             GError **error)
{
  VouchSamplingTerms terms = {
    .table.severity = severity, .lot_size = lot_size, .level = rule->level, .aql = rule->aql
  };

  if (!vouch_sampling_standard_parse (rule->standard, &terms.table.standard, error) ||
      !vouch_sampling_type_parse (rule->type, &terms.table.type, error) ||
      !vouch_sampling_plan_find (&terms, &self->plan, error))
    return FALSE;
  self->plan.counts_nonconformities |= rule->counts_nonconformities;
  return TRUE;
}

static gboolean
find_whole_lot (VouchRulePlan *self, const VouchSamplingRule *rule, gint64 lot_size, GError **error)
{
  VouchSamplingStages samples;

  self->method = VOUCH_SAMPLING_METHOD_FULL;
  if (!vouch_sampling_plan_share (lot_size, VOUCH_SAMPLING_WHOLE_LOT, rule->ac, &samples, error))
    return FALSE;
  take_samples (self, rule, lot_size, &samples);
  return TRUE;
}

/* A sample as large as the lot estimates nothing: every unit is measured instead, and none may be outside the limits.
 */
static gboolean
find_by_variables (VouchRulePlan *self, const VouchSamplingRule *rule, gint64 lot_size, VouchSeverity severity,
                   GError **error)
{
  VouchVariablesMethod method;
  VouchSamplingStages samples = { .n_stages = 1 };
  guint aql_index;
  char letter;

  if (!vouch_variables_method_parse (rule->variables_method, &method, error) ||
      !vouch_variables_find_aql (rule->aql, &aql_index, error) ||
      !vouch_variables_code_letter (lot_size, rule->level, &letter, error) ||
      !vouch_variables_plan_find (method, severity, letter, aql_index, &self->variables, error))
    return FALSE;
  if (self->variables.n >= lot_size)
    return find_whole_lot (self, rule, lot_size, error);
  samples.stages[0] = (VouchSamplingStage){ .n = self->variables.n, .ac = 0, .re = 1 };
  take_samples (self, rule, lot_size, &samples);
  return TRUE;
}

static gboolean
find_of_no_table (VouchRulePlan *self, const VouchSamplingRule *rule, gint64 lot_size, GError **error)
{
  VouchSamplingStages samples;
  gboolean found;

  self->rql = (double)rule->rql / MILLION;
  self->risk = (double)rule->risk / MILLION;
  self->share = rule->share;
  if (rule->method == VOUCH_SAMPLING_METHOD_ZERO)
    found = vouch_sampling_plan_zero (lot_size, self->rql, self->risk, &samples, error);
  else if (rule->method == VOUCH_SAMPLING_METHOD_FIXED)
    found = vouch_sampling_plan_fixed (lot_size, rule->n, rule->ac, &samples, error);
  else
    found = vouch_sampling_plan_share (lot_size, rule->share, rule->ac, &samples, error);
  if (found)
    take_samples (self, rule, lot_size, &samples);
  return found;
}

/**
 * vouch_rule_plan_find:
 * @rule: a rule of an inspection plan
 * @lot_size: inspection units in the lot
 * @severity: the severity in force; without a meaning where the method is neither AQL nor variables
 * @self: (out caller-allocates): what the rule comes to; undefined on failure
 * @error: INVALID with the field at fault: of the rule, or "lot_size"; a skip-lot rule has no samples
 *
 * Returns: whether the rule is one, and has a plan for such a lot
 */
gboolean
vouch_rule_plan_find (const VouchSamplingRule *rule, gint64 lot_size, VouchSeverity severity, VouchRulePlan *self,
                      GError **error)
{
  g_return_val_if_fail (rule != NULL && self != NULL, FALSE);

  *self = (VouchRulePlan){ .method = rule->method, .plan = { .level = "", .aql = "" } };
  switch (rule->method)
    {
    case VOUCH_SAMPLING_METHOD_AQL:
      return find_by_aql (self, rule, lot_size, severity, error);
    case VOUCH_SAMPLING_METHOD_FULL:
      return find_whole_lot (self, rule, lot_size, error);
    case VOUCH_SAMPLING_METHOD_VARIABLES:
      return find_by_variables (self, rule, lot_size, severity, error);
    case VOUCH_SAMPLING_METHOD_ZERO:
    case VOUCH_SAMPLING_METHOD_FIXED:
    case VOUCH_SAMPLING_METHOD_PERCENT:
      return find_of_no_table (self, rule, lot_size, error);
    case VOUCH_SAMPLING_METHOD_SKIP_LOT:
      break;
    }
  vouch_set_field_error (error, "method", VOUCH_ERROR_INVALID,
                         _ ("A skip-lot rule says which lots are inspected, and "
                            "needs another rule that says how"));
  return FALSE;
}

static char *
format_whole_lot (const VouchRulePlan *self)
{
  if (self->variables.n > 0)
    return g_strdup_printf (
        _ ("The plan by variables would measure %u units, as many as the lot has or more: every unit "
           "is measured instead, and none may be outside its limits."),
        self->variables.n);
  /* xgettext:no-c-format */
  return g_strdup (_ ("100 % inspection: every unit of the lot is inspected."));
}

static char *
format_zero (const VouchRulePlan *self)
{
  /* Translators: a percentage, then two numbers: of units, and again a percentage. */
  return g_strdup_printf (_ ("c = 0: a lot with %.4g %% or more nonconforming is to be found. The smallest sample that "
                             "accepts such a lot with a risk of at most %.4g %% is n = %u (hypergeometric, exact for "
                             "this lot)."),
                          self->rql * 100, self->risk * 100, self->plan.samples.stages[0].n);
}

static char *
format_variables (const VouchRulePlan *self)
{
  const VouchVariablesPlan *plan = &self->variables;

  if (plan->method == VOUCH_VARIABLES_METHOD_SIGMA)
    /* Translators: "normal inspection" or the like, a code letter, n, M, k. */
    return g_strdup_printf (
        _ ("ANSI/ASQ Z1.9, known standard deviation, %s, code letter %c: n = %u units are measured, "
           "M = %.4g %%, k = %.4g."),
        vouch_severity_get_label (plan->severity), plan->letter, plan->n, plan->m_percent, plan->k);
  return g_strdup_printf (_ ("ANSI/ASQ Z1.9, standard deviation of the sample, %s, code letter %c: n = %u units are "
                             "measured, M = %.4g %%, k = %.4g."),
                          vouch_severity_get_label (plan->severity), plan->letter, plan->n, plan->m_percent, plan->k);
}

static char *
format_method (const VouchRulePlan *self)
{
  switch (self->method)
    {
    case VOUCH_SAMPLING_METHOD_ZERO:
      return format_zero (self);
    case VOUCH_SAMPLING_METHOD_FIXED:
      return g_strdup_printf (_ ("A fixed sample: n = %u, whatever the lot."), self->plan.samples.stages[0].n);
    case VOUCH_SAMPLING_METHOD_PERCENT:
      return g_strdup_printf (_ ("%.4g %% of the lot: n = %u. How well that protects depends on the size of the lot."),
                              (double)self->share / 100, self->plan.samples.stages[0].n);
    case VOUCH_SAMPLING_METHOD_VARIABLES:
      return format_variables (self);
    case VOUCH_SAMPLING_METHOD_FULL:
    case VOUCH_SAMPLING_METHOD_AQL:
    case VOUCH_SAMPLING_METHOD_SKIP_LOT:
      break;
    }
  return format_whole_lot (self);
}

/**
 * vouch_rule_plan_dup_why:
 * @self: what a rule came to
 *
 * Explains it to somebody who never read a standard: how n came about, and what Ac and Re mean for this lot.
 *
 * Returns: (transfer full): translated sentences, one a line
 */
char *
vouch_rule_plan_dup_why (const VouchRulePlan *self)
{
  g_autofree char *method = NULL, *numbers = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->method == VOUCH_SAMPLING_METHOD_AQL)
    return vouch_sampling_plan_dup_why (&self->plan);
  method = format_method (self);
  numbers = self->method == VOUCH_SAMPLING_METHOD_VARIABLES
                ? g_strdup (_ ("The lot is accepted if the readings let expect at most M percent outside the limits. "
                               "That holds for readings that are normally distributed."))
                : vouch_sampling_plan_dup_numbers (&self->plan);
  return g_strconcat (method, "\n", numbers, NULL);
}
