/* Plans that follow no table: c = 0, a fixed number, a share of the lot. */
#include <math.h>

#include "vouch-error.h"
#include "vouch-sampling-oc.h"
#include "vouch-sampling-share.h"
#include "vouch-sampling-zero.h"

static double
accept_zero (gint64 lot_size, gint64 nonconforming, gint64 n)
{
  double pa = 1;

  for (gint64 i = 0; i < n; i++)
    pa *= (double)MAX (lot_size - nonconforming - i, 0) / (double)(lot_size - i);
  return pa;
}

/* One item after the other, none of which is to be nonconforming. */
static void
test_zero_plan_is_the_smallest_that_holds_the_risk (void)
{
  static const double qualities[] = { 0.001, 0.01, 0.025, 0.1, 0.4, 1 };
  static const double risks[] = { 0.01, 0.05, 0.1 };

  for (gint64 lot_size = 1; lot_size < 20000; lot_size = lot_size * 3 / 2 + 1)
    for (guint i = 0; i < G_N_ELEMENTS (qualities); i++)
      for (guint j = 0; j < G_N_ELEMENTS (risks); j++)
        {
          gint64 nonconforming = (gint64)ceil ((double)lot_size * qualities[i] - 1e-9);
          g_autoptr (GError) error = NULL;
          VouchSamplingStages stages;
          gint64 n;

          vouch_sampling_plan_zero (lot_size, qualities[i], risks[j], &stages, &error);
          g_assert_no_error (error);
          n = stages.stages[0].n;
          g_assert_cmpuint (stages.n_stages, ==, 1);
          g_assert_cmpint (stages.stages[0].ac, ==, 0);
          g_assert_cmpuint (stages.stages[0].re, ==, 1);
          g_assert_cmpint (n, <=, lot_size);
          g_assert_cmpfloat (accept_zero (lot_size, nonconforming, n), <=, risks[j] * (1 + 1e-11));
          g_assert_cmpfloat (accept_zero (lot_size, nonconforming, n - 1), >, risks[j]);
        }
}

static void
test_zero_plan_agrees_with_its_characteristic (void)
{
  g_autoptr (VouchSamplingOc) oc = NULL;
  VouchSamplingStages stages;
  VouchSamplingOcPoint point;

  g_assert_true (vouch_sampling_plan_zero (1000, 0.05, 0.1, &stages, NULL));
  oc = vouch_sampling_oc_new (&stages, VOUCH_SAMPLING_MODEL_HYPERGEOMETRIC, 1000, NULL);
  g_assert_true (vouch_sampling_oc_compute (oc, 0.05, &point, NULL));
  g_assert_cmpfloat (point.pa, <=, 0.1);
  g_assert_cmpfloat (point.pa, >, 0.09);
}

static void
test_zero_plan_of_a_huge_lot (void)
{
  VouchSamplingStages stages;

  g_assert_true (vouch_sampling_plan_zero (1000000000000, 0.01, 0.05, &stages, NULL));
  g_assert_cmpuint (stages.stages[0].n, ==, 299); /* as of a process: 0.99^299 < 0.05 < 0.99^298 */
}

static void
test_fixed_plan_is_no_larger_than_the_lot (void)
{
  VouchSamplingStages stages;

  g_assert_true (vouch_sampling_plan_fixed (200, 8, 1, &stages, NULL));
  g_assert_cmpuint (stages.stages[0].n, ==, 8);
  g_assert_cmpint (stages.stages[0].ac, ==, 1);
  g_assert_cmpuint (stages.stages[0].re, ==, 2);
  g_assert_true (vouch_sampling_plan_fixed (5, 8, 0, &stages, NULL));
  g_assert_cmpuint (stages.stages[0].n, ==, 5);
}

static guint32
take_share (gint64 lot_size, gint64 share)
{
  g_autoptr (GError) error = NULL;
  VouchSamplingStages stages;

  vouch_sampling_plan_share (lot_size, share, 0, &stages, &error);
  g_assert_no_error (error);
  return stages.stages[0].n;
}

