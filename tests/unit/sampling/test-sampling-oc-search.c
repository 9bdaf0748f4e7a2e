#include <math.h>

#include "sampling-vectors.h"
#include "vouch-error.h"
#include "vouch-sampling-oc-search.h"

static const char *const plans[] = {
  "13/0/1", "80/2/3", "125/3/6", "500/21/22", "50/1/4 50/4/5", "20/-1/3 20/0/3 20/1/4 20/2/5 20/3/6 20/4/6 20/6/7",
};

static double
compute_pa (const VouchSamplingOc *oc, double p)
{
  VouchSamplingOcPoint point;

  g_assert_true (vouch_sampling_oc_compute (oc, p, &point, NULL));
  return point.pa;
}

static void
test_finds_the_quality_of_a_process (void)
{
  static const double probabilities[] = { 1e-9, 0.001, 0.1, 0.5, 0.95, 0.999999 };

  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    for (guint model = VOUCH_SAMPLING_MODEL_BINOMIAL; model < VOUCH_N_SAMPLING_MODELS; model++)
      {
        g_autoptr (VouchSamplingOc) oc = sampling_vectors_make_oc (plans[i], (VouchSamplingModel)model, 0);

        for (guint j = 0; j < G_N_ELEMENTS (probabilities); j++)
          {
            g_autoptr (GError) error = NULL;
            VouchSamplingOcPoint point;

            vouch_sampling_oc_find_quality (oc, probabilities[j], &point, &error);
            g_assert_no_error (error);
            g_assert_cmpfloat_with_epsilon (point.pa, probabilities[j], 1e-12 * probabilities[j] + 1e-15);
          }
      }
}

/* With no nonconforming item in n, (1 - p)^n and exp (-np). */
static void
test_finds_what_a_formula_says (void)
{
  g_autoptr (VouchSamplingOc) items = sampling_vectors_make_oc ("13/0/1", VOUCH_SAMPLING_MODEL_BINOMIAL, 0);
  g_autoptr (VouchSamplingOc) faults = sampling_vectors_make_oc ("13/0/1", VOUCH_SAMPLING_MODEL_POISSON, 0);
  VouchSamplingOcPoint point;

  g_assert_true (vouch_sampling_oc_find_quality (items, 0.1, &point, NULL));
  g_assert_cmpfloat_with_epsilon (point.p, 1 - pow (0.1, 1.0 / 13), 1e-14);
  g_assert_true (vouch_sampling_oc_find_quality (faults, 0.1, &point, NULL));
  g_assert_cmpfloat_with_epsilon (point.p, -log (0.1) / 13, 1e-14);
  vouch_sampling_oc_find_aoql (items, &point);
  g_assert_cmpfloat_with_epsilon (point.p, 1.0 / 14, 1e-14);
  g_assert_cmpfloat_with_epsilon (point.aoq, pow (13.0 / 14, 13) / 14, 1e-14);
  vouch_sampling_oc_find_aoql (faults, &point);
  g_assert_cmpfloat_with_epsilon (point.p, 1.0 / 13, 1e-14);
  g_assert_cmpfloat_with_epsilon (point.aoq, exp (-1) / 13, 1e-14);
}

static void
test_finds_the_worst_lot_of_whole_items (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    {
      g_autoptr (VouchSamplingOc) oc = sampling_vectors_make_oc (plans[i], VOUCH_SAMPLING_MODEL_HYPERGEOMETRIC, 700);

      for (double pa = 0.05; pa < 1; pa += 0.05)
        {
          VouchSamplingOcPoint point, next;

          g_assert_true (vouch_sampling_oc_find_quality (oc, pa, &point, NULL));
          g_assert_true (vouch_sampling_oc_compute_count (oc, point.nonconforming + 1, &next, NULL));
          g_assert_cmpfloat (point.pa, >=, pa * (1 - 1e-12));
          g_assert_cmpfloat (next.pa, <, pa);
          g_assert_cmpfloat (point.p, ==, (double)point.nonconforming / 700);
        }
    }
}

/* Five of a hundred are drawn, one is bad: 19 times in 20 it is not seen, exactly. */
static void
test_takes_a_probability_that_is_met_exactly (void)
{
  g_autoptr (VouchSamplingOc) oc = sampling_vectors_make_oc ("5/0/1", VOUCH_SAMPLING_MODEL_HYPERGEOMETRIC, 100);
  VouchSamplingOcPoint point;

  g_assert_true (vouch_sampling_oc_find_quality (oc, 0.95, &point, NULL));
  g_assert_cmpint (point.nonconforming, ==, 1);
}

static void
test_nothing_goes_out_worse_than_the_limit (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    for (guint model = 0; model < VOUCH_N_SAMPLING_MODELS; model++)
      {
        g_autoptr (VouchSamplingOc) oc = sampling_vectors_make_oc (plans[i], (VouchSamplingModel)model, 600);
        VouchSamplingOcPoint worst, point;

        vouch_sampling_oc_find_aoql (oc, &worst);
        for (guint j = 0; j <= 600; j++)
          {
            g_assert_true (vouch_sampling_oc_compute (oc, j / 600.0, &point, NULL));
            g_assert_cmpfloat (point.aoq, <=, worst.aoq + 1e-15);
          }
      }
}

