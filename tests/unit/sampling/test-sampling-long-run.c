#include <math.h>

#include "sampling-vectors.h"
#include "vouch-error.h"
#include "vouch-sampling-long-run.h"
#include "vouch-sampling-switch.h"

static void
check_chances (char **cells) /* scores, resets, tightened, reduced, n_scores, and the shares of the three */
{
  VouchSamplingChances chances = { .scores = g_ascii_strtod (cells[0], NULL),
                                   .resets = g_ascii_strtod (cells[1], NULL),
                                   .tightened = g_ascii_strtod (cells[2], NULL),
                                   .reduced = g_ascii_strtod (cells[3], NULL),
                                   .n_scores = (guint)g_ascii_strtoull (cells[4], NULL, 10) };
  double shares[VOUCH_SAMPLING_LONG_RUN_SEVERITIES];

  vouch_sampling_chances_share (&chances, shares);
  for (guint i = 0; i < VOUCH_SAMPLING_LONG_RUN_SEVERITIES; i++)
    sampling_vectors_assert_near (shares[i], g_ascii_strtod (cells[5 + i], NULL), 1e-10, cells);
}

static void
test_shares_agree_with_the_reference (void)
{
  g_assert_cmpuint (sampling_vectors_run ("sampling-chances.csv", check_chances), >=, 12);
}

static void
assert_shares (VouchSamplingChances chances, double normal, double tightened, double reduced)
{
  double shares[VOUCH_SAMPLING_LONG_RUN_SEVERITIES];

  chances.n_scores = 10;
  vouch_sampling_chances_share (&chances, shares);
  g_assert_cmpfloat_with_epsilon (shares[VOUCH_SEVERITY_NORMAL], normal, 1e-12);
  g_assert_cmpfloat_with_epsilon (shares[VOUCH_SEVERITY_TIGHTENED], tightened, 1e-12);
  g_assert_cmpfloat_with_epsilon (shares[VOUCH_SEVERITY_REDUCED], reduced, 1e-12);
}

static void
test_some_severities_are_never_left (void)
{
  assert_shares ((VouchSamplingChances){ .scores = 1, .tightened = 1, .reduced = 1 }, 0, 0, 1);
  assert_shares ((VouchSamplingChances){ .scores = 1, .tightened = 0, .reduced = 1 }, 0, 0, 1);
  assert_shares ((VouchSamplingChances){ 0 }, 0, 1, 0);
  assert_shares ((VouchSamplingChances){ .scores = 0.5 }, 0, 1, 0);
  assert_shares ((VouchSamplingChances){ .resets = 1, .tightened = 1, .reduced = 1 }, 1, 0, 0);
  assert_shares ((VouchSamplingChances){ .scores = 1, .tightened = 1, .reduced = 0 }, 10.0 / 11, 0, 1.0 / 11);
}

static const VouchSamplingTerms examples[] = {
  { { VOUCH_SAMPLING_STANDARD_ISO_2859_1_1999, VOUCH_SAMPLING_TYPE_SINGLE, VOUCH_SEVERITY_NORMAL }, 1000, "II", "1.0" },
  { { VOUCH_SAMPLING_STANDARD_ISO_2859_1_1999, VOUCH_SAMPLING_TYPE_SINGLE, VOUCH_SEVERITY_NORMAL }, 200, "II", "0.65" },
  { { VOUCH_SAMPLING_STANDARD_ISO_2859_1_1999, VOUCH_SAMPLING_TYPE_SINGLE, VOUCH_SEVERITY_NORMAL }, 3000, "II", "4.0" },
  { { VOUCH_SAMPLING_STANDARD_MIL_STD_105E, VOUCH_SAMPLING_TYPE_SINGLE, VOUCH_SEVERITY_NORMAL }, 1000, "II", "1.0" },
  { { VOUCH_SAMPLING_STANDARD_MIL_STD_105E, VOUCH_SAMPLING_TYPE_DOUBLE, VOUCH_SEVERITY_NORMAL }, 1000, "II", "2.5" },
  { { VOUCH_SAMPLING_STANDARD_MIL_STD_105E, VOUCH_SAMPLING_TYPE_MULTIPLE, VOUCH_SEVERITY_NORMAL }, 9000, "II", "1.5" },
};

static VouchSamplingLongRun *
make (const VouchSamplingTerms *terms, VouchSamplingModel model)
{
  g_autoptr (GError) error = NULL;
  VouchSamplingLongRun *self = vouch_sampling_long_run_new (terms, model, &error);

  g_assert_no_error (error);
  return self;
}

static VouchSamplingLongRunPoint
compute (const VouchSamplingLongRun *self, double p)
{
  g_autoptr (GError) error = NULL;
  VouchSamplingLongRunPoint point;

  vouch_sampling_long_run_compute (self, p, &point, &error);
  g_assert_no_error (error);
  return point;
}

