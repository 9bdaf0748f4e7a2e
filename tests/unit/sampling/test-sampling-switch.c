/* The switching rules, told as sequences of lots. */
#include "switch-history.h"

static void
test_two_of_five_or_fewer_tighten (void)
{
  for (int standard = ISO; standard <= MIL; standard++)
    {
      SwitchHistory next = switch_history_begin (standard, SINGLE, "1.0"), fifth = next, sixth = next, late = next;

      switch_history_walk (&next, "xx", "nt");
      switch_history_walk (&fifth, "xaaax", "nnnnt");
      switch_history_walk (&sixth, "xaaaaxaaax", "nnnnnnnnnt");
      switch_history_walk (&late, "aaaaaaxax", "nnnnnnnnt");
    }
}

static void
test_what_came_before_a_change_does_not_count (void)
{
  SwitchHistory history = switch_history_begin (ISO, SINGLE, "1.0");

  history.conditions.authority = FALSE;
  switch_history_walk (&history, "xx aaaaa", "nt ttttn");
  switch_history_walk (&history, "xaaaax", "nnnnnn");
  history = switch_history_begin (MIL, SINGLE, "1.0");
  switch_history_walk (&history, "xaaaaaaaaaa x", "nnnnnnnnnnr n");
  switch_history_walk (&history, "xaaaaaaaaaa x x", "nnnnnnnnnnr n n");
}

static void
test_five_accepted_in_a_row_end_tightened (void)
{
  SwitchHistory history = switch_history_begin (ISO, SINGLE, "1.0");

  switch_history_walk (&history, "xx aaaax aaaaa", "nt ttttt ttttn");
  g_assert_cmpuint (history.now.score, ==, 0);
  history = switch_history_begin (MIL, SINGLE, "1.0");
  switch_history_walk (&history, "xx aaaax aaaaa", "nt ttttt ttttn");
}

static void
test_five_not_accepted_in_all_discontinue (void)
{
  for (int standard = ISO; standard <= MIL; standard++)
    {
      SwitchHistory row = switch_history_begin (standard, SINGLE, "1.0"), apart = row, saved = row;

      switch_history_walk (&row, "xx xxxxx", "nt ttttd");
      switch_history_walk (&apart, "xx xaaaaxaaaaxaaaaxaaaax", "nt ttttttttttttttttttttd");
      switch_history_walk (&saved, "xx xxxxaaaaa", "nt ttttttttn");
      switch_history_walk (&saved, "xx xxxx", "nt tttt");
    }
}

static void
test_discontinued_inspection_takes_no_lot_until_resumed (void)
{
  SwitchHistory history = switch_history_begin (ISO, SINGLE, "1.0");
  VouchSamplingLot lot = { .original = TRUE, .has_nonconforming = TRUE };

  g_assert_cmpint (vouch_sampling_switch_resume (&history.now), ==, VOUCH_SAMPLING_EVENT_NONE);
  switch_history_walk (&history, "xx xxxxx", "nt ttttd");
  switch_history_check_refused (&history, lot, "severity");
  lot.original = FALSE;
  switch_history_check_refused (&history, lot, "severity");
  g_assert_cmpint (vouch_sampling_switch_resume (&history.now), ==, VOUCH_SAMPLING_EVENT_RESUMED);
  g_assert_cmpint (history.now.severity, ==, VOUCH_SEVERITY_TIGHTENED);
  switch_history_walk (&history, "xxxx x", "tttt d");
  vouch_sampling_switch_resume (&history.now);
  switch_history_walk (&history, "aaaaa", "ttttn");
}

