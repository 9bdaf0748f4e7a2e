#include "vouch-rule-view.h"

#include <glib/gi18n-lib.h>

#include "vouch-rule-words.h"

/* Translators: which sample, how many items it has, then Ac and Re. */
static char *
dup_stage (const VouchSamplingStages *samples, guint i)
{
  const VouchSamplingStage *stage = &samples->stages[i];

  if (samples->n_stages == 1)
    return g_strdup_printf (_ ("n = %u, Ac = %d, Re = %u"), stage->n, stage->ac, stage->re);
  if (stage->ac == VOUCH_SAMPLING_NO_ACCEPTANCE)
    return g_strdup_printf (_ ("Sample %u: n = %u, no acceptance yet, Re = %u."), i + 1, stage->n, stage->re);
  return g_strdup_printf (_ ("Sample %u: n = %u, Ac = %d, Re = %u."), i + 1, stage->n, stage->ac, stage->re);
}

static char *
dup_numbers (const VouchRulePlan *plan)
{
  GString *text = g_string_new (NULL);

  if (plan->method == VOUCH_SAMPLING_METHOD_VARIABLES)
    /* Translators: n, M and k of a plan by variables. */
    g_string_append_printf (text, _ ("n = %u, M = %.4g %%, k = %.4g"), plan->variables.n, plan->variables.m_percent,
                            plan->variables.k);
  else
    for (guint i = 0; i < plan->plan.samples.n_stages; i++)
      {
        g_autofree char *stage = dup_stage (&plan->plan.samples, i);

        g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", stage);
      }
  return g_string_free (text, FALSE);
}

static char *
dup_skip (const VouchSamplingRule *rule)
{
  return g_strdup_printf (_ ("Every lot is inspected until %d in a row were accepted. Then 1 lot in %d is inspected, "
                             "chosen by chance. After one that is not accepted every lot is inspected again, until %d "
                             "in a row were accepted."),
                          (int)rule->qualify, (int)rule->every, (int)rule->requalify);
}

/**
 * vouch_rule_view_new:
 * @plan: a plan
 * @index: which of its rules
 * @lot_size: items in a lot
 * @severity: how strictly it is inspected
 *
 * Returns: (transfer full): what the rule comes to for such a lot
 */
VouchRuleView *
vouch_rule_view_new (const VouchPlanContent *plan, guint index, gint64 lot_size, VouchSeverity severity)
{
  const VouchSamplingRule *rule = g_ptr_array_index (plan->rules, index);
  VouchRuleView *self = g_new0 (VouchRuleView, 1);
  g_autoptr (GError) error = NULL;

  self->position = index + 1;
  self->title = vouch_words_dup_rule_title (rule);
  self->terms = vouch_words_dup_rule (plan, rule);
  if (rule->method == VOUCH_SAMPLING_METHOD_SKIP_LOT)
    self->why = dup_skip (rule);
  else if (vouch_rule_plan_find (rule, lot_size, severity, &self->plan, &error))
    {
      self->has_plan = TRUE;
      self->numbers = dup_numbers (&self->plan);
      self->why = vouch_rule_plan_dup_why (&self->plan);
    }
  else
    self->why = g_strdup (error->message);
  if (self->numbers == NULL)
    self->numbers = g_strdup ("");
  return self;
}

/**
 * vouch_rule_view_free:
 * @self: (nullable) (transfer full): a view
 */
void
vouch_rule_view_free (VouchRuleView *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->terms);
  g_free (self->numbers);
  g_free (self->why);
  g_free (self);
}

/**
 * vouch_rule_view_make_oc_plan:
 * @self: a view
 * @name: what the plan is called in a chart
 *
 * Returns: (transfer full) (nullable): the plan whose operating characteristic can be drawn; %NULL where the rule does
 * not judge by counts
 */
VouchOcPlan *
vouch_rule_view_make_oc_plan (const VouchRuleView *self, const char *name)
{
  VouchOcPlan *plan;

  if (!self->has_plan || self->plan.method == VOUCH_SAMPLING_METHOD_VARIABLES)
    return NULL;
  if (self->plan.method == VOUCH_SAMPLING_METHOD_AQL)
    return vouch_oc_plan_new_for_plan (name, &self->plan.plan);
  plan = vouch_oc_plan_new (name, &self->plan.plan.samples, self->plan.plan.lot_size);
  plan->counts_nonconformities = self->plan.plan.counts_nonconformities;
  return plan;
}
