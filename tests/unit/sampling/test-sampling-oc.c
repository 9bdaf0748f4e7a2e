#include <math.h>
#include <string.h>

#include "sampling-vectors.h"
#include "vouch-error.h"
#include "vouch-sampling-oc.h"

static const char *const plans[] = {
  "80/2/3",
  "125/3/6",
  "50/1/4 50/4/5",
  "20/-1/2 20/0/3",
  "20/-1/3 20/0/3 20/1/4 20/2/5 20/3/6 20/4/6 20/6/7",
  "8/-1/3 8/-1/3 8/0/4 8/0/5 8/1/6 8/1/6 8/2/7",
};

static VouchSamplingOcPoint
compute (const VouchSamplingOc *oc, double p)
{
  g_autoptr (GError) error = NULL;
  VouchSamplingOcPoint point;

  vouch_sampling_oc_compute (oc, p, &point, &error);
  g_assert_no_error (error);
  return point;
}

static VouchSamplingOcPoint
compute_count (const VouchSamplingOc *oc, gint64 nonconforming)
{
  g_autoptr (GError) error = NULL;
  VouchSamplingOcPoint point;

  vouch_sampling_oc_compute_count (oc, nonconforming, &point, &error);
  g_assert_no_error (error);
  return point;
}

/* An absolute error as well, because the vectors have values of 1e-200. */
static void
assert_near (double value, double expected, char **cells)
{
  g_assert_cmpfloat (fabs (value - expected), <, 1e-12 * MAX (expected, 1));
  sampling_vectors_assert_near (value, expected, 1e-10, cells);
}

static void
check_characteristic (char **cells) /* stages, model, N, D, p, pa, between, asn */
{
  g_autoptr (VouchSamplingOc) oc = NULL;
  VouchSamplingModel model;
  VouchSamplingOcPoint point;

  g_assert_true (vouch_sampling_model_parse (cells[1], &model, NULL));
  oc = sampling_vectors_make_oc (cells[0], model, g_ascii_strtoll (cells[2], NULL, 10));
  point = model == VOUCH_SAMPLING_MODEL_HYPERGEOMETRIC ? compute_count (oc, g_ascii_strtoll (cells[3], NULL, 10))
                                                       : compute (oc, g_ascii_strtod (cells[4], NULL));
  assert_near (point.pa, g_ascii_strtod (cells[5], NULL), cells);
  assert_near (point.p_between, g_ascii_strtod (cells[6], NULL), cells);
  assert_near (point.asn, g_ascii_strtod (cells[7], NULL), cells);
}

static void
test_agrees_with_the_reference (void)
{
  g_assert_cmpuint (sampling_vectors_run ("sampling-oc.csv", check_characteristic), >, 700);
}

static void
check_falls (VouchSamplingModel model, gint64 lot_size)
{
  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    {
      g_autoptr (VouchSamplingOc) oc = sampling_vectors_make_oc (plans[i], model, lot_size);
      double before = compute (oc, 0).pa;

      g_assert_cmpfloat (before, ==, 1);
      for (double p = 0; p <= 1; p += 1.0 / 256)
        {
          VouchSamplingOcPoint point = compute (oc, p);

          g_assert_cmpfloat (point.pa, <=, before + 1e-14);
          g_assert_cmpfloat (point.p_between, <=, point.pa + 1e-14);
          before = point.pa;
        }
      g_assert_cmpfloat (before, <, 1e-6);
    }
}

static void
test_worse_lots_are_accepted_less_often (void)
{
  check_falls (VOUCH_SAMPLING_MODEL_HYPERGEOMETRIC, 512);
  check_falls (VOUCH_SAMPLING_MODEL_BINOMIAL, 0);
  check_falls (VOUCH_SAMPLING_MODEL_POISSON, 0);
}

static void
test_inspects_between_the_first_sample_and_all (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    {
      VouchSamplingStages stages = sampling_vectors_read_stages (plans[i]);
      g_autoptr (VouchSamplingOc) oc = sampling_vectors_make_oc (plans[i], VOUCH_SAMPLING_MODEL_BINOMIAL, 0);

      for (double p = 0; p <= 1; p += 1.0 / 64)
        {
          double asn = compute (oc, p).asn;

          g_assert_cmpfloat (asn, >=, stages.stages[0].n);
          g_assert_cmpfloat (asn, <=, (double)vouch_sampling_oc_get_drawn_most (oc) + 1e-9);
        }
    }
}