static void
test_the_score_of_a_small_ac (void)
{
  SwitchHistory zero = switch_history_begin (ISO, SINGLE, "0.15"), one = switch_history_begin (ISO, SINGLE, "0.65");

  g_assert_cmpuint (switch_history_count (&zero, 0).score, ==, 2);
  g_assert_cmpuint (switch_history_count (&zero, 0).score, ==, 4);
  g_assert_cmpuint (switch_history_count (&zero, 1).score, ==, 0);
  g_assert_cmpuint (switch_history_count (&one, 1).score, ==, 2);
  g_assert_cmpuint (switch_history_count (&one, 0).score, ==, 4);
  g_assert_cmpuint (switch_history_count (&one, 2).score, ==, 0);
  for (guint score = 2; score < 30; score += 2)
    g_assert_cmpint (switch_history_count (&one, 1).next_severity, ==, VOUCH_SEVERITY_NORMAL);
  g_assert_cmpuint (one.now.score, ==, 28);
  g_assert_cmpint (switch_history_count (&one, 1).event, ==, VOUCH_SAMPLING_EVENT_REDUCED_BY_SCORE);
  g_assert_cmpuint (one.now.score, ==, 30);
}

static void
test_the_score_of_a_large_ac_asks_one_step_tighter (void)
{
  SwitchHistory two = switch_history_begin (ISO, SINGLE, "1.0"), three = switch_history_begin (ISO, SINGLE, "1.5");
  VouchSamplingOutcome outcome;

  g_assert_cmpuint (switch_history_count (&two, 1).score, ==, 3); /* one step tighter: J, 0.65, Ac 1 */
  outcome = switch_history_count (&two, 2);
  g_assert_true (outcome.accepted);
  g_assert_cmpuint (outcome.score, ==, 0);
  g_assert_cmpuint (switch_history_count (&three, 2).score, ==, 3);
  g_assert_cmpuint (switch_history_count (&three, 2).score, ==, 6);
  g_assert_cmpuint (switch_history_count (&three, 3).score, ==, 0);
  for (guint i = 0; i < 9; i++)
    g_assert_cmpint (switch_history_count (&three, 0).next_severity, ==, VOUCH_SEVERITY_NORMAL);
  g_assert_cmpint (switch_history_count (&three, 0).next_severity, ==, VOUCH_SEVERITY_REDUCED);
}

/* J at AQL 40 is an arrow to G, n = 32, Ac 21; one step tighter, at AQL 25, it is one to H, n = 50, with Ac 21 as well.
 * J at AQL 10 has Ac 14, and one step tighter Ac 10. */
static void
test_one_step_tighter_is_another_aql_for_the_same_lot (void)
{
  SwitchHistory by_arrow = switch_history_begin (ISO, SINGLE, "40"), by_row = switch_history_begin (ISO, SINGLE, "10");

  g_assert_cmpuint (switch_history_count (&by_arrow, 21).score, ==, 3);
  g_assert_cmpuint (switch_history_count (&by_arrow, 22).score, ==, 0);
  g_assert_cmpuint (switch_history_count (&by_row, 10).score, ==, 3);
  g_assert_cmpuint (switch_history_count (&by_row, 11).score, ==, 0);
}

/* All plans of Ac 2 or more have a tighter neighbour with the same sample, so that every one can score. */
static void
test_every_plan_can_score (void)
{
  const char *const *aqls = vouch_sampling_get_aqls ();
  static const gint64 sizes[] = { 1, 2, 10, 20, 40, 80, 100, 200, 400, 1000, 3000, 9000, 30000, 90000, 400000, 600000 };

  for (guint aql = 0; aql < VOUCH_N_SAMPLING_AQLS; aql++)
    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
      {
        SwitchHistory history = switch_history_begin (ISO, SINGLE, aqls[aql]);

        history.lot_size = sizes[i];
        g_assert_cmpuint (switch_history_count (&history, 0).score, >=, 2);
      }
}