static void
test_scheme_lies_between_its_plans (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    for (guint model = 0; model < VOUCH_N_SAMPLING_MODELS; model++)
      {
        g_autoptr (VouchSamplingLongRun) self = make (&examples[i], (VouchSamplingModel)model);

        for (double p = 0; p <= 0.3; p += 0.005)
          {
            VouchSamplingLongRunPoint point = compute (self, p);
            double sum = 0, least = 1, most = 0;

            for (guint j = 0; j < VOUCH_SAMPLING_LONG_RUN_SEVERITIES; j++)
              {
                sum += point.shares[j];
                least = MIN (least, point.plans[j].pa);
                most = MAX (most, point.plans[j].pa);
              }
            g_assert_cmpfloat_with_epsilon (sum, 1, 1e-12);
            g_assert_cmpfloat (point.pa, >=, least - 1e-12);
            g_assert_cmpfloat (point.pa, <=, most + 1e-12);
          }
      }
}

/* What switching is for: better than the AQL, less is inspected; much worse, hardly a lot is accepted. */
static void
test_scheme_is_kind_to_good_lots_and_hard_on_bad_ones (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autoptr (VouchSamplingLongRun) self = make (&examples[i], VOUCH_SAMPLING_MODEL_BINOMIAL);
      VouchSamplingLongRunPoint perfect = compute (self, 0), good = compute (self, 0.0002), bad = compute (self, 0.3);

      g_assert_cmpfloat (perfect.shares[VOUCH_SEVERITY_REDUCED], ==, 1);
      g_assert_cmpfloat (perfect.pa, ==, 1);
      g_assert_cmpfloat (good.asn, <, good.plans[VOUCH_SEVERITY_NORMAL].asn);
      g_assert_cmpfloat (bad.shares[VOUCH_SEVERITY_TIGHTENED], >, 0.99);
      g_assert_cmpfloat (bad.pa, <=, bad.plans[VOUCH_SEVERITY_NORMAL].pa + 1e-12);
    }
}

/* Of the three plans of letter J at AQL 1.0, and of those one step to the left. */
static void
test_asks_the_plans_of_the_tables (void)
{
  g_autoptr (VouchSamplingLongRun) self = make (&examples[0], VOUCH_SAMPLING_MODEL_BINOMIAL);
  static const VouchSamplingDistribution samples[] = {
    { .model = VOUCH_SAMPLING_MODEL_BINOMIAL, .n = 80, .p = 0.015 },
    { .model = VOUCH_SAMPLING_MODEL_BINOMIAL, .n = 32, .p = 0.015 },
  };
  VouchSamplingChances chances = { .n_scores = 10 };
  double normal = vouch_sampling_distribution_at_most (&samples[0], 2), shares[VOUCH_SAMPLING_LONG_RUN_SEVERITIES];
  VouchSamplingLongRunPoint point = compute (self, 0.015);

  chances.scores = vouch_sampling_distribution_at_most (&samples[0], 1);
  chances.resets = normal - chances.scores;
  chances.tightened = vouch_sampling_distribution_at_most (&samples[0], 1);
  chances.reduced = vouch_sampling_distribution_at_most (&samples[1], 1);
  vouch_sampling_chances_share (&chances, shares);
  for (guint i = 0; i < VOUCH_SAMPLING_LONG_RUN_SEVERITIES; i++)
    g_assert_cmpfloat_with_epsilon (point.shares[i], shares[i], 1e-12);
  g_assert_cmpfloat_with_epsilon (
      point.pa, shares[0] * normal + shares[1] * chances.tightened + shares[2] * chances.reduced, 1e-12);
}

#define SIMULATED_LOTS 300000

/* Nonconforming items in a sample from a process, drawn from the distribution. */
static gint64
draw_count (GRand *dice, gint64 n, double p)
{
  VouchSamplingDistribution counts = { .model = VOUCH_SAMPLING_MODEL_BINOMIAL, .n = n, .p = p };
  double left = g_rand_double (dice), mass;
  gint64 d = 0;

  for (mass = vouch_sampling_distribution_mass (&counts, 0); left >= mass && d < n; d++)
    {
      left -= mass;
      mass = vouch_sampling_distribution_mass (&counts, d + 1);
    }
  return d;
}

/* Lot after lot, as the ledger does it. */
static void
simulate (const VouchSamplingScheme *scheme, double p, double shares[VOUCH_SAMPLING_LONG_RUN_SEVERITIES])
{
  static const gint64 sizes[VOUCH_SAMPLING_LONG_RUN_SEVERITIES] = { 80, 80, 32 }; /* letter J, by either standard */
  const VouchSamplingConditions conditions = { .steady = TRUE, .authority = TRUE };
  g_autoptr (GRand) dice = g_rand_new_with_seed (20261122);
  VouchSamplingSwitch now = { 0 };
  VouchSamplingDecision decision;

  for (guint i = 0; i < SIMULATED_LOTS; i++)
    {
      VouchSamplingLot lot = { .lot_size = 1000, .original = TRUE, .has_nonconforming = TRUE };

      vouch_sampling_switch_resume (&now);
      lot.nonconforming = draw_count (dice, sizes[now.severity], p);
      g_assert_true (vouch_sampling_switch_judge (&now, scheme, &conditions, &lot, &decision, NULL));
      g_assert_cmpuint (decision.plan.samples.stages[0].n, ==, sizes[now.severity]);
      shares[now.severity] += 1.0 / SIMULATED_LOTS;
      now = decision.after;
    }
}