static void
test_models_meet_in_the_limit (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    {
      g_autoptr (VouchSamplingOc) lot =
          sampling_vectors_make_oc (plans[i], VOUCH_SAMPLING_MODEL_HYPERGEOMETRIC, 1000000000);
      g_autoptr (VouchSamplingOc) process = sampling_vectors_make_oc (plans[i], VOUCH_SAMPLING_MODEL_BINOMIAL, 0);
      g_autoptr (VouchSamplingOc) faults = sampling_vectors_make_oc (plans[i], VOUCH_SAMPLING_MODEL_POISSON, 0);

      g_assert_cmpfloat_with_epsilon (compute (lot, 0.02).pa, compute (process, 0.02).pa, 1e-6);
      g_assert_cmpfloat_with_epsilon (compute (lot, 0.02).asn, compute (process, 0.02).asn, 1e-4);
      g_assert_cmpfloat_with_epsilon (compute (process, 0.0001).pa, compute (faults, 0.0001).pa, 1e-6);
    }
}

/* n = 2, c = 0 of 4 items with 2 nonconforming: one way in six finds none of them, and then both go out. */
static void
test_sorts_what_is_not_accepted (void)
{
  g_autoptr (VouchSamplingOc) oc = sampling_vectors_make_oc ("2/0/1", VOUCH_SAMPLING_MODEL_HYPERGEOMETRIC, 4);
  VouchSamplingOcPoint point = compute_count (oc, 2);

  g_assert_cmpfloat_with_epsilon (point.pa, 1.0 / 6, 1e-15);
  g_assert_cmpfloat_with_epsilon (point.aoq, 1.0 / 6 * 2 / 4, 1e-15);
  g_assert_cmpfloat_with_epsilon (point.ati, 2.0 / 6 + 4 * 5.0 / 6, 1e-15);
}

static void
test_without_a_lot_size_everything_accepted_goes_out (void)
{
  g_autoptr (VouchSamplingOc) large = sampling_vectors_make_oc ("80/2/3", VOUCH_SAMPLING_MODEL_BINOMIAL, 0);
  g_autoptr (VouchSamplingOc) small = sampling_vectors_make_oc ("80/2/3", VOUCH_SAMPLING_MODEL_BINOMIAL, 100);
  VouchSamplingOcPoint point = compute (large, 0.02), rest = compute (small, 0.02);

  g_assert_cmpfloat (point.aoq, ==, 0.02 * point.pa);
  g_assert_true (isnan (point.ati));
  g_assert_cmpfloat (rest.pa, ==, point.pa);
  g_assert_cmpfloat_with_epsilon (rest.aoq, point.aoq / 5, 1e-15);
  g_assert_cmpfloat_with_epsilon (rest.ati, 80 * point.pa + 100 * (1 - point.pa), 1e-12);
}

static void
test_slope_is_that_of_the_curve (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    for (guint model = VOUCH_SAMPLING_MODEL_BINOMIAL; model < VOUCH_N_SAMPLING_MODELS; model++)
      {
        g_autoptr (VouchSamplingOc) oc = sampling_vectors_make_oc (plans[i], (VouchSamplingModel)model, 1000);

        for (double p = 0.003; p < 0.2; p *= 1.5)
          {
            double difference = compute (oc, p * 1.00001).aoq - compute (oc, p / 1.00001).aoq;
            double slope = difference / (p * 1.00001 - p / 1.00001);

            g_assert_cmpfloat_with_epsilon (vouch_sampling_oc_compute_aoq_slope (oc, p), slope, 1e-6);
          }
      }
}

static void
test_whole_lot_is_judged_by_what_it_has (void)
{
  g_autoptr (VouchSamplingOc) oc = sampling_vectors_make_oc ("20/1/2", VOUCH_SAMPLING_MODEL_HYPERGEOMETRIC, 20);

  g_assert_cmpfloat (compute_count (oc, 1).pa, ==, 1);
  g_assert_cmpfloat (compute_count (oc, 2).pa, ==, 0);
  g_assert_cmpfloat (compute_count (oc, 1).aoq, ==, 0);
}

