/* The severities against each other, over all tables. */
#include "vouch-sampling-long-run.h"

#define QUALITIES 40

/* One of each row of the table of code letters. */
static const gint64 lot_sizes[] = { 1, 2, 9, 16, 26, 51, 91, 151, 281, 501, 1201, 3201, 10001, 35001, 150001, 500001 };

static double
compute_pa (const VouchSamplingOc *oc, double p)
{
  VouchSamplingOcPoint point;

  g_assert_true (vouch_sampling_oc_compute (oc, p, &point, NULL));
  return point.pa;
}

/* In one cell the curves cross: letter A at AQL 10 of ISO 2859-1, where normal inspection goes down to 5 items with Ac
 * 1, and tightened has 2 items with Ac 0. Of lots a third of which is nonconforming, the 2 find less. */
static double
get_crossing (const VouchSamplingTerms *terms)
{
  VouchSamplingPlan plan;

  g_assert_true (vouch_sampling_plan_find (terms, &plan, NULL));
  return plan.letter == 'A' && g_str_equal (terms->aql, "10") &&
                 terms->table.standard == VOUCH_SAMPLING_STANDARD_ISO_2859_1_1999
             ? 0.3
             : VOUCH_SAMPLING_NONCONFORMITIES_MAX;
}

/* From the AQL's tenth to 26 times the AQL. */
static guint
compare (const VouchSamplingTerms *terms, VouchSamplingModel model)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchSamplingLongRun) scheme = vouch_sampling_long_run_new (terms, model, &error);
  double p = g_ascii_strtod (terms->aql, NULL) / 1000, crossing = get_crossing (terms);

  g_assert_no_error (error);
  for (guint i = 0; i < QUALITIES && p <= crossing; i++, p *= 1.15)
    {
      const VouchSamplingOc *normal = vouch_sampling_long_run_get_plan (scheme, VOUCH_SEVERITY_NORMAL);
      const VouchSamplingOc *tightened = vouch_sampling_long_run_get_plan (scheme, VOUCH_SEVERITY_TIGHTENED);
      double quality = MIN (p, vouch_sampling_oc_get_p_max (normal));

      g_assert_cmpfloat (compute_pa (tightened, quality), <=, compute_pa (normal, quality) + 1e-12);
    }
  return 1;
}

static guint
compare_all (VouchSamplingTerms terms)
{
  const char *const *aqls = vouch_sampling_get_aqls ();
  guint n_compared = 0;

  for (guint i = 0; i < G_N_ELEMENTS (lot_sizes); i++)
    for (guint j = 0; aqls[j] != NULL; j++)
      {
        terms.lot_size = lot_sizes[i];
        terms.aql = aqls[j];
        n_compared += compare (&terms, VOUCH_SAMPLING_MODEL_POISSON);
        if (j < VOUCH_SAMPLING_AQL_INDEX_ABOVE_10)
          n_compared += compare (&terms, VOUCH_SAMPLING_MODEL_BINOMIAL);
      }
  return n_compared;
}

static void
test_tightened_never_accepts_more_than_normal (void)
{
  static const char *const levels[] = { "S-1", "II", "III" };
  guint n_compared = 0;

  for (guint i = 0; i < VOUCH_N_SAMPLING_STANDARDS; i++)
    for (guint j = 0; j < VOUCH_N_SAMPLING_TYPES; j++)
      for (guint k = 0; k < G_N_ELEMENTS (levels); k++)
        {
          VouchSamplingTerms terms = { { (VouchSamplingStandard)i, (VouchSamplingType)j, VOUCH_SEVERITY_NORMAL },
                                       .level = levels[k] };

          if (vouch_sampling_table_exists (&terms.table))
            n_compared += compare_all (terms);
        }
  g_assert_cmpuint (n_compared, ==, 4 * 3 * 16 * (26 + 16));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sampling-severity/tightened-never-accepts-more-than-normal",
                   test_tightened_never_accepts_more_than_normal);
  return g_test_run ();
}