static void
test_share_is_rounded_up (void)
{
  g_assert_cmpuint (take_share (200, 1000), ==, 20);
  g_assert_cmpuint (take_share (201, 1000), ==, 21);
  g_assert_cmpuint (take_share (1, 1), ==, 1);
  g_assert_cmpuint (take_share (10000, 1), ==, 1);
  g_assert_cmpuint (take_share (10001, 1), ==, 2);
  g_assert_cmpuint (take_share (4000000000, 5000), ==, 2000000000);
  g_assert_cmpuint (take_share (4000000000, VOUCH_SAMPLING_WHOLE_LOT), ==, 4000000000);
  g_assert_cmpuint (take_share (7, VOUCH_SAMPLING_WHOLE_LOT), ==, 7);
}

static void
assert_field (gboolean done, GError **error, const char *field)
{
  g_assert_false (done);
  g_assert_error (*error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
  g_assert_cmpstr (vouch_error_get_field (*error), ==, field);
  g_clear_error (error);
}

static void
test_refuses_impossible_plans (void)
{
  VouchSamplingStages stages;
  g_autoptr (GError) error = NULL;

  assert_field (vouch_sampling_plan_zero (0, 0.1, 0.1, &stages, &error), &error, "lot_size");
  assert_field (vouch_sampling_plan_zero (1000000000000000000, 0.1, 0.1, &stages, &error), &error, "lot_size");
  assert_field (vouch_sampling_plan_zero (9000000000000, 1e-12, 0.1, &stages, &error), &error, "lot_size");
  assert_field (vouch_sampling_plan_zero (10, 0, 0.1, &stages, &error), &error, "rql");
  assert_field (vouch_sampling_plan_zero (10, NAN, 0.1, &stages, &error), &error, "rql");
  assert_field (vouch_sampling_plan_zero (10, 1.5, 0.1, &stages, &error), &error, "rql");
  assert_field (vouch_sampling_plan_zero (10, 0.1, 0, &stages, &error), &error, "risk");
  assert_field (vouch_sampling_plan_zero (10, 0.1, NAN, &stages, &error), &error, "risk");
  assert_field (vouch_sampling_plan_fixed (-1, 8, 0, &stages, &error), &error, "lot_size");
  assert_field (vouch_sampling_plan_fixed (10, 0, 0, &stages, &error), &error, "n");
  assert_field (vouch_sampling_plan_fixed (10, 8, -1, &stages, &error), &error, "ac");
  assert_field (vouch_sampling_plan_share (10, 0, 0, &stages, &error), &error, "share");
  assert_field (vouch_sampling_plan_share (10, 10001, 0, &stages, &error), &error, "share");
  assert_field (vouch_sampling_plan_share (0, 100, 0, &stages, &error), &error, "lot_size");
  assert_field (vouch_sampling_plan_share (9000000000000, VOUCH_SAMPLING_WHOLE_LOT, 0, &stages, &error), &error, "n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sampling-untabled/zero-plan-is-the-smallest-that-holds-the-risk",
                   test_zero_plan_is_the_smallest_that_holds_the_risk);
  g_test_add_func ("/sampling-untabled/zero-plan-agrees-with-its-characteristic",
                   test_zero_plan_agrees_with_its_characteristic);
  g_test_add_func ("/sampling-untabled/zero-plan-of-a-huge-lot", test_zero_plan_of_a_huge_lot);
  g_test_add_func ("/sampling-untabled/fixed-plan-is-no-larger-than-the-lot",
                   test_fixed_plan_is_no_larger_than_the_lot);
  g_test_add_func ("/sampling-untabled/share-is-rounded-up", test_share_is_rounded_up);
  g_test_add_func ("/sampling-untabled/refuses-impossible-plans", test_refuses_impossible_plans);
  return g_test_run ();
}