static void
test_agrees_with_the_ledger (void)
{
  for (guint i = 0; i < VOUCH_N_SAMPLING_STANDARDS; i++)
    for (double p = 0.005; p < 0.04; p *= 1.6)
      {
        VouchSamplingScheme scheme = { .standard = (VouchSamplingStandard)i, .level = "II", .aql = "1.0" };
        VouchSamplingTerms terms = { { scheme.standard, scheme.type, VOUCH_SEVERITY_NORMAL }, 1000, "II", "1.0" };
        g_autoptr (VouchSamplingLongRun) self = make (&terms, VOUCH_SAMPLING_MODEL_BINOMIAL);
        double shares[VOUCH_SAMPLING_LONG_RUN_SEVERITIES] = { 0 };
        VouchSamplingLongRunPoint point = compute (self, p);

        simulate (&scheme, p, shares);
        for (guint j = 0; j < VOUCH_SAMPLING_LONG_RUN_SEVERITIES; j++)
          g_assert_cmpfloat_with_epsilon (shares[j], point.shares[j], 0.01);
      }
}

static void
test_small_lots_are_inspected_whole (void)
{
  VouchSamplingTerms terms = examples[0];

  for (terms.lot_size = 1; terms.lot_size < 200; terms.lot_size++)
    {
      g_autoptr (VouchSamplingLongRun) self = make (&terms, VOUCH_SAMPLING_MODEL_HYPERGEOMETRIC);

      g_assert_cmpfloat (compute (self, 0.5).asn, <=, terms.lot_size);
    }
}

static void
test_lists_a_curve (void)
{
  g_autoptr (VouchSamplingLongRun) self = make (&examples[2], VOUCH_SAMPLING_MODEL_HYPERGEOMETRIC);
  g_autoptr (GArray) points = vouch_sampling_long_run_list_points (self, 0.2, 21, NULL);

  g_assert_cmpuint (points->len, ==, 21);
  for (guint i = 0; i < points->len; i++)
    {
      const VouchSamplingLongRunPoint *point = &g_array_index (points, VouchSamplingLongRunPoint, i);

      g_assert_cmpint (point->nonconforming, ==, i * 30);
      g_assert_cmpfloat (point->pa, ==, compute (self, i * 0.01).pa);
    }
  g_assert_null (vouch_sampling_long_run_list_points (self, NAN, 21, NULL));
}

static void
test_refuses_what_has_no_plan (void)
{
  g_autoptr (VouchSamplingLongRun) self = make (&examples[0], VOUCH_SAMPLING_MODEL_BINOMIAL);
  VouchSamplingTerms terms = examples[0];
  g_autoptr (GError) error = NULL;
  VouchSamplingLongRunPoint point;

  g_assert_false (vouch_sampling_long_run_compute (self, NAN, &point, &error));
  g_assert_cmpstr (vouch_error_get_field (error), ==, "p");
  g_clear_error (&error);
  terms.lot_size = 0;
  g_assert_null (vouch_sampling_long_run_new (&terms, VOUCH_SAMPLING_MODEL_BINOMIAL, &error));
  g_assert_cmpstr (vouch_error_get_field (error), ==, "lot_size");
  g_clear_error (&error);
  terms.lot_size = 1000;
  terms.aql = "15";
  g_assert_null (vouch_sampling_long_run_new (&terms, VOUCH_SAMPLING_MODEL_BINOMIAL, &error));
  g_assert_cmpstr (vouch_error_get_field (error), ==, "model");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sampling-long-run/shares-agree-with-the-reference", test_shares_agree_with_the_reference);
  g_test_add_func ("/sampling-long-run/some-severities-are-never-left", test_some_severities_are_never_left);
  g_test_add_func ("/sampling-long-run/scheme-lies-between-its-plans", test_scheme_lies_between_its_plans);
  g_test_add_func ("/sampling-long-run/scheme-is-kind-to-good-lots-and-hard-on-bad-ones",
                   test_scheme_is_kind_to_good_lots_and_hard_on_bad_ones);
  g_test_add_func ("/sampling-long-run/asks-the-plans-of-the-tables", test_asks_the_plans_of_the_tables);
  g_test_add_func ("/sampling-long-run/agrees-with-the-ledger", test_agrees_with_the_ledger);
  g_test_add_func ("/sampling-long-run/small-lots-are-inspected-whole", test_small_lots_are_inspected_whole);
  g_test_add_func ("/sampling-long-run/lists-a-curve", test_lists_a_curve);
  g_test_add_func ("/sampling-long-run/refuses-what-has-no-plan", test_refuses_what_has_no_plan);
  return g_test_run ();
}