static void
test_steadiness_and_consent_only_hold_reduced_back (void)
{
  SwitchHistory history = switch_history_begin (ISO, SINGLE, "0.65");

  history.conditions.steady = FALSE;
  for (guint i = 1; i <= 16; i++)
    g_assert_cmpuint (switch_history_count (&history, 0).score, ==, 2 * i);
  history.conditions = (VouchSamplingConditions){ TRUE, FALSE };
  g_assert_cmpuint (switch_history_count (&history, 0).score, ==, 34);
  g_assert_cmpint (history.now.severity, ==, VOUCH_SEVERITY_NORMAL);
  history.conditions.authority = TRUE;
  g_assert_cmpint (switch_history_count (&history, 0).next_severity, ==, VOUCH_SEVERITY_REDUCED);
  history.conditions.authority = FALSE;
  switch_history_walk (&history, "aaa", "rrr");
}

static void
test_a_lost_score_has_to_be_earned_again (void)
{
  SwitchHistory history = switch_history_begin (ISO, SINGLE, "0.65");

  history.conditions.authority = FALSE;
  switch_history_walk (&history, "aaaaaaaaaaaaaaaaa x", "nnnnnnnnnnnnnnnnn n");
  history.conditions.authority = TRUE;
  switch_history_walk (&history, "aaaaaaaaaaaaaa a", "nnnnnnnnnnnnnn r");
}

static void
test_ways_out_of_reduced (void)
{
  SwitchHistory reduced = switch_history_begin (ISO, SINGLE, "1.0"), history;

  switch_history_walk (&reduced, "aaaaaaaaaa aaaaaaaaaaaa", "nnnnnnnnnr rrrrrrrrrrrr");
  history = reduced;
  g_assert_cmpint (switch_history_count (&history, 2).event, ==, VOUCH_SAMPLING_EVENT_NORMAL_NOT_ACCEPTED);
  g_assert_cmpuint (history.now.score, ==, 0);
  switch_history_walk (&history, "x x", "n t");
  history = reduced;
  history.conditions.steady = FALSE;
  g_assert_cmpint (switch_history_count (&history, 0).event, ==, VOUCH_SAMPLING_EVENT_NORMAL_IRREGULAR);
  history = reduced;
  g_assert_cmpint (vouch_sampling_switch_end_reduced (&history.now, VOUCH_SAMPLING_EVENT_NORMAL_BY_AUTHORITY), ==,
                   VOUCH_SAMPLING_EVENT_NORMAL_BY_AUTHORITY);
  g_assert_cmpint (history.now.severity, ==, VOUCH_SEVERITY_NORMAL);
  g_assert_cmpuint (history.now.score, ==, 0);
  g_assert_cmpint (vouch_sampling_switch_end_reduced (&history.now, VOUCH_SAMPLING_EVENT_NORMAL_BY_AUTHORITY), ==,
                   VOUCH_SAMPLING_EVENT_NONE);
}

static void
test_lots_submitted_again_change_nothing (void)
{
  static const char *const pasts[] = { "", "x", "aaaaaaaaa", "aaaaaaaaaa", "xx", "xxxxxx", "xxaaaa" };
  SwitchHistory between = switch_history_begin (ISO, SINGLE, "1.0");

  switch_history_walk (&between, "xXXAx aaaXXaa", "nnnnt ttttttn");
  for (int standard = ISO; standard <= MIL; standard++)
    for (guint i = 0; i < G_N_ELEMENTS (pasts); i++)
      {
        SwitchHistory history = switch_history_begin (standard, SINGLE, "1.0");
        VouchSamplingSwitch before;
        VouchSamplingLot lot = { .has_nonconforming = TRUE };

        for (const char *at = pasts[i]; *at != '\0'; at++)
          switch_history_count (&history, *at == 'a' ? 0 : 13);
        before = history.now;
        history.conditions = (VouchSamplingConditions){ FALSE, FALSE };
        for (lot.nonconforming = 0; lot.nonconforming < 20; lot.nonconforming++)
          switch_history_take (&history, lot);
        g_assert_cmpmem (&before, sizeof before, &history.now, sizeof history.now);
      }
}

