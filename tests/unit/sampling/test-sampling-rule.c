/* What a rule of an inspection plan comes to for a lot. */
#include "vouch-error.h"
#include "vouch-rule-plan.h"

static VouchSamplingRule
by_aql (const char *standard, const char *type, const char *aql)
{
  return (VouchSamplingRule){
    .standard = (char *)standard, .type = (char *)type, .level = (char *)"II", .aql = (char *)aql
  };
}

static VouchRulePlan
find (VouchSamplingRule rule, gint64 lot_size, VouchSeverity severity)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *why = NULL;
  VouchRulePlan plan;

  vouch_rule_plan_find (&rule, lot_size, severity, &plan, &error);
  g_assert_no_error (error);
  why = vouch_rule_plan_dup_why (&plan);
  g_assert_nonnull (strchr (why, '\n'));
  g_test_message ("%s", why);
  return plan;
}

static void
assert_sample (const VouchRulePlan *plan, guint n, int ac, guint re)
{
  g_assert_cmpuint (plan->plan.samples.n_stages, ==, 1);
  g_assert_cmpuint (plan->plan.samples.stages[0].n, ==, n);
  g_assert_cmpint (plan->plan.samples.stages[0].ac, ==, ac);
  g_assert_cmpuint (plan->plan.samples.stages[0].re, ==, re);
}

static void
assert_refused (VouchSamplingRule rule, gint64 lot_size, const char *field)
{
  g_autoptr (GError) error = NULL;
  VouchRulePlan plan;

  g_assert_false (vouch_rule_plan_find (&rule, lot_size, VOUCH_SEVERITY_NORMAL, &plan, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
  g_assert_cmpstr (vouch_error_get_field (error), ==, field);
}

static void
test_by_aql_it_is_the_plan_of_the_table (void)
{
  VouchRulePlan plan = find (by_aql ("iso2859-1:1999", "single", "1.0"), 1000, VOUCH_SEVERITY_NORMAL);

  assert_sample (&plan, 80, 2, 3);
  g_assert_cmpint (plan.plan.plan_letter, ==, 'J');
  plan = find (by_aql ("iso2859-1:1999", "single", "1.0"), 1000, VOUCH_SEVERITY_TIGHTENED);
  assert_sample (&plan, 80, 1, 2);
  plan = find (by_aql ("mil-std-105e", "double", "1.0"), 1000, VOUCH_SEVERITY_NORMAL);
  g_assert_cmpuint (plan.plan.samples.n_stages, ==, 2);
}

static void
test_c_zero_finds_what_is_to_be_found (void)
{
  VouchRulePlan plan =
      find ((VouchSamplingRule){ .method = VOUCH_SAMPLING_METHOD_ZERO, .rql = 10000, .risk = 50000 }, 1000, 0);

  /* 10 of 1000 nonconforming: with n = 258 at most 5 % of such lots show none (hypergeometric). */
  assert_sample (&plan, 258, 0, 1);
  g_assert_false (plan.plan.full_inspection);
}

static void
test_fixed_percent_and_full (void)
{
  VouchSamplingRule fixed = { .method = VOUCH_SAMPLING_METHOD_FIXED, .n = 13, .ac = 1 };
  VouchSamplingRule percent = { .method = VOUCH_SAMPLING_METHOD_PERCENT, .share = 1000 };
  VouchSamplingRule full = { .method = VOUCH_SAMPLING_METHOD_FULL, .ac = 2 };
  VouchRulePlan plan = find (fixed, 100, 0);

  assert_sample (&plan, 13, 1, 2);
  plan = find (fixed, 13, 0);
  g_assert_true (plan.plan.full_inspection);
  plan = find (percent, 101, 0);
  assert_sample (&plan, 11, 0, 1);
  plan = find (full, 7, 0);
  assert_sample (&plan, 7, 2, 3);
  g_assert_true (plan.plan.full_inspection);
}

static void
test_by_variables_it_measures (void)
{
  VouchSamplingRule rule = { .method = VOUCH_SAMPLING_METHOD_VARIABLES,
                             .level = (char *)"II",
                             .aql = (char *)"1.0",
                             .variables_method = (char *)"s" };
  VouchRulePlan plan = find (rule, 1000, VOUCH_SEVERITY_NORMAL);

  g_assert_cmpint (plan.method, ==, VOUCH_SAMPLING_METHOD_VARIABLES);
  g_assert_cmpuint (plan.plan.samples.stages[0].n, ==, plan.variables.n);
  g_assert_cmpfloat (plan.variables.m_percent, >, 0);
  plan = find (rule, 3, VOUCH_SEVERITY_NORMAL);
  g_assert_cmpint (plan.method, ==, VOUCH_SAMPLING_METHOD_FULL);
  assert_sample (&plan, 3, 0, 1);
}

static void
test_the_field_at_fault_is_named (void)
{
  assert_refused (by_aql ("iso2859-1:1999", "single", "1.1"), 1000, "aql");
  assert_refused (by_aql ("iso2859-1:1999", "double", "1.0"), 1000, "type");
  assert_refused (by_aql ("iso", "single", "1.0"), 1000, "standard");
  assert_refused (by_aql ("iso2859-1:1999", "single", "1.0"), 0, "lot_size");
  assert_refused ((VouchSamplingRule){ .method = VOUCH_SAMPLING_METHOD_FIXED }, 10, "n");
  assert_refused ((VouchSamplingRule){ .method = VOUCH_SAMPLING_METHOD_PERCENT }, 10, "share");
  assert_refused ((VouchSamplingRule){ .method = VOUCH_SAMPLING_METHOD_ZERO, .rql = 1 }, 10, "risk");
  assert_refused ((VouchSamplingRule){ .method = VOUCH_SAMPLING_METHOD_SKIP_LOT }, 10, "method");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sampling/rule/by-aql-it-is-the-plan-of-the-table", test_by_aql_it_is_the_plan_of_the_table);
  g_test_add_func ("/sampling/rule/c-zero-finds-what-is-to-be-found", test_c_zero_finds_what_is_to_be_found);
  g_test_add_func ("/sampling/rule/fixed-percent-and-full", test_fixed_percent_and_full);
  g_test_add_func ("/sampling/rule/by-variables-it-measures", test_by_variables_it_measures);
  g_test_add_func ("/sampling/rule/the-field-at-fault-is-named", test_the_field_at_fault_is_named);
  return g_test_run ();
}
