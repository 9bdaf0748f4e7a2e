#include <math.h>
#include <string.h>

#include "sampling-vectors.h"
#include "vouch-error.h"
#include "vouch-sampling-distribution.h"

static VouchSamplingDistribution
read_distribution (char **cells)
{
  VouchSamplingDistribution self = { .lot_size = g_ascii_strtoll (cells[1], NULL, 10),
                                     .nonconforming = g_ascii_strtoll (cells[2], NULL, 10),
                                     .n = g_ascii_strtoll (cells[3], NULL, 10),
                                     .p = g_ascii_strtod (cells[4], NULL) };
  g_autoptr (GError) error = NULL;

  vouch_sampling_model_parse (cells[0], &self.model, &error);
  g_assert_no_error (error);
  return self;
}

static void
check_count (char **cells) /* model, N, D, n, p, d, mass, at_most */
{
  VouchSamplingDistribution counts = read_distribution (cells);
  gint64 d = g_ascii_strtoll (cells[5], NULL, 10);
  double mass = g_ascii_strtod (cells[6], NULL), at_most = g_ascii_strtod (cells[7], NULL);

  sampling_vectors_assert_near (vouch_sampling_distribution_mass (&counts, d), mass, 1e-12, cells);
  sampling_vectors_assert_near (vouch_sampling_distribution_at_most (&counts, d), at_most, 1e-12, cells);
}

static void
test_agrees_with_the_reference (void)
{
  g_assert_cmpuint (sampling_vectors_run ("sampling-counts.csv", check_count), >, 100);
}

static const VouchSamplingDistribution examples[] = {
  { .model = VOUCH_SAMPLING_MODEL_HYPERGEOMETRIC, .n = 80, .lot_size = 1000, .nonconforming = 20 },
  { .model = VOUCH_SAMPLING_MODEL_HYPERGEOMETRIC, .n = 980, .lot_size = 1000, .nonconforming = 100 },
  { .model = VOUCH_SAMPLING_MODEL_HYPERGEOMETRIC, .n = 200, .lot_size = 1000000007, .nonconforming = 500000000 },
  { .model = VOUCH_SAMPLING_MODEL_BINOMIAL, .n = 300, .p = 0.03 },
  { .model = VOUCH_SAMPLING_MODEL_BINOMIAL, .n = 300, .p = 0.97 },
  { .model = VOUCH_SAMPLING_MODEL_BINOMIAL, .n = 300, .p = 1 },
  { .model = VOUCH_SAMPLING_MODEL_POISSON, .n = 300, .p = 0.25 },
  { .model = VOUCH_SAMPLING_MODEL_POISSON, .n = 300, .p = 0 },
};

static void
test_masses_add_up (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      double sum = 0;

      for (gint64 d = 0; d <= 1000; d++)
        {
          sum += vouch_sampling_distribution_mass (&examples[i], d);
          g_assert_cmpfloat_with_epsilon (vouch_sampling_distribution_at_most (&examples[i], d), sum, 1e-12);
        }
      g_assert_cmpfloat_with_epsilon (sum, 1, 1e-12);
    }
}

static void
test_fills_what_it_says_one_by_one (void)
{
  double masses[64];

  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    for (gint64 first = -8; first < 1000; first += 31)
      {
        vouch_sampling_distribution_fill (&examples[i], first, G_N_ELEMENTS (masses), masses);
        for (guint j = 0; j < G_N_ELEMENTS (masses); j++)
          {
            double mass = vouch_sampling_distribution_mass (&examples[i], first + j);

            g_assert_cmpfloat (fabs (masses[j] - mass), <=, 1e-12 * mass + 1e-300);
          }
      }
}

static void
test_between_is_a_difference (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    for (gint64 first = 0; first < 400; first += 7)
      for (gint64 last = first - 1; last < 400; last += 13)
        {
          double expected = vouch_sampling_distribution_at_most (&examples[i], last) -
                            vouch_sampling_distribution_at_most (&examples[i], first - 1);

          g_assert_cmpfloat_with_epsilon (vouch_sampling_distribution_between (&examples[i], first, last), expected,
                                          1e-12);
        }
}

/* A small sample from a large lot is as good as one from a process, a process with few faults as good as one that may
 * have several in an item. */
static void
test_models_meet_in_the_limit (void)
{
  VouchSamplingDistribution lot = { .n = 50, .lot_size = 1000000000000, .nonconforming = 20000000000 };
  VouchSamplingDistribution process = { .model = VOUCH_SAMPLING_MODEL_BINOMIAL, .n = 50, .p = 0.02 };
  VouchSamplingDistribution rare = { .model = VOUCH_SAMPLING_MODEL_BINOMIAL, .n = 1000000000, .p = 1e-9 };
  VouchSamplingDistribution faults = { .model = VOUCH_SAMPLING_MODEL_POISSON, .n = 1000000000, .p = 1e-9 };

  for (gint64 d = 0; d < 10; d++)
    {
      g_assert_cmpfloat_with_epsilon (vouch_sampling_distribution_at_most (&lot, d),
                                      vouch_sampling_distribution_at_most (&process, d), 1e-8);
      g_assert_cmpfloat_with_epsilon (vouch_sampling_distribution_at_most (&rare, d),
                                      vouch_sampling_distribution_at_most (&faults, d), 1e-8);
    }
}

static void
test_impossible_counts_have_no_probability (void)
{
  VouchSamplingDistribution lot = { .n = 8, .lot_size = 10, .nonconforming = 5 };

  g_assert_cmpfloat (vouch_sampling_distribution_mass (&lot, -1), ==, 0);
  g_assert_cmpfloat (vouch_sampling_distribution_mass (&lot, 2), ==, 0);
  g_assert_cmpfloat (vouch_sampling_distribution_mass (&lot, 6), ==, 0);
  g_assert_cmpfloat (vouch_sampling_distribution_at_most (&lot, 2), ==, 0);
  g_assert_cmpfloat (vouch_sampling_distribution_at_most (&lot, 5), ==, 1);
  g_assert_cmpfloat (vouch_sampling_distribution_between (&lot, 4, 3), ==, 0);
}

static void
test_models_have_names (void)
{
  g_autoptr (GError) error = NULL;
  VouchSamplingModel model;

  for (guint i = 0; i < VOUCH_N_SAMPLING_MODELS; i++)
    {
      g_assert_true (vouch_sampling_model_parse (vouch_sampling_model_get_id ((VouchSamplingModel)i), &model, &error));
      g_assert_cmpuint (model, ==, i);
    }
  g_assert_false (vouch_sampling_model_parse ("normal", &model, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
  g_assert_cmpstr (vouch_error_get_field (error), ==, "model");
  g_assert_nonnull (strstr (error->message, "poisson"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sampling-distribution/agrees-with-the-reference", test_agrees_with_the_reference);
  g_test_add_func ("/sampling-distribution/masses-add-up", test_masses_add_up);
  g_test_add_func ("/sampling-distribution/fills-what-it-says-one-by-one", test_fills_what_it_says_one_by_one);
  g_test_add_func ("/sampling-distribution/between-is-a-difference", test_between_is_a_difference);
  g_test_add_func ("/sampling-distribution/models-meet-in-the-limit", test_models_meet_in_the_limit);
  g_test_add_func ("/sampling-distribution/impossible-counts-have-no-probability",
                   test_impossible_counts_have_no_probability);
  g_test_add_func ("/sampling-distribution/models-have-names", test_models_have_names);
  return g_test_run ();
}
