#include <glib.h>

#include "vouch-error.h"
#include "vouch-sampling-skip.h"

static const guint8 seed[VOUCH_SAMPLING_SEED_SIZE] = { 2, 7, 1, 8, 2, 8 };

static void
inspect (VouchSamplingSkip *skip, const VouchSamplingSkipRule *rule, guint n, gboolean accepted)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n; i++)
    vouch_sampling_skip_take (skip, rule, seed,
                              accepted ? VOUCH_SAMPLING_SKIP_ACCEPTED : VOUCH_SAMPLING_SKIP_NOT_ACCEPTED, &error);
  g_assert_no_error (error);
}

/* Leaves it at a lot that may be skipped. */
static VouchSamplingSkip
qualify (const VouchSamplingSkipRule *rule)
{
  VouchSamplingSkip skip = { 0 };

  inspect (&skip, rule, rule->qualify, TRUE);
  while (vouch_sampling_skip_is_inspected (&skip, rule, seed))
    inspect (&skip, rule, 1, TRUE);
  return skip;
}

static void
test_enough_lots_in_a_row_qualify (void)
{
  VouchSamplingSkip skip = { 0 };
  VouchSamplingSkipRule rule;

  vouch_sampling_skip_rule_init (&rule);
  g_assert_true (vouch_sampling_skip_rule_check (&rule, NULL));
  inspect (&skip, &rule, 9, TRUE);
  inspect (&skip, &rule, 1, FALSE);
  inspect (&skip, &rule, 9, TRUE);
  g_assert_cmpint (skip.phase, ==, VOUCH_SAMPLING_SKIP_QUALIFY);
  g_assert_true (vouch_sampling_skip_is_inspected (&skip, &rule, seed));
  inspect (&skip, &rule, 1, TRUE);
  g_assert_cmpint (skip.phase, ==, VOUCH_SAMPLING_SKIP_SKIP);
}

static void
test_one_in_some_is_inspected (void)
{
  VouchSamplingSkipRule rule = { 1, 2, 1 };

  for (rule.every = 2; rule.every <= 5; rule.every++)
    {
      VouchSamplingSkip skip = { .phase = VOUCH_SAMPLING_SKIP_SKIP };
      guint inspected = 0;

      for (guint i = 0; i < 10000; i++)
        {
          gboolean is_inspected = vouch_sampling_skip_is_inspected (&skip, &rule, seed);

          inspected += is_inspected;
          g_assert_true (vouch_sampling_skip_take (
              &skip, &rule, seed, is_inspected ? VOUCH_SAMPLING_SKIP_ACCEPTED : VOUCH_SAMPLING_SKIP_SKIPPED, NULL));
        }
      /* Five standard deviations and more. */
      g_assert_cmpuint (inspected, >, 10000 / rule.every - 250);
      g_assert_cmpuint (inspected, <, 10000 / rule.every + 250);
    }
}

static void
test_the_seed_tells_which (void)
{
  static const guint8 other[VOUCH_SAMPLING_SEED_SIZE] = { 3, 1, 4, 1, 5, 9 };
  VouchSamplingSkipRule rule = { 10, 3, 4 };
  guint differ = 0;

  for (guint64 lot = 0; lot < 300; lot++)
    {
      VouchSamplingSkip skip = { .phase = VOUCH_SAMPLING_SKIP_SKIP, .n_lots = lot };
      gboolean is_inspected = vouch_sampling_skip_is_inspected (&skip, &rule, seed);

      g_assert_cmpint (is_inspected, ==, vouch_sampling_skip_is_inspected (&skip, &rule, seed));
      differ += is_inspected != vouch_sampling_skip_is_inspected (&skip, &rule, other);
    }
  g_assert_cmpuint (differ, >, 50);
}

