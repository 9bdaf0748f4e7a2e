/* What MIL-STD-105E does in a way of its own: ten lots for a score, gaps, and plans of several stages. */
#include "switch-history.h"

static void
test_ten_accepted_lots_reduce_by_105e (void)
{
  SwitchHistory history = switch_history_begin (MIL, SINGLE, "1.0");

  switch_history_walk (&history, "aaaaaaaaa a", "nnnnnnnnn r");
  g_assert_cmpuint (history.now.score, ==, 0);
  history = switch_history_begin (MIL, SINGLE, "1.0");
  switch_history_walk (&history, "aaaaaaaaax aaaaaaaaa a", "nnnnnnnnnn nnnnnnnnn r");
  history = switch_history_begin (MIL, SINGLE, "1.0");
  history.conditions.authority = FALSE;
  switch_history_walk (&history, "aaaaaaaaaaaa", "nnnnnnnnnnnn");
  history.conditions.authority = TRUE;
  switch_history_walk (&history, "a", "r");
}

static void
test_the_limit_number_counts_the_last_ten_lots (void)
{
  SwitchHistory history = switch_history_begin (MIL, SINGLE, "1.0"), above;

  history.has_limit_number = TRUE;
  history.limit_number = 4;
  for (guint i = 0; i < 5; i++)
    switch_history_count (&history, 1);
  for (guint i = 0; i < 4; i++)
    switch_history_count (&history, 0);
  above = history;
  g_assert_cmpint (switch_history_count (&above, 0).next_severity, ==, VOUCH_SEVERITY_NORMAL);  /* 5 */
  g_assert_cmpint (switch_history_count (&above, 1).next_severity, ==, VOUCH_SEVERITY_NORMAL);  /* 5 */
  g_assert_cmpint (switch_history_count (&above, 0).next_severity, ==, VOUCH_SEVERITY_REDUCED); /* 4 */
  history.limit_number = 5;
  g_assert_cmpint (switch_history_count (&history, 0).next_severity, ==, VOUCH_SEVERITY_REDUCED);
}

static void
test_the_gap_of_105e_accepts_and_ends_reduced (void)
{
  SwitchHistory reduced = switch_history_begin (MIL, SINGLE, "1.0"), history;
  VouchSamplingOutcome outcome;

  switch_history_walk (&reduced, "aaaaaaaaaa", "nnnnnnnnnr"); /* n = 32, Ac 1, Re 3 */
  history = reduced;
  g_assert_cmpint (switch_history_count (&history, 1).event, ==, VOUCH_SAMPLING_EVENT_NONE);
  outcome = switch_history_count (&history, 2);
  g_assert_true (outcome.accepted);
  g_assert_cmpint (outcome.event, ==, VOUCH_SAMPLING_EVENT_NORMAL_IN_GAP);
  outcome = switch_history_count (&reduced, 3);
  g_assert_false (outcome.accepted);
  g_assert_cmpint (outcome.event, ==, VOUCH_SAMPLING_EVENT_NORMAL_NOT_ACCEPTED);
}

static void
test_staged_plans_count_as_accepted_or_not (void)
{
  SwitchHistory history = switch_history_begin (MIL, DOUBLE, "1.0");

  for (guint i = 0; i < 9; i++)
    g_assert_cmpint (switch_history_stage (&history, 1 + i % 2).next_severity, ==, VOUCH_SEVERITY_NORMAL);
  g_assert_cmpint (switch_history_stage (&history, 1).next_severity, ==, VOUCH_SEVERITY_REDUCED);
  g_assert_cmpint (switch_history_stage (&history, 1).next_severity, ==, VOUCH_SEVERITY_REDUCED);
  g_assert_cmpint (switch_history_stage (&history, 0).event, ==, VOUCH_SAMPLING_EVENT_NORMAL_NOT_ACCEPTED);
  switch_history_stage (&history, 0);
  g_assert_cmpint (switch_history_stage (&history, 0).event, ==, VOUCH_SAMPLING_EVENT_TIGHTENED);
  history = switch_history_begin (MIL, MULTIPLE, "1.0");
  switch_history_stage (&history, 0);
  switch_history_stage (&history, 7);
  g_assert_cmpint (switch_history_stage (&history, 0).event, ==, VOUCH_SAMPLING_EVENT_TIGHTENED);
}

/* Double, normal, J, 1.0: Ac 0, 3 and Re 3, 4. Reduced: Ac 0, 0 and Re 3, 4. */
static void
test_what_the_stage_does_not_tell_is_taken_strictly (void)
{
  SwitchHistory history = switch_history_begin (MIL, DOUBLE, "1.0"), limited = history;
  VouchSamplingDecision decision;

  for (guint i = 0; i < 10; i++)
    switch_history_stage (&history, 1);
  decision =
      switch_history_take (&history, (VouchSamplingLot){ .original = TRUE, .has_stage = TRUE, .accepted_at_stage = 2 });
  g_assert_true (decision.outcome.accepted);
  g_assert_cmpint (decision.outcome.event, ==, VOUCH_SAMPLING_EVENT_NORMAL_IN_GAP);
  limited.has_limit_number = TRUE;
  limited.limit_number = 2;
  for (guint i = 0; i < 9; i++)
    switch_history_stage (&limited, 1);
  switch_history_stage (&limited, 2); /* 1 to 3 */
  g_assert_cmpint (limited.now.severity, ==, VOUCH_SEVERITY_NORMAL);
  limited.limit_number = 3;
  switch_history_stage (&limited, 1);
  g_assert_cmpint (limited.now.severity, ==, VOUCH_SEVERITY_REDUCED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sampling/switch-105e/ten-accepted-lots-reduce-by-105e", test_ten_accepted_lots_reduce_by_105e);
  g_test_add_func ("/sampling/switch-105e/the-limit-number-counts-the-last-ten-lots",
                   test_the_limit_number_counts_the_last_ten_lots);
  g_test_add_func ("/sampling/switch-105e/the-gap-of-105e-accepts-and-ends-reduced",
                   test_the_gap_of_105e_accepts_and_ends_reduced);
  g_test_add_func ("/sampling/switch-105e/staged-plans-count-as-accepted-or-not",
                   test_staged_plans_count_as_accepted_or_not);
  g_test_add_func ("/sampling/switch-105e/what-the-stage-does-not-tell-is-taken-strictly",
                   test_what_the_stage_does_not_tell_is_taken_strictly);
  return g_test_run ();
}