static void
test_tells_both_risks (void)
{
  g_autoptr (VouchSamplingOc) oc = sampling_vectors_make_oc ("132/3/4", VOUCH_SAMPLING_MODEL_BINOMIAL, 0);
  g_autoptr (GError) error = NULL;
  double producers, consumers;

  g_assert_true (vouch_sampling_oc_compute_risks (oc, 0.01, 0.05, &producers, &consumers, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (producers, ==, 1 - compute_pa (oc, 0.01));
  g_assert_cmpfloat (consumers, ==, compute_pa (oc, 0.05));
  g_assert_false (vouch_sampling_oc_compute_risks (oc, 0.01, NAN, &producers, &consumers, &error));
  g_assert_cmpstr (vouch_error_get_field (error), ==, "crq");
}

static void
test_lists_a_curve (void)
{
  for (guint model = 0; model < VOUCH_N_SAMPLING_MODELS; model++)
    {
      g_autoptr (VouchSamplingOc) oc = sampling_vectors_make_oc (plans[4], (VouchSamplingModel)model, 5000);
      g_autoptr (GArray) points = vouch_sampling_oc_list_points (oc, 0, 50, NULL);
      double before = -1;

      g_assert_cmpuint (points->len, ==, 50);
      for (guint i = 0; i < points->len; i++)
        {
          const VouchSamplingOcPoint *point = &g_array_index (points, VouchSamplingOcPoint, i);

          g_assert_cmpfloat (point->p, >, before);
          g_assert_cmpfloat (point->pa, ==, compute_pa (oc, point->p));
          before = point->p;
        }
      g_assert_cmpfloat (g_array_index (points, VouchSamplingOcPoint, 0).pa, ==, 1);
      g_assert_cmpfloat (g_array_index (points, VouchSamplingOcPoint, 49).pa, <, 0.0015);
    }
}

static void
test_lists_each_quality_of_a_small_lot_once (void)
{
  g_autoptr (VouchSamplingOc) oc = sampling_vectors_make_oc ("3/0/1", VOUCH_SAMPLING_MODEL_HYPERGEOMETRIC, 10);
  g_autoptr (GArray) points = vouch_sampling_oc_list_points (oc, 1, 200, NULL);

  g_assert_cmpuint (points->len, ==, 11);
  for (guint i = 0; i < points->len; i++)
    g_assert_cmpint (g_array_index (points, VouchSamplingOcPoint, i).nonconforming, ==, i);
}

static void
test_lists_a_curve_that_never_falls (void)
{
  g_autoptr (VouchSamplingOc) oc = sampling_vectors_make_oc ("3/3/4", VOUCH_SAMPLING_MODEL_BINOMIAL, 0);
  g_autoptr (GArray) points = vouch_sampling_oc_list_points (oc, 0, 3, NULL);

  g_assert_cmpuint (points->len, ==, 3);
  g_assert_cmpfloat (g_array_index (points, VouchSamplingOcPoint, 2).p, ==, 1);
  g_assert_cmpfloat (g_array_index (points, VouchSamplingOcPoint, 2).pa, ==, 1);
}

static void
assert_no_quality (const char *plan, double pa)
{
  g_autoptr (VouchSamplingOc) oc = sampling_vectors_make_oc (plan, VOUCH_SAMPLING_MODEL_BINOMIAL, 0);
  g_autoptr (GError) error = NULL;
  VouchSamplingOcPoint point;

  g_assert_false (vouch_sampling_oc_find_quality (oc, pa, &point, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
  g_assert_cmpstr (vouch_error_get_field (error), ==, "pa");
}

static void
test_refuses_what_cannot_be_found (void)
{
  g_autoptr (VouchSamplingOc) oc = sampling_vectors_make_oc (plans[1], VOUCH_SAMPLING_MODEL_BINOMIAL, 0);
  g_autoptr (GError) error = NULL;

  assert_no_quality ("80/2/3", 0);
  assert_no_quality ("80/2/3", 1);
  assert_no_quality ("80/2/3", NAN);
  assert_no_quality ("3/3/4", 0.5);
  g_assert_null (vouch_sampling_oc_list_points (oc, 0, 1, &error));
  g_assert_cmpstr (vouch_error_get_field (error), ==, "points");
  g_clear_error (&error);
  g_assert_null (vouch_sampling_oc_list_points (oc, 1.5, 10, &error));
  g_assert_cmpstr (vouch_error_get_field (error), ==, "p_max");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sampling-oc-search/finds-the-quality-of-a-process", test_finds_the_quality_of_a_process);
  g_test_add_func ("/sampling-oc-search/finds-what-a-formula-says", test_finds_what_a_formula_says);
  g_test_add_func ("/sampling-oc-search/finds-the-worst-lot-of-whole-items", test_finds_the_worst_lot_of_whole_items);
  g_test_add_func ("/sampling-oc-search/takes-a-probability-that-is-met-exactly",
                   test_takes_a_probability_that_is_met_exactly);
  g_test_add_func ("/sampling-oc-search/nothing-goes-out-worse-than-the-limit",
                   test_nothing_goes_out_worse_than_the_limit);
  g_test_add_func ("/sampling-oc-search/tells-both-risks", test_tells_both_risks);
  g_test_add_func ("/sampling-oc-search/lists-a-curve", test_lists_a_curve);
  g_test_add_func ("/sampling-oc-search/lists-each-quality-of-a-small-lot-once",
                   test_lists_each_quality_of_a_small_lot_once);
  g_test_add_func ("/sampling-oc-search/lists-a-curve-that-never-falls", test_lists_a_curve_that_never_falls);
  g_test_add_func ("/sampling-oc-search/refuses-what-cannot-be-found", test_refuses_what_cannot_be_found);
  return g_test_run ();
}
