/* Charts and plans for people who wait for them. */
#include "bench-report.h"
#include "vouch-sampling-find.h"
#include "vouch-sampling-oc-search.h"

#define ROUNDS 21
#define POINTS 200
#define LOT_SIZE 3000

/* As a large multiple plan of the tables. */
static const VouchSamplingStages seven = {
  .n_stages = 7,
  .stages = { { 50, 2, 9 },
              { 50, 7, 14 },
              { 50, 13, 19 },
              { 50, 19, 25 },
              { 50, 25, 29 },
              { 50, 31, 33 },
              { 50, 37, 38 } },
};

static void
draw_chart (VouchSamplingModel model)
{
  g_autoptr (VouchSamplingOc) oc = vouch_sampling_oc_new (&seven, model, LOT_SIZE, NULL);
  g_autoptr (GArray) points = vouch_sampling_oc_list_points (oc, 0, POINTS, NULL);

  g_assert_cmpuint (points->len, ==, POINTS);
}

static void
measure_chart (VouchSamplingModel model)
{
  g_autofree char *name = g_strdup_printf ("oc_%s_seven_stages_%d_points", vouch_sampling_model_get_id (model), POINTS);
  g_autoptr (GArray) series = bench_series_new ();

  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 began = g_get_monotonic_time ();

      draw_chart (model);
      bench_series_add (series, g_get_monotonic_time () - began);
    }
  bench_at_most (name, (double)bench_series_median (series) / 1000, "ms", 20);
}

static void
measure_find (const char *name, VouchSamplingRisks risks, double most_ms)
{
  g_autoptr (GArray) series = bench_series_new ();
  gint64 n, c;

  for (guint i = 0; i < 5; i++)
    {
      gint64 began = g_get_monotonic_time ();

      g_assert_true (vouch_sampling_find_plan (VOUCH_SAMPLING_MODEL_BINOMIAL, 0, &risks, &n, &c, NULL));
      bench_series_add (series, g_get_monotonic_time () - began);
    }
  bench_at_most (name, (double)bench_series_median (series) / 1000, "ms", most_ms);
}

int
main (void)
{
  for (guint i = 0; i < VOUCH_N_SAMPLING_MODELS; i++)
    measure_chart ((VouchSamplingModel)i);
  measure_find ("find_usual_plan", (VouchSamplingRisks){ 0.01, 0.95, 0.05, 0.1 }, 2);
  measure_find ("find_plan_of_100000", (VouchSamplingRisks){ 0.01, 0.95, 0.0109, 0.1 }, 500);
  return bench_end ();
}