static void
assert_refused (VouchSamplingStages stages, gint64 lot_size, const char *field)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (vouch_sampling_oc_new (&stages, VOUCH_SAMPLING_MODEL_HYPERGEOMETRIC, lot_size, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
  g_assert_cmpstr (vouch_error_get_field (error), ==, field);
}

static void
test_refuses_impossible_plans (void)
{
  VouchSamplingStages good = sampling_vectors_read_stages ("50/1/4 50/4/5"), bad = good;

  bad.n_stages = 0;
  assert_refused (bad, 1000, "stages");
  bad.n_stages = VOUCH_SAMPLING_STAGES_MAX + 1;
  assert_refused (bad, 1000, "stages");
  assert_refused (sampling_vectors_read_stages ("0/1/4"), 1000, "n");
  assert_refused (sampling_vectors_read_stages ("50/4/4"), 1000, "ac");
  assert_refused (sampling_vectors_read_stages ("50/5/4"), 1000, "ac");
  assert_refused (sampling_vectors_read_stages ("50/-2/4"), 1000, "ac");
  assert_refused (sampling_vectors_read_stages ("50/-1/0"), 1000, "re");
  assert_refused (sampling_vectors_read_stages ("50/1/4 50/4/4000000000"), 1000, "re");
  assert_refused (good, 49, "n");
  assert_refused (good, 0, "N");
  assert_refused (good, -1, "N");
  assert_refused (good, 1000000000000000000, "N");
}

static void
test_refuses_impossible_qualities (void)
{
  static const double impossible[] = { -0.01, 1.01, INFINITY, -INFINITY, NAN };
  g_autoptr (VouchSamplingOc) process = sampling_vectors_make_oc ("80/2/3", VOUCH_SAMPLING_MODEL_BINOMIAL, 0);
  g_autoptr (VouchSamplingOc) faults = sampling_vectors_make_oc ("80/2/3", VOUCH_SAMPLING_MODEL_POISSON, 0);
  g_autoptr (VouchSamplingOc) lot = sampling_vectors_make_oc ("80/2/3", VOUCH_SAMPLING_MODEL_HYPERGEOMETRIC, 100);
  VouchSamplingOcPoint point;

  for (guint i = 0; i < G_N_ELEMENTS (impossible); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (vouch_sampling_oc_compute (process, impossible[i], &point, &error));
      g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
      g_assert_cmpstr (vouch_error_get_field (error), ==, "p");
      g_assert_false (vouch_sampling_oc_compute (lot, impossible[i], &point, NULL));
    }
  g_assert_true (vouch_sampling_oc_compute (faults, 10, &point, NULL));
  g_assert_false (vouch_sampling_oc_compute (faults, 101, &point, NULL));
  g_assert_false (vouch_sampling_oc_compute (faults, NAN, &point, NULL));
  for (gint64 nonconforming = -1; nonconforming <= 101; nonconforming += 102)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (vouch_sampling_oc_compute_count (lot, nonconforming, &point, &error));
      g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
      g_assert_cmpstr (vouch_error_get_field (error), ==, "D");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sampling-oc/agrees-with-the-reference", test_agrees_with_the_reference);
  g_test_add_func ("/sampling-oc/worse-lots-are-accepted-less-often", test_worse_lots_are_accepted_less_often);
  g_test_add_func ("/sampling-oc/inspects-between-the-first-sample-and-all",
                   test_inspects_between_the_first_sample_and_all);
  g_test_add_func ("/sampling-oc/models-meet-in-the-limit", test_models_meet_in_the_limit);
  g_test_add_func ("/sampling-oc/sorts-what-is-not-accepted", test_sorts_what_is_not_accepted);
  g_test_add_func ("/sampling-oc/without-a-lot-size-everything-accepted-goes-out",
                   test_without_a_lot_size_everything_accepted_goes_out);
  g_test_add_func ("/sampling-oc/slope-is-that-of-the-curve", test_slope_is_that_of_the_curve);
  g_test_add_func ("/sampling-oc/whole-lot-is-judged-by-what-it-has", test_whole_lot_is_judged_by_what_it_has);
  g_test_add_func ("/sampling-oc/refuses-impossible-plans", test_refuses_impossible_plans);
  g_test_add_func ("/sampling-oc/refuses-impossible-qualities", test_refuses_impossible_qualities);
  return g_test_run ();
}