/* Lots were open while severity changed: each is judged by its own plan and changes nothing. */
static void
test_a_lot_of_an_earlier_severity_changes_nothing (void)
{
  SwitchHistory history = switch_history_begin (ISO, SINGLE, "1.0");
  VouchSamplingLot lot = { .lot_size = 1000, .original = TRUE, .has_severity = TRUE, .has_nonconforming = TRUE };
  VouchSamplingSwitch before;
  VouchSamplingDecision decision;
  g_autoptr (GError) error = NULL;

  switch_history_walk (&history, "aaxx", "nnnt");
  before = history.now;
  lot.nonconforming = 2; /* Ac 2 on normal; Ac 1 on tightened */
  g_assert_true (
      vouch_sampling_switch_judge (&history.now, &history.scheme, &history.conditions, &lot, &decision, &error));
  g_assert_true (decision.outcome.accepted);
  g_assert_cmpint (decision.outcome.severity, ==, VOUCH_SEVERITY_NORMAL);
  g_assert_cmpint (decision.outcome.next_severity, ==, VOUCH_SEVERITY_TIGHTENED);
  g_assert_cmpmem (&decision.after, sizeof before, &before, sizeof before);
  lot.severity = VOUCH_SEVERITY_TIGHTENED;
  g_assert_true (
      vouch_sampling_switch_judge (&history.now, &history.scheme, &history.conditions, &lot, &decision, &error));
  g_assert_false (decision.outcome.accepted);
  g_assert_cmpuint (decision.after.n_not_accepted, ==, 1);
}

static void
test_every_event_has_a_name_and_a_reason (void)
{
  guint n = g_strv_length ((char **)vouch_sampling_event_values.names);

  g_assert_cmpuint (n, ==, VOUCH_SAMPLING_EVENT_NORMAL_BY_AUTHORITY + 1);
  g_assert_null (vouch_sampling_event_get_reason (VOUCH_SAMPLING_EVENT_NONE));
  for (guint i = 1; i < n; i++)
    g_assert_nonnull (vouch_sampling_event_get_reason (i));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sampling/switch/two-of-five-or-fewer-tighten", test_two_of_five_or_fewer_tighten);
  g_test_add_func ("/sampling/switch/what-came-before-a-change-does-not-count",
                   test_what_came_before_a_change_does_not_count);
  g_test_add_func ("/sampling/switch/five-accepted-in-a-row-end-tightened", test_five_accepted_in_a_row_end_tightened);
  g_test_add_func ("/sampling/switch/five-not-accepted-in-all-discontinue", test_five_not_accepted_in_all_discontinue);
  g_test_add_func ("/sampling/switch/discontinued-inspection-takes-no-lot-until-resumed",
                   test_discontinued_inspection_takes_no_lot_until_resumed);
  g_test_add_func ("/sampling/switch/the-score-of-a-small-ac", test_the_score_of_a_small_ac);
  g_test_add_func ("/sampling/switch/the-score-of-a-large-ac-asks-one-step-tighter",
                   test_the_score_of_a_large_ac_asks_one_step_tighter);
  g_test_add_func ("/sampling/switch/one-step-tighter-is-another-aql-for-the-same-lot",
                   test_one_step_tighter_is_another_aql_for_the_same_lot);
  g_test_add_func ("/sampling/switch/every-plan-can-score", test_every_plan_can_score);
  g_test_add_func ("/sampling/switch/steadiness-and-consent-only-hold-reduced-back",
                   test_steadiness_and_consent_only_hold_reduced_back);
  g_test_add_func ("/sampling/switch/a-lost-score-has-to-be-earned-again", test_a_lost_score_has_to_be_earned_again);
  g_test_add_func ("/sampling/switch/ways-out-of-reduced", test_ways_out_of_reduced);
  g_test_add_func ("/sampling/switch/lots-submitted-again-change-nothing", test_lots_submitted_again_change_nothing);
  g_test_add_func ("/sampling/switch/a-lot-of-an-earlier-severity-changes-nothing",
                   test_a_lot_of_an_earlier_severity_changes_nothing);
  g_test_add_func ("/sampling/switch/every-event-has-a-name-and-a-reason", test_every_event_has_a_name_and_a_reason);
  return g_test_run ();
}
