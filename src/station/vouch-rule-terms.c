/* Which terms a sampling rule has depends on its method. */
#include "vouch-rule-terms.h"

static const char *const aql_terms[] = { "standard",         "type",         "level", "aql", "counts_nonconformities",
                                         "has_limit_number", "limit_number", NULL };
static const char *const zero_terms[] = { "rql", "risk", NULL };
static const char *const fixed_terms[] = { "n", "ac", "counts_nonconformities", NULL };
static const char *const percent_terms[] = { "share", "ac", "counts_nonconformities", NULL };
static const char *const full_terms[] = { "ac", "counts_nonconformities", NULL };
static const char *const variables_terms[] = { "level", "aql", "characteristic", "variables_method", "sigma", NULL };
static const char *const skip_terms[] = { "qualify", "every", "requalify", NULL };

/* What every rule has. */
static const char *const common_terms[] = { "id", "plan_id", "position", "scope", "method", NULL };

static const char *const *
get_terms (VouchSamplingMethod method)
{
  switch (method)
    {
    case VOUCH_SAMPLING_METHOD_AQL:
      return aql_terms;
    case VOUCH_SAMPLING_METHOD_ZERO:
      return zero_terms;
    case VOUCH_SAMPLING_METHOD_FIXED:
      return fixed_terms;
    case VOUCH_SAMPLING_METHOD_PERCENT:
      return percent_terms;
    case VOUCH_SAMPLING_METHOD_FULL:
      return full_terms;
    case VOUCH_SAMPLING_METHOD_VARIABLES:
      return variables_terms;
    case VOUCH_SAMPLING_METHOD_SKIP_LOT:
      return skip_terms;
    }
  g_return_val_if_reached (common_terms);
}

static gboolean
is_common (const char *field)
{
  return g_strv_contains (common_terms, field);
}

/**
 * vouch_rule_terms_has:
 * @method: a method
 * @field: a field of #VouchSamplingRule that says how much or by what
 *
 * Returns: whether rules of this method have it
 */
gboolean
vouch_rule_terms_has (VouchSamplingMethod method, const char *field)
{
  return g_strv_contains (get_terms (method), field);
}

static gboolean
is_set (const VouchField *field, const VouchSamplingRule *rule)
{
  return field->kind == VOUCH_FIELD_TEXT ? VOUCH_RECORD_TEXT (field, rule) != NULL
                                         : vouch_record_get_number (field, rule) != 0;
}

/**
 * vouch_rule_terms_find_idle:
 * @rule: a rule
 *
 * Returns: (transfer none) (nullable): the first field that has a value although the rule's method knows no such term
 */
const VouchField *
vouch_rule_terms_find_idle (const VouchSamplingRule *rule)
{
  for (guint i = 0; i < vouch_sampling_rule_type.n_fields; i++)
    {
      const VouchField *field = &vouch_sampling_rule_type.fields[i];

      if (!is_common (field->name) && !vouch_rule_terms_has (rule->method, field->name) && is_set (field, rule))
        return field;
    }
  return NULL;
}

/**
 * vouch_rule_terms_clear_idle:
 * @rule: a rule
 *
 * Takes away what another method may have left in it.
 */
void
vouch_rule_terms_clear_idle (VouchSamplingRule *rule)
{
  const VouchField *field;

  while ((field = vouch_rule_terms_find_idle (rule)) != NULL)
    vouch_record_clear_field (field, rule);
}
