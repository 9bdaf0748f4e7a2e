/* Sampling by variables: the tables cell by cell, estimates against plain integration, worked lots. */
#include <glib.h>
#include <math.h>
#include <string.h>

#include "test-csv.h"
#include "vouch-error.h"
#include "vouch-sampling-beta.h"
#include "vouch-sampling-normal.h"
#include "vouch-variables-table.h"
#include "vouch-variables.h"

#define S VOUCH_VARIABLES_METHOD_S
#define SIGMA VOUCH_VARIABLES_METHOD_SIGMA
#define NORMAL VOUCH_SEVERITY_NORMAL
#define N_CELLS 462 /* 3 severities of 14 letters and 11 AQLs */

static VouchVariablesPlan
make_plan (VouchVariablesMethod method, VouchSeverity severity, char letter, const char *aql)
{
  g_autoptr (GError) error = NULL;
  VouchVariablesPlan plan = { 0 };
  guint index = 0;

  vouch_variables_find_aql (aql, &index, &error);
  g_assert_no_error (error);
  vouch_variables_plan_find (method, severity, letter, index, &plan, &error);
  g_assert_no_error (error);
  return plan;
}

static void
check_cells (const char *file, VouchVariablesMethod method)
{
  g_autoptr (GPtrArray) rows = test_csv_read (file);

  g_assert_cmpuint (rows->len, ==, N_CELLS);
  for (guint i = 0; i < rows->len; i++)
    {
      char **row = rows->pdata[i]; /* method, severity, letter, aql, n, M_percent, k */
      int severity = vouch_enum_find (&vouch_severity_values, row[1]);
      VouchVariablesPlan plan = make_plan (method, (VouchSeverity)severity, row[2][0], row[3]);

      g_assert_cmpstr (row[0], ==, vouch_variables_method_get_id (method));
      g_assert_cmpuint (plan.n, ==, g_ascii_strtoull (row[4], NULL, 10));
      g_assert_cmpfloat_with_epsilon (plan.m_percent, g_ascii_strtod (row[5], NULL), 1e-12);
      g_assert_cmpfloat_with_epsilon (plan.k, g_ascii_strtod (row[6], NULL), 5.1e-5);
      g_assert_cmpint (plan.letter, ==, row[2][0]);
    }
}

static void
test_cells_of_the_s_method (void)
{
  check_cells ("sampling/var_z19_s.csv", S);
}

static void
test_cells_of_the_sigma_method (void)
{
  check_cells ("sampling/var_z19_sigma.csv", SIGMA);
}

static void
check_letter (gint64 lot_size, const char *level, char expected)
{
  g_autoptr (GError) error = NULL;
  char letter = '\0';

  vouch_variables_code_letter (lot_size, level, &letter, &error);
  g_assert_no_error (error);
  g_assert_cmpint (letter, ==, expected);
}

static void
test_code_letters_at_both_ends_of_every_range (void)
{
  static const char *const levels[] = { "S-3", "S-4", "I", "II", "III" };
  g_autoptr (GPtrArray) rows = test_csv_read ("sampling/var_z19_code_letters.csv");

  g_assert_cmpuint (rows->len, ==, 16);
  for (guint i = 0; i < rows->len; i++)
    for (guint level = 0; level < G_N_ELEMENTS (levels); level++)
      {
        char **row = rows->pdata[i];

        check_letter (g_ascii_strtoll (row[0], NULL, 10), levels[level], row[2 + level][0]);
        check_letter (row[1][0] != '\0' ? g_ascii_strtoll (row[1], NULL, 10) : G_MAXINT64, levels[level],
                      row[2 + level][0]);
      }
}

/* The part of a symmetrical beta distribution below sin² of an angle, by the midpoint rule: the density has no
 * singularities over the angle. */
static long double
integrate_beta (double x, double a)
{
  const guint n = 120000;
  long double end = asinl (sqrtl ((long double)x)), step = end / n, sum = 0;

  for (guint i = 0; i < n; i++)
    {
      long double angle = (i + 0.5L) * step;

      sum += powl (sinl (angle) * cosl (angle), 2 * (long double)a - 1);
    }
  return 2 * sum * step * expl (lgammal (2 * (long double)a) - 2 * lgammal ((long double)a));
}

