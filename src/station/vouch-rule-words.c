#include "vouch-rule-words.h"

#include <glib/gi18n-lib.h>

#include "vouch-quantity.h"
#include "vouch-sampling-standard.h"
#include "vouch-sampling-type.h"
#include "vouch-variables.h"
#include "vouch-words.h"

#define TEN_THOUSANDTH 10000.0 /* millionths in a percent */

const char *
vouch_words_of_scope (VouchDefectScope scope)
{
  switch (scope)
    {
    case VOUCH_DEFECT_SCOPE_ALL:
      return _ ("All defects");
    case VOUCH_DEFECT_SCOPE_CRITICAL:
      return _ ("Critical defects");
    case VOUCH_DEFECT_SCOPE_MAJOR:
      return _ ("Major defects");
    case VOUCH_DEFECT_SCOPE_MINOR:
      return _ ("Minor defects");
    }
  g_return_val_if_reached ("");
}

const char *
vouch_words_of_method (VouchSamplingMethod method)
{
  switch (method)
    {
    case VOUCH_SAMPLING_METHOD_AQL:
      return _ ("By AQL");
    case VOUCH_SAMPLING_METHOD_ZERO:
      return _ ("c = 0");
    case VOUCH_SAMPLING_METHOD_FIXED:
      return _ ("Fixed sample");
    case VOUCH_SAMPLING_METHOD_PERCENT:
      return _ ("Percentage");
    case VOUCH_SAMPLING_METHOD_FULL:
      return _ ("Every unit");
    case VOUCH_SAMPLING_METHOD_VARIABLES:
      return _ ("By variables");
    case VOUCH_SAMPLING_METHOD_SKIP_LOT:
      return _ ("Skip-lot");
    }
  g_return_val_if_reached ("");
}

const char *
vouch_words_of_plan_state (VouchPlanState state)
{
  switch (state)
    {
    case VOUCH_PLAN_STATE_DRAFT:
      return _ ("draft");
    case VOUCH_PLAN_STATE_APPROVED:
      return _ ("in force");
    case VOUCH_PLAN_STATE_RETIRED:
      return _ ("out of use");
    }
  g_return_val_if_reached ("");
}

/* What a rule is about: a class of defects, or what it does where that says nothing. */
char *
vouch_words_dup_rule_title (const VouchSamplingRule *rule)
{
  if (rule->method == VOUCH_SAMPLING_METHOD_SKIP_LOT || rule->method == VOUCH_SAMPLING_METHOD_VARIABLES)
    return g_strdup (vouch_words_of_method (rule->method));
  return g_strdup (vouch_words_of_scope (rule->scope));
}

static const char *
get_standard (const VouchSamplingRule *rule)
{
  VouchSamplingStandard standard;

  return vouch_sampling_standard_parse (rule->standard, &standard, NULL) ? vouch_sampling_standard_get_title (standard)
                                                                         : "";
}

static const char *
get_type (const VouchSamplingRule *rule)
{
  VouchSamplingType type;

  return vouch_sampling_type_parse (rule->type, &type, NULL) ? vouch_sampling_type_get_label (type) : "";
}

static const char *
or_none (const char *text)
{
  return text != NULL ? text : "";
}

static char *
dup_aql (const VouchSamplingRule *rule)
{
  g_autofree char *limit = g_strdup_printf ("%" G_GINT64_FORMAT, rule->limit_number);

  if (rule->has_limit_number)
    /* Translators: an AQL, an inspection level, "single sampling" or the like, a standard, a number. */
    return g_strdup_printf (_ ("AQL %s, level %s, %s, %s, limit number %s"), or_none (rule->aql), or_none (rule->level),
                            get_type (rule), get_standard (rule), limit);
  /* Translators: an AQL, an inspection level, "single sampling" or the like, a standard. */
  return g_strdup_printf (_ ("AQL %s, level %s, %s, %s"), or_none (rule->aql), or_none (rule->level), get_type (rule),
                          get_standard (rule));
}

static const VouchCharacteristic *
find_check (const VouchPlanContent *plan, gint64 position)
{
  return position >= 1 && position <= plan->characteristics->len
             ? g_ptr_array_index (plan->characteristics, (guint)position - 1)
             : NULL;
}