static void
test_a_lot_drawn_cannot_be_skipped (void)
{
  g_autoptr (GError) error = NULL;
  VouchSamplingSkipRule rule = { 3, 2, 2 };
  VouchSamplingSkip skip = { 0 }, before;

  g_assert_false (vouch_sampling_skip_take (&skip, &rule, seed, VOUCH_SAMPLING_SKIP_SKIPPED, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT);
  inspect (&skip, &rule, 3, TRUE);
  while (!vouch_sampling_skip_is_inspected (&skip, &rule, seed))
    g_assert_true (vouch_sampling_skip_take (&skip, &rule, seed, VOUCH_SAMPLING_SKIP_SKIPPED, NULL));
  before = skip;
  g_assert_false (vouch_sampling_skip_take (&skip, &rule, seed, VOUCH_SAMPLING_SKIP_SKIPPED, NULL));
  g_assert_cmpmem (&before, sizeof before, &skip, sizeof skip);
}

static void
test_a_lot_not_accepted_brings_back_every_lot (void)
{
  VouchSamplingSkipRule rule = { 10, 5, 4 };
  VouchSamplingSkip skip = qualify (&rule);

  inspect (&skip, &rule, 1, FALSE);
  g_assert_cmpint (skip.phase, ==, VOUCH_SAMPLING_SKIP_INTERRUPT);
  for (guint i = 0; i < 4; i++)
    {
      g_assert_true (vouch_sampling_skip_is_inspected (&skip, &rule, seed));
      inspect (&skip, &rule, 1, TRUE);
    }
  g_assert_cmpint (skip.phase, ==, VOUCH_SAMPLING_SKIP_SKIP);
}

static void
test_another_during_the_interruption_disqualifies (void)
{
  VouchSamplingSkipRule rule = { 10, 5, 4 };
  VouchSamplingSkip skip = qualify (&rule);

  inspect (&skip, &rule, 1, FALSE);
  inspect (&skip, &rule, 3, TRUE);
  inspect (&skip, &rule, 1, FALSE);
  g_assert_cmpint (skip.phase, ==, VOUCH_SAMPLING_SKIP_QUALIFY);
  inspect (&skip, &rule, 9, TRUE);
  g_assert_cmpint (skip.phase, ==, VOUCH_SAMPLING_SKIP_QUALIFY);
  inspect (&skip, &rule, 1, TRUE);
  g_assert_cmpint (skip.phase, ==, VOUCH_SAMPLING_SKIP_SKIP);
}

static void
test_an_interruption_of_production_disqualifies (void)
{
  VouchSamplingSkipRule rule = { 10, 5, 4 };
  VouchSamplingSkip skip = qualify (&rule);

  vouch_sampling_skip_interrupt (&skip);
  g_assert_cmpint (skip.phase, ==, VOUCH_SAMPLING_SKIP_QUALIFY);
  g_assert_true (vouch_sampling_skip_is_inspected (&skip, &rule, seed));
  inspect (&skip, &rule, 9, TRUE);
  vouch_sampling_skip_interrupt (&skip);
  inspect (&skip, &rule, 9, TRUE);
  g_assert_cmpint (skip.phase, ==, VOUCH_SAMPLING_SKIP_QUALIFY);
}

static void
test_rules_that_are_none_are_refused (void)
{
  static const struct
  {
    VouchSamplingSkipRule rule;
    const char *field;
  } bad[] = { { { 0, 2, 4 }, "qualify" },     { { 101, 2, 4 }, "qualify" }, { { 10, 1, 4 }, "every" },
              { { 10, 0, 4 }, "every" },      { { 10, 6, 4 }, "every" },    { { 10, 2, 0 }, "requalify" },
              { { 10, 2, 101 }, "requalify" } };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (vouch_sampling_skip_rule_check (&bad[i].rule, &error));
      g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
      g_assert_cmpstr (vouch_error_get_field (error), ==, bad[i].field);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sampling/skip/enough-lots-in-a-row-qualify", test_enough_lots_in_a_row_qualify);
  g_test_add_func ("/sampling/skip/one-in-some-is-inspected", test_one_in_some_is_inspected);
  g_test_add_func ("/sampling/skip/the-seed-tells-which", test_the_seed_tells_which);
  g_test_add_func ("/sampling/skip/a-lot-drawn-cannot-be-skipped", test_a_lot_drawn_cannot_be_skipped);
  g_test_add_func ("/sampling/skip/a-lot-not-accepted-brings-back-every-lot",
                   test_a_lot_not_accepted_brings_back_every_lot);
  g_test_add_func ("/sampling/skip/another-during-the-interruption-disqualifies",
                   test_another_during_the_interruption_disqualifies);
  g_test_add_func ("/sampling/skip/an-interruption-of-production-disqualifies",
                   test_an_interruption_of_production_disqualifies);
  g_test_add_func ("/sampling/skip/rules-that-are-none-are-refused", test_rules_that_are_none_are_refused);
  return g_test_run ();
}