static void
test_the_beta_distribution_is_its_integral (void)
{
  static const double shapes[] = { 0.5, 1, 1.5, 2.5, 4, 9, 24, 99 };
  static const double xs[] = { 0.001, 0.02, 0.1, 0.3, 0.49, 0.5, 0.62, 0.97 };

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    for (guint j = 0; j < G_N_ELEMENTS (xs); j++)
      {
        double value = vouch_sampling_beta_cdf (xs[j], shapes[i]);

        g_assert_cmpfloat_with_epsilon (value, (double)integrate_beta (xs[j], shapes[i]), 1e-9);
        if (value > 1e-12 && value < 1 - 1e-12)
          g_assert_cmpfloat_with_epsilon (vouch_sampling_beta_quantile (value, shapes[i]), xs[j], 1e-9);
      }
}

static void
test_the_normal_distribution_is_read_back (void)
{
  g_assert_cmpfloat_with_epsilon (vouch_sampling_normal_cdf (0), 0.5, 1e-15);
  g_assert_cmpfloat_with_epsilon (vouch_sampling_normal_cdf (1.959963984540054), 0.975, 1e-14);
  g_assert_cmpfloat_with_epsilon (vouch_sampling_normal_quantile (0.99), 2.3263478740408408, 1e-12);
  g_assert_true (isinf (vouch_sampling_normal_quantile (0)) && isinf (vouch_sampling_normal_quantile (1)));
  for (double p = 1e-12; p < 1; p = p < 0.01 ? p * 7 : p + 0.013)
    g_assert_cmpfloat_with_epsilon (vouch_sampling_normal_cdf (vouch_sampling_normal_quantile (p)) / p, 1, 1e-12);
}

/* Acceptance by k with an unknown spread, as the double integral it is: over χ² in logarithmic steps. */
static double
integrate_acceptance (guint n, double k, double p)
{
  const guint n_steps = 40000;
  long double freedom = n - 1.0L, z = -vouch_sampling_normal_quantile (p), sum = 0, low = -30, high = 8;
  long double step = (high - low) / n_steps;

  for (guint i = 0; i < n_steps; i++)
    {
      long double chi2 = expl (low + (i + 0.5L) * step);
      long double density = expl (freedom / 2 * logl (chi2 / 2) - chi2 / 2 - lgammal (freedom / 2));

      sum += density * erfcl (-sqrtl (n) * (z - k * sqrtl (chi2 / freedom)) / sqrtl (2)) / 2;
    }
  return (double)(sum * step);
}

static void
test_acceptance_with_an_unknown_spread (void)
{
  static const char plan_letters[] = "BDFIP";
  static const double fractions[] = { 0.0005, 0.01, 0.05, 0.2, 0.6 };

  for (guint i = 0; plan_letters[i] != '\0'; i++)
    for (guint j = 0; j < G_N_ELEMENTS (fractions); j++)
      {
        VouchVariablesPlan plan = make_plan (S, NORMAL, plan_letters[i], "1.0");

        g_assert_cmpfloat_with_epsilon (vouch_variables_plan_get_acceptance (&plan, fractions[j]),
                                        integrate_acceptance (plan.n, plan.k, fractions[j]), 1e-9);
      }
}

static void
test_acceptance_falls_as_the_process_gets_worse (void)
{
  for (guint method = 0; method < VOUCH_N_VARIABLES_METHODS; method++)
    {
      VouchVariablesPlan plan = make_plan ((VouchVariablesMethod)method, NORMAL, 'G', "2.5");
      double last = vouch_variables_plan_get_acceptance (&plan, 0);

      g_assert_cmpfloat (last, ==, 1);
      for (double p = 0.001; p < 1; p += 0.01)
        {
          double now = vouch_variables_plan_get_acceptance (&plan, p);

          g_assert_cmpfloat (now, <=, last);
          last = now;
        }
      g_assert_cmpfloat (vouch_variables_plan_get_acceptance (&plan, 1), ==, 0);
      g_assert_cmpfloat (vouch_variables_plan_get_acceptance (&plan, 0.025), >, 0.85);
    }
}

/* The worked example of MIL-STD-414, B-1: five temperatures, upper limit 209 °C. */
static const double temperatures[] = { 197, 188, 184, 205, 201 };

