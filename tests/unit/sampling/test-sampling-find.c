#include <math.h>

#include "sampling-vectors.h"
#include "vouch-error.h"
#include "vouch-sampling-find.h"

static const VouchSamplingRisks usual = { .prq = 0.01, .pa_prq = 0.95, .crq = 0.05, .pa_crq = 0.1 };

static void
check_plan (char **cells) /* model, N, prq, pa_prq, crq, pa_crq, n, c */
{
  VouchSamplingRisks risks = { .prq = g_ascii_strtod (cells[2], NULL),
                               .pa_prq = g_ascii_strtod (cells[3], NULL),
                               .crq = g_ascii_strtod (cells[4], NULL),
                               .pa_crq = g_ascii_strtod (cells[5], NULL) };
  g_autoptr (GError) error = NULL;
  VouchSamplingModel model;
  gint64 n, c;

  g_assert_true (vouch_sampling_model_parse (cells[0], &model, NULL));
  vouch_sampling_find_plan (model, g_ascii_strtoll (cells[1], NULL, 10), &risks, &n, &c, &error);
  g_assert_no_error (error);
  g_assert_cmpint (n, ==, g_ascii_strtoll (cells[6], NULL, 10));
  g_assert_cmpint (c, ==, g_ascii_strtoll (cells[7], NULL, 10));
}

/* Which has tried every n and every c, with fractions. */
static void
test_agrees_with_the_reference (void)
{
  g_assert_cmpuint (sampling_vectors_run ("sampling-find.csv", check_plan), >, 60);
}

static double
accept (VouchSamplingModel model, gint64 n, gint64 c, double p)
{
  VouchSamplingDistribution counts = { .model = model, .n = n, .p = p };

  return vouch_sampling_distribution_at_most (&counts, c);
}

/* The smallest c that contents the producer accepts the fewest bad lots. */
static gboolean
has_plan (VouchSamplingModel model, gint64 n, const VouchSamplingRisks *risks)
{
  gint64 c = 0;

  while (accept (model, n, c, risks->prq) < risks->pa_prq)
    c++;
  return accept (model, n, c, risks->crq) <= risks->pa_crq;
}

static void
test_a_sample_of_one_fewer_would_not_do (void)
{
  for (guint model = VOUCH_SAMPLING_MODEL_BINOMIAL; model < VOUCH_N_SAMPLING_MODELS; model++)
    for (double ratio = 1.4; ratio < 9; ratio *= 1.3)
      for (double prq = 0.0002; prq < 0.1; prq *= 3)
        {
          VouchSamplingRisks risks = { .prq = prq, .pa_prq = 0.95, .crq = ratio * prq, .pa_crq = 0.1 };
          gint64 n, c;

          g_assert_true (vouch_sampling_find_plan ((VouchSamplingModel)model, 0, &risks, &n, &c, NULL));
          g_assert_cmpfloat (accept ((VouchSamplingModel)model, n, c, risks.prq), >=, risks.pa_prq);
          g_assert_cmpfloat (accept ((VouchSamplingModel)model, n, c, risks.crq), <=, risks.pa_crq);
          g_assert_false (n > 1 && has_plan ((VouchSamplingModel)model, n - 1, &risks));
        }
}

static void
test_finds_large_samples (void)
{
  VouchSamplingRisks close = { .prq = 0.01, .pa_prq = 0.95, .crq = 0.011, .pa_crq = 0.1 };
  gint64 n, c;

  g_assert_true (vouch_sampling_find_plan (VOUCH_SAMPLING_MODEL_BINOMIAL, 0, &close, &n, &c, NULL));
  g_assert_cmpint (n, >, 80000);
  g_assert_true (has_plan (VOUCH_SAMPLING_MODEL_BINOMIAL, n, &close));
  g_assert_false (has_plan (VOUCH_SAMPLING_MODEL_BINOMIAL, n - 1, &close));
}

/* Of 100 items, the bad lot has one nonconforming: a sample of five misses it 19 times in 20, exactly. */
static void
test_takes_a_risk_that_is_met_exactly (void)
{
  VouchSamplingRisks risks = { .prq = 0, .pa_prq = 0.99, .crq = 0.01, .pa_crq = 0.95 };
  gint64 n, c;

  g_assert_true (vouch_sampling_find_plan (VOUCH_SAMPLING_MODEL_HYPERGEOMETRIC, 100, &risks, &n, &c, NULL));
  g_assert_cmpint (n, ==, 5);
  g_assert_cmpint (c, ==, 0);
}

static void
assert_refused (VouchSamplingModel model, gint64 lot_size, VouchSamplingRisks risks, const char *field)
{
  g_autoptr (GError) error = NULL;
  gint64 n, c;

  g_assert_false (vouch_sampling_find_plan (model, lot_size, &risks, &n, &c, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
  g_assert_cmpstr (vouch_error_get_field (error), ==, field);
}

static void
assert_refused_as (gsize offset, double value, const char *field)
{
  VouchSamplingRisks risks = usual;

  *(double *)(gpointer)((char *)&risks + offset) = value;
  assert_refused (VOUCH_SAMPLING_MODEL_BINOMIAL, 0, risks, field);
}

static void
test_refuses_risks_that_no_plan_has (void)
{
  assert_refused_as (G_STRUCT_OFFSET (VouchSamplingRisks, prq), NAN, "prq");
  assert_refused_as (G_STRUCT_OFFSET (VouchSamplingRisks, prq), -0.1, "prq");
  assert_refused_as (G_STRUCT_OFFSET (VouchSamplingRisks, crq), 1.1, "crq");
  assert_refused_as (G_STRUCT_OFFSET (VouchSamplingRisks, crq), 0.01, "crq");
  assert_refused_as (G_STRUCT_OFFSET (VouchSamplingRisks, crq), 0.001, "crq");
  assert_refused_as (G_STRUCT_OFFSET (VouchSamplingRisks, crq), 0.01000001, "crq");
  assert_refused_as (G_STRUCT_OFFSET (VouchSamplingRisks, pa_prq), 1, "pa_prq");
  assert_refused_as (G_STRUCT_OFFSET (VouchSamplingRisks, pa_prq), NAN, "pa_prq");
  assert_refused_as (G_STRUCT_OFFSET (VouchSamplingRisks, pa_crq), 0, "pa_crq");
  assert_refused_as (G_STRUCT_OFFSET (VouchSamplingRisks, pa_crq), 0.96, "pa_crq");
  assert_refused (VOUCH_SAMPLING_MODEL_HYPERGEOMETRIC, 0, usual, "N");
  assert_refused (VOUCH_SAMPLING_MODEL_HYPERGEOMETRIC, 1000000000000000000, usual, "N");
  assert_refused (VOUCH_SAMPLING_MODEL_HYPERGEOMETRIC, 5, usual, "crq");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sampling-find/agrees-with-the-reference", test_agrees_with_the_reference);
  g_test_add_func ("/sampling-find/a-sample-of-one-fewer-would-not-do", test_a_sample_of_one_fewer_would_not_do);
  g_test_add_func ("/sampling-find/finds-large-samples", test_finds_large_samples);
  g_test_add_func ("/sampling-find/takes-a-risk-that-is-met-exactly", test_takes_a_risk_that_is_met_exactly);
  g_test_add_func ("/sampling-find/refuses-risks-that-no-plan-has", test_refuses_risks_that_no_plan_has);
  return g_test_run ();
}