static char *
dup_variables (const VouchPlanContent *plan, const VouchSamplingRule *rule)
{
  const VouchCharacteristic *check = find_check (plan, rule->characteristic);
  const char *name = check != NULL ? vouch_words_choose (check->name_en, check->name_zh) : "";
  g_autofree char *sigma = NULL;

  if (g_strcmp0 (rule->variables_method, vouch_variables_method_get_id (VOUCH_VARIABLES_METHOD_SIGMA)) != 0)
    /* Translators: what is measured, an AQL, an inspection level. */
    return g_strdup_printf (_ ("%s: AQL %s, level %s, standard deviation of the sample"), name, or_none (rule->aql),
                            or_none (rule->level));
  sigma = vouch_words_dup_quantity (rule->sigma, check != NULL ? or_none (check->unit) : "");
  /* Translators: what is measured, an AQL, an inspection level, a quantity. */
  return g_strdup_printf (_ ("%s: AQL %s, level %s, known standard deviation %s"), name, or_none (rule->aql),
                          or_none (rule->level), sigma);
}

/* What a rule says, in a line. */
static char *
dup_terms (const VouchPlanContent *plan, const VouchSamplingRule *rule)
{
  g_autofree char *ac = g_strdup_printf ("%" G_GINT64_FORMAT, rule->ac);
  g_autofree char *n = g_strdup_printf ("%" G_GINT64_FORMAT, rule->n);

  switch (rule->method)
    {
    case VOUCH_SAMPLING_METHOD_AQL:
      return dup_aql (rule);
    case VOUCH_SAMPLING_METHOD_ZERO:
      /* Translators: two percentages. */
      return g_strdup_printf (_ ("c = 0: lots with %.4g %% nonconforming are found, with a risk of %.4g %%"),
                              (double)rule->rql / TEN_THOUSANDTH, (double)rule->risk / TEN_THOUSANDTH);
    case VOUCH_SAMPLING_METHOD_FIXED:
      return g_strdup_printf (_ ("n = %s of every lot, Ac = %s"), n, ac);
    case VOUCH_SAMPLING_METHOD_PERCENT:
      return g_strdup_printf (_ ("%.4g %% of the lot, Ac = %s"), (double)rule->share / 100, ac);
    case VOUCH_SAMPLING_METHOD_FULL:
      return g_strdup_printf (_ ("Every unit of the lot, Ac = %s"), ac);
    case VOUCH_SAMPLING_METHOD_VARIABLES:
      return dup_variables (plan, rule);
    case VOUCH_SAMPLING_METHOD_SKIP_LOT:
      return g_strdup_printf (_ ("After %d accepted lots 1 lot in %d is inspected; after one that was not, %d"),
                              (int)rule->qualify, (int)rule->every, (int)rule->requalify);
    }
  g_return_val_if_reached (NULL);
}

/**
 * vouch_words_dup_rule:
 * @plan: a plan
 * @rule: one of its rules
 *
 * Returns: (transfer full): what the rule says, on one line
 */
char *
vouch_words_dup_rule (const VouchPlanContent *plan, const VouchSamplingRule *rule)
{
  g_autofree char *terms = dup_terms (plan, rule);

  if (!rule->counts_nonconformities)
    return g_steal_pointer (&terms);
  /* Translators: what a sampling rule says, like "AQL 15, level II". */
  return g_strdup_printf (_ ("%s; counts nonconformities"), terms);
}

/**
 * vouch_words_dup_rules:
 * @plan: a plan
 *
 * Returns: (transfer full): what its rules are about and say, a rule a line
 */
char *
vouch_words_dup_rules (const VouchPlanContent *plan)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < plan->rules->len; i++)
    {
      const VouchSamplingRule *rule = g_ptr_array_index (plan->rules, i);
      g_autofree char *title = vouch_words_dup_rule_title (rule), *terms = vouch_words_dup_rule (plan, rule);

      g_string_append (text, i > 0 ? "\n" : "");
      /* Translators: what a sampling rule is about, and what it says. */
      g_string_append_printf (text, _ ("%s: %s"), title, terms);
    }
  return g_string_free (text, FALSE);
}