static void
test_one_upper_limit (void)
{
  VouchVariablesPlan plan = make_plan (S, NORMAL, 'D', "1.0");
  VouchVariablesLimits limits = { NAN, 209, NAN };
  g_autoptr (GError) error = NULL;
  VouchVariablesResult result;

  g_assert_true (vouch_variables_plan_judge (&plan, temperatures, 5, &limits, &result, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (result.mean, 195, 1e-12);
  g_assert_cmpfloat_with_epsilon (result.s, 8.8034084308295, 1e-10);
  g_assert_cmpfloat_with_epsilon (result.q_upper, 1.5903, 1e-4);
  g_assert_true (isnan (result.q_lower));
  g_assert_cmpfloat_with_epsilon (result.percent_nonconforming, 2.19, 0.01);
  g_assert_true (result.is_accepted);
}

static void
test_two_limits_add_up (void)
{
  VouchVariablesPlan plan = make_plan (S, NORMAL, 'D', "1.0");
  VouchVariablesLimits upper = { NAN, 209, NAN }, lower = { 180, NAN, NAN }, both = { 180, 209, NAN };
  VouchVariablesResult above, below, outside;

  g_assert_true (vouch_variables_plan_judge (&plan, temperatures, 5, &upper, &above, NULL));
  g_assert_true (vouch_variables_plan_judge (&plan, temperatures, 5, &lower, &below, NULL));
  g_assert_true (vouch_variables_plan_judge (&plan, temperatures, 5, &both, &outside, NULL));
  g_assert_cmpfloat_with_epsilon (outside.percent_nonconforming,
                                  above.percent_nonconforming + below.percent_nonconforming, 1e-12);
  g_assert_cmpfloat (below.percent_nonconforming, >, 0);
}

static void
test_a_known_spread (void)
{
  VouchVariablesPlan plan = make_plan (SIGMA, NORMAL, 'F', "1.5");
  const double readings[] = { 10.1, 9.8, 10.3, 10.0 };
  VouchVariablesLimits limits = { 9.0, 11.0, 0.4 };
  VouchVariablesResult result;
  double mean = 10.05, v = sqrt (4 / 3.0);
  double expected = 100 * (erfc (v * (mean - 9) / 0.4 / M_SQRT2) + erfc (v * (11 - mean) / 0.4 / M_SQRT2)) / 2;

  g_assert_cmpuint (plan.n, ==, 4);
  g_assert_true (vouch_variables_plan_judge (&plan, readings, 4, &limits, &result, NULL));
  g_assert_cmpfloat_with_epsilon (result.percent_nonconforming, expected, 1e-10);
  g_assert_cmpfloat_with_epsilon (result.q_lower, 2.625, 1e-12);
  g_assert_true (result.is_accepted);
}

/* With one limit, M and k are two ways to say the same. */
static void
test_m_and_k_agree (void)
{
  VouchVariablesPlan plan = make_plan (S, NORMAL, 'E', "4.0");
  VouchVariablesLimits limits = { NAN, 0, NAN };
  const double shape[] = { -1.2, -0.7, -0.2, 0.1, 0.4, 0.6, 1.0 };

  for (double offset = 0.2; offset < 3; offset += 0.01)
    {
      double readings[7];
      VouchVariablesResult result;

      for (guint i = 0; i < 7; i++)
        readings[i] = shape[i] - offset;
      g_assert_true (vouch_variables_plan_judge (&plan, readings, 7, &limits, &result, NULL));
      g_assert_cmpint (result.is_accepted, ==, result.q_upper >= plan.k);
    }
}

static void
test_readings_without_any_spread (void)
{
  VouchVariablesPlan plan = make_plan (S, NORMAL, 'B', "10");
  const double inside[] = { 5, 5, 5 }, outside[] = { 7, 7, 7 };
  VouchVariablesLimits limits = { NAN, 5, NAN };
  VouchVariablesResult result;

  g_assert_true (vouch_variables_plan_judge (&plan, inside, 3, &limits, &result, NULL));
  g_assert_cmpfloat (result.percent_nonconforming, ==, 0);
  g_assert_true (result.is_accepted);
  g_assert_true (vouch_variables_plan_judge (&plan, outside, 3, &limits, &result, NULL));
  g_assert_cmpfloat (result.percent_nonconforming, ==, 100);
  g_assert_false (result.is_accepted);
}

static void
check_refused (VouchVariablesMethod method, const double *readings, guint n, VouchVariablesLimits limits,
               const char *field)
{
  VouchVariablesPlan plan = make_plan (method, NORMAL, 'B', "10");
  VouchVariablesResult result = { .mean = 77 };
  g_autoptr (GError) error = NULL;

  g_assert_false (vouch_variables_plan_judge (&plan, readings, n, &limits, &result, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
  g_assert_cmpstr (vouch_error_get_field (error), ==, field);
  g_assert_cmpfloat (result.mean, ==, 77);
}

static void
test_bad_readings_and_limits_are_refused (void)
{
  const double good[] = { 1, 2, 3, 4 }, bad[] = { 1, NAN, 3 }, endless[] = { 1, INFINITY, 3 };

  check_refused (S, good, 2, (VouchVariablesLimits){ NAN, 9, NAN }, "data");
  check_refused (S, good, 4, (VouchVariablesLimits){ NAN, 9, NAN }, "data");
  check_refused (S, bad, 3, (VouchVariablesLimits){ NAN, 9, NAN }, "data");
  check_refused (S, endless, 3, (VouchVariablesLimits){ NAN, 9, NAN }, "data");
  check_refused (S, good, 3, (VouchVariablesLimits){ NAN, NAN, NAN }, "upper");
  check_refused (S, good, 3, (VouchVariablesLimits){ 9, 9, NAN }, "upper");
  check_refused (S, good, 3, (VouchVariablesLimits){ NAN, INFINITY, NAN }, "upper");
  check_refused (SIGMA, good, 3, (VouchVariablesLimits){ NAN, 9, NAN }, "sigma");
  check_refused (SIGMA, good, 3, (VouchVariablesLimits){ NAN, 9, 0 }, "sigma");
}

static void
test_what_does_not_exist_is_listed (void)
{
  g_autoptr (GError) aql = NULL, letter = NULL, level = NULL, lot = NULL, method = NULL;
  VouchVariablesMethod found;
  guint index;
  char code;

  g_assert_false (vouch_variables_find_aql ("0.065", &index, &aql));
  g_assert_nonnull (strstr (aql->message, "0.10, 0.15"));
  g_assert_false (vouch_variables_find_letter ("O", &code, &letter));
  g_assert_nonnull (strstr (letter->message, "BCDEFGHIJKLMNP"));
  g_assert_false (vouch_variables_code_letter (100, "S-1", &code, &level));
  g_assert_nonnull (strstr (level->message, "S-3, S-4, I, II, III"));
  g_assert_false (vouch_variables_code_letter (1, "II", &code, &lot));
  g_assert_cmpstr (vouch_error_get_field (lot), ==, "lot_size");
  g_assert_false (vouch_variables_method_parse ("t", &found, &method));
  g_assert_false (vouch_variables_plan_find (S, VOUCH_SEVERITY_DISCONTINUED, 'B', 0, &(VouchVariablesPlan){ 0 }, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/variables/cells-of-the-s-method", test_cells_of_the_s_method);
  g_test_add_func ("/variables/cells-of-the-sigma-method", test_cells_of_the_sigma_method);
  g_test_add_func ("/variables/code-letters-at-both-ends-of-every-range",
                   test_code_letters_at_both_ends_of_every_range);
  g_test_add_func ("/variables/the-beta-distribution-is-its-integral", test_the_beta_distribution_is_its_integral);
  g_test_add_func ("/variables/the-normal-distribution-is-read-back", test_the_normal_distribution_is_read_back);
  g_test_add_func ("/variables/acceptance-with-an-unknown-spread", test_acceptance_with_an_unknown_spread);
  g_test_add_func ("/variables/acceptance-falls-as-the-process-gets-worse",
                   test_acceptance_falls_as_the_process_gets_worse);
  g_test_add_func ("/variables/one-upper-limit", test_one_upper_limit);
  g_test_add_func ("/variables/two-limits-add-up", test_two_limits_add_up);
  g_test_add_func ("/variables/a-known-spread", test_a_known_spread);
  g_test_add_func ("/variables/m-and-k-agree", test_m_and_k_agree);
  g_test_add_func ("/variables/readings-without-any-spread", test_readings_without_any_spread);
  g_test_add_func ("/variables/bad-readings-and-limits-are-refused", test_bad_readings_and_limits_are_refused);
  g_test_add_func ("/variables/what-does-not-exist-is-listed", test_what_does_not_exist_is_listed);
  return g_test_run ();
}
