/* The switching rules, told as sequences of lots. */
#include <glib.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-sampling-switch.h"

#define ISO VOUCH_SAMPLING_STANDARD_ISO_2859_1_1999
#define MIL VOUCH_SAMPLING_STANDARD_MIL_STD_105E
#define SINGLE VOUCH_SAMPLING_TYPE_SINGLE
#define DOUBLE VOUCH_SAMPLING_TYPE_DOUBLE
#define MULTIPLE VOUCH_SAMPLING_TYPE_MULTIPLE

/* A history under way. Lots have 1000 items unless a test says otherwise: letter J, n = 80. */
typedef struct
{
  VouchSamplingScheme scheme;
  VouchSamplingConditions conditions;
  VouchSamplingSwitch now;
  gint64 lot_size;
  gboolean has_limit_number;
  gint64 limit_number;
} History;

static History
begin (VouchSamplingStandard standard, VouchSamplingType type, const char *aql)
{
  return (History){ .scheme = { standard, type, "II", aql, FALSE }, .conditions = { TRUE, TRUE }, .lot_size = 1000 };
}

static VouchSamplingDecision
take (History *history, VouchSamplingLot lot)
{
  g_autoptr (GError) error = NULL;
  VouchSamplingDecision decision = { 0 };

  lot.lot_size = history->lot_size;
  lot.has_limit_number = history->has_limit_number;
  lot.limit_number = history->limit_number;
  vouch_sampling_switch_judge (&history->now, &history->scheme, &history->conditions, &lot, &decision, &error);
  g_assert_no_error (error);
  g_assert_cmpint (decision.outcome.severity, ==, history->now.severity);
  g_assert_cmpint (decision.outcome.next_severity, ==, decision.after.severity);
  g_assert_cmpint (decision.outcome.event != VOUCH_SAMPLING_EVENT_NONE, ==,
                   decision.outcome.severity != decision.outcome.next_severity);
  history->now = decision.after;
  return decision;
}

static VouchSamplingOutcome
count (History *history, gint64 nonconforming)
{
  return take (history,
               (VouchSamplingLot){ .original = TRUE, .has_nonconforming = TRUE, .nonconforming = nonconforming })
      .outcome;
}

static VouchSamplingOutcome
stage (History *history, gint64 accepted_at_stage)
{
  return take (history,
               (VouchSamplingLot){ .original = TRUE, .has_stage = TRUE, .accepted_at_stage = accepted_at_stage })
      .outcome;
}

/* Lots: a accepted without a fault, x not accepted; in capitals, submitted again. Severities after each: n, t, r, d. */
static void
walk (History *history, const char *lots, const char *severities)
{
  static const char letters[] = { 'n', 't', 'r', 'd' };

  g_assert_cmpuint (strlen (lots), ==, strlen (severities));
  for (guint i = 0; lots[i] != '\0'; i++)
    {
      gboolean accepted = g_ascii_tolower (lots[i]) == 'a';
      VouchSamplingLot lot = { .original = g_ascii_islower (lots[i]),
                               .has_nonconforming = TRUE,
                               .nonconforming = accepted ? 0 : 13 };
      VouchSamplingDecision decision = take (history, lot);

      g_assert_cmpint (decision.outcome.accepted, ==, accepted);
      if (letters[decision.after.severity] != severities[i])
        g_error ("%s: after lot %u: %c, not %c", lots, i, letters[decision.after.severity], severities[i]);
    }
}

static void
check_refused (const History *history, VouchSamplingLot lot, const char *field)
{
  g_autoptr (GError) error = NULL;
  VouchSamplingDecision decision = { .after = { .score = 77 } };

  if (lot.lot_size == 0)
    lot.lot_size = history->lot_size;
  g_assert_false (
      vouch_sampling_switch_judge (&history->now, &history->scheme, &history->conditions, &lot, &decision, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
  g_assert_cmpstr (vouch_error_get_field (error), ==, field);
  g_assert_cmpuint (decision.after.score, ==, 77);
}

static void
test_two_of_five_or_fewer_tighten (void)
{
  for (int standard = ISO; standard <= MIL; standard++)
    {
      History next = begin (standard, SINGLE, "1.0"), fifth = next, sixth = next, late = next;

      walk (&next, "xx", "nt");
      walk (&fifth, "xaaax", "nnnnt");
      walk (&sixth, "xaaaaxaaax", "nnnnnnnnnt");
      walk (&late, "aaaaaaxax", "nnnnnnnnt");
    }
}

static void
test_what_came_before_a_change_does_not_count (void)
{
  History history = begin (ISO, SINGLE, "1.0");

  history.conditions.authority = FALSE;
  walk (&history,
        "xx"
        "aaaaa",
        "nt"
        "ttttn");
  walk (&history, "xaaaax", "nnnnnn");
  history = begin (MIL, SINGLE, "1.0");
  walk (&history,
        "xaaaaaaaaaa"
        "x",
        "nnnnnnnnnnr"
        "n");
  walk (&history,
        "xaaaaaaaaaa"
        "x"
        "x",
        "nnnnnnnnnnr"
        "n"
        "n");
}

static void
test_five_accepted_in_a_row_end_tightened (void)
{
  History history = begin (ISO, SINGLE, "1.0");

  walk (&history,
        "xx"
        "aaaax"
        "aaaaa",
        "nt"
        "ttttt"
        "ttttn");
  g_assert_cmpuint (history.now.score, ==, 0);
  history = begin (MIL, SINGLE, "1.0");
  walk (&history,
        "xx"
        "aaaax"
        "aaaaa",
        "nt"
        "ttttt"
        "ttttn");
}

static void
test_five_not_accepted_in_all_discontinue (void)
{
  for (int standard = ISO; standard <= MIL; standard++)
    {
      History row = begin (standard, SINGLE, "1.0"), apart = row, saved = row;

      walk (&row,
            "xx"
            "xxxxx",
            "nt"
            "ttttd");
      walk (&apart,
            "xx"
            "xaaaaxaaaaxaaaaxaaaax",
            "nt"
            "ttttttttttttttttttttd");
      walk (&saved,
            "xx"
            "xxxxaaaaa",
            "nt"
            "ttttttttn");
      walk (&saved,
            "xx"
            "xxxx",
            "nt"
            "tttt");
    }
}

static void
test_discontinued_inspection_takes_no_lot_until_resumed (void)
{
  History history = begin (ISO, SINGLE, "1.0");
  VouchSamplingLot lot = { .original = TRUE, .has_nonconforming = TRUE };

  g_assert_cmpint (vouch_sampling_switch_resume (&history.now), ==, VOUCH_SAMPLING_EVENT_NONE);
  walk (&history,
        "xx"
        "xxxxx",
        "nt"
        "ttttd");
  check_refused (&history, lot, "severity");
  lot.original = FALSE;
  check_refused (&history, lot, "severity");
  g_assert_cmpint (vouch_sampling_switch_resume (&history.now), ==, VOUCH_SAMPLING_EVENT_RESUMED);
  g_assert_cmpint (history.now.severity, ==, VOUCH_SEVERITY_TIGHTENED);
  walk (&history,
        "xxxx"
        "x",
        "tttt"
        "d");
  vouch_sampling_switch_resume (&history.now);
  walk (&history, "aaaaa", "ttttn");
}

static void
test_the_score_of_a_small_ac (void)
{
  History zero = begin (ISO, SINGLE, "0.15"), one = begin (ISO, SINGLE, "0.65");

  g_assert_cmpuint (count (&zero, 0).score, ==, 2);
  g_assert_cmpuint (count (&zero, 0).score, ==, 4);
  g_assert_cmpuint (count (&zero, 1).score, ==, 0);
  g_assert_cmpuint (count (&one, 1).score, ==, 2);
  g_assert_cmpuint (count (&one, 0).score, ==, 4);
  g_assert_cmpuint (count (&one, 2).score, ==, 0);
  for (guint score = 2; score < 30; score += 2)
    g_assert_cmpint (count (&one, 1).next_severity, ==, VOUCH_SEVERITY_NORMAL);
  g_assert_cmpuint (one.now.score, ==, 28);
  g_assert_cmpint (count (&one, 1).event, ==, VOUCH_SAMPLING_EVENT_REDUCED_BY_SCORE);
  g_assert_cmpuint (one.now.score, ==, 30);
}

static void
test_the_score_of_a_large_ac_asks_one_step_tighter (void)
{
  History two = begin (ISO, SINGLE, "1.0"), three = begin (ISO, SINGLE, "1.5");
  VouchSamplingOutcome outcome;

  g_assert_cmpuint (count (&two, 1).score, ==, 3); /* one step tighter: J, 0.65, Ac 1 */
  outcome = count (&two, 2);
  g_assert_true (outcome.accepted);
  g_assert_cmpuint (outcome.score, ==, 0);
  g_assert_cmpuint (count (&three, 2).score, ==, 3);
  g_assert_cmpuint (count (&three, 2).score, ==, 6);
  g_assert_cmpuint (count (&three, 3).score, ==, 0);
  for (guint i = 0; i < 9; i++)
    g_assert_cmpint (count (&three, 0).next_severity, ==, VOUCH_SEVERITY_NORMAL);
  g_assert_cmpint (count (&three, 0).next_severity, ==, VOUCH_SEVERITY_REDUCED);
}

/* J at AQL 25 is an arrow to H, n = 50, Ac 21. H at AQL 15 has Ac 14; J at 15 would have n = 80 and Ac 21. */
static void
test_one_step_tighter_than_an_arrow_asks_about_the_same_sample (void)
{
  History history = begin (ISO, SINGLE, "25");

  g_assert_cmpuint (count (&history, 14).score, ==, 3);
  g_assert_cmpuint (count (&history, 15).score, ==, 0);
  g_assert_cmpint (history.now.severity, ==, VOUCH_SEVERITY_NORMAL);
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
        History history = begin (ISO, SINGLE, aqls[aql]);

        history.lot_size = sizes[i];
        g_assert_cmpuint (count (&history, 0).score, >=, 2);
      }
}

static void
test_steadiness_and_consent_only_hold_reduced_back (void)
{
  History history = begin (ISO, SINGLE, "0.65");

  history.conditions.steady = FALSE;
  for (guint i = 1; i <= 16; i++)
    g_assert_cmpuint (count (&history, 0).score, ==, 2 * i);
  history.conditions = (VouchSamplingConditions){ TRUE, FALSE };
  g_assert_cmpuint (count (&history, 0).score, ==, 34);
  g_assert_cmpint (history.now.severity, ==, VOUCH_SEVERITY_NORMAL);
  history.conditions.authority = TRUE;
  g_assert_cmpint (count (&history, 0).next_severity, ==, VOUCH_SEVERITY_REDUCED);
  history.conditions.authority = FALSE;
  walk (&history, "aaa", "rrr");
}

static void
test_a_lost_score_has_to_be_earned_again (void)
{
  History history = begin (ISO, SINGLE, "0.65");

  history.conditions.authority = FALSE;
  walk (&history,
        "aaaaaaaaaaaaaaaaa"
        "x",
        "nnnnnnnnnnnnnnnnn"
        "n");
  history.conditions.authority = TRUE;
  walk (&history,
        "aaaaaaaaaaaaaa"
        "a",
        "nnnnnnnnnnnnnn"
        "r");
}

static void
test_ways_out_of_reduced (void)
{
  History reduced = begin (ISO, SINGLE, "1.0"), history;

  walk (&reduced,
        "aaaaaaaaaa"
        "aaaaaaaaaaaa",
        "nnnnnnnnnr"
        "rrrrrrrrrrrr");
  history = reduced;
  g_assert_cmpint (count (&history, 2).event, ==, VOUCH_SAMPLING_EVENT_NORMAL_NOT_ACCEPTED);
  g_assert_cmpuint (history.now.score, ==, 0);
  walk (&history,
        "x"
        "x",
        "n"
        "t");
  history = reduced;
  history.conditions.steady = FALSE;
  g_assert_cmpint (count (&history, 0).event, ==, VOUCH_SAMPLING_EVENT_NORMAL_IRREGULAR);
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

  for (int standard = ISO; standard <= MIL; standard++)
    for (guint i = 0; i < G_N_ELEMENTS (pasts); i++)
      {
        History history = begin (standard, SINGLE, "1.0");
        VouchSamplingSwitch before;
        VouchSamplingLot lot = { .has_nonconforming = TRUE };

        for (const char *at = pasts[i]; *at != '\0'; at++)
          count (&history, *at == 'a' ? 0 : 13);
        before = history.now;
        history.conditions = (VouchSamplingConditions){ FALSE, FALSE };
        for (lot.nonconforming = 0; lot.nonconforming < 20; lot.nonconforming++)
          take (&history, lot);
        g_assert_cmpmem (&before, sizeof before, &history.now, sizeof history.now);
      }
}

static void
test_ten_accepted_lots_reduce_by_105e (void)
{
  History history = begin (MIL, SINGLE, "1.0");

  walk (&history,
        "aaaaaaaaa"
        "a",
        "nnnnnnnnn"
        "r");
  g_assert_cmpuint (history.now.score, ==, 0);
  history = begin (MIL, SINGLE, "1.0");
  walk (&history,
        "aaaaaaaaax"
        "aaaaaaaaa"
        "a",
        "nnnnnnnnnn"
        "nnnnnnnnn"
        "r");
  history = begin (MIL, SINGLE, "1.0");
  history.conditions.authority = FALSE;
  walk (&history, "aaaaaaaaaaaa", "nnnnnnnnnnnn");
  history.conditions.authority = TRUE;
  walk (&history, "a", "r");
}

static void
test_the_limit_number_counts_the_last_ten_lots (void)
{
  History history = begin (MIL, SINGLE, "1.0"), above;

  history.has_limit_number = TRUE;
  history.limit_number = 4;
  for (guint i = 0; i < 5; i++)
    count (&history, 1);
  for (guint i = 0; i < 4; i++)
    count (&history, 0);
  above = history;
  g_assert_cmpint (count (&above, 0).next_severity, ==, VOUCH_SEVERITY_NORMAL);  /* 5 */
  g_assert_cmpint (count (&above, 1).next_severity, ==, VOUCH_SEVERITY_NORMAL);  /* 5 */
  g_assert_cmpint (count (&above, 0).next_severity, ==, VOUCH_SEVERITY_REDUCED); /* 4 */
  history.limit_number = 5;
  g_assert_cmpint (count (&history, 0).next_severity, ==, VOUCH_SEVERITY_REDUCED);
}

static void
test_the_gap_of_105e_accepts_and_ends_reduced (void)
{
  History reduced = begin (MIL, SINGLE, "1.0"), history;
  VouchSamplingOutcome outcome;

  walk (&reduced, "aaaaaaaaaa", "nnnnnnnnnr"); /* n = 32, Ac 1, Re 3 */
  history = reduced;
  g_assert_cmpint (count (&history, 1).event, ==, VOUCH_SAMPLING_EVENT_NONE);
  outcome = count (&history, 2);
  g_assert_true (outcome.accepted);
  g_assert_cmpint (outcome.event, ==, VOUCH_SAMPLING_EVENT_NORMAL_IN_GAP);
  outcome = count (&reduced, 3);
  g_assert_false (outcome.accepted);
  g_assert_cmpint (outcome.event, ==, VOUCH_SAMPLING_EVENT_NORMAL_NOT_ACCEPTED);
}

static void
test_staged_plans_count_as_accepted_or_not (void)
{
  History history = begin (MIL, DOUBLE, "1.0");

  for (guint i = 0; i < 9; i++)
    g_assert_cmpint (stage (&history, 1 + i % 2).next_severity, ==, VOUCH_SEVERITY_NORMAL);
  g_assert_cmpint (stage (&history, 1).next_severity, ==, VOUCH_SEVERITY_REDUCED);
  g_assert_cmpint (stage (&history, 1).next_severity, ==, VOUCH_SEVERITY_REDUCED);
  g_assert_cmpint (stage (&history, 0).event, ==, VOUCH_SAMPLING_EVENT_NORMAL_NOT_ACCEPTED);
  stage (&history, 0);
  g_assert_cmpint (stage (&history, 0).event, ==, VOUCH_SAMPLING_EVENT_TIGHTENED);
  history = begin (MIL, MULTIPLE, "1.0");
  stage (&history, 0);
  stage (&history, 7);
  g_assert_cmpint (stage (&history, 0).event, ==, VOUCH_SAMPLING_EVENT_TIGHTENED);
}

/* Double, normal, J, 1.0: Ac 0, 3 and Re 3, 4. Reduced: Ac 0, 0 and Re 3, 4. */
static void
test_what_the_stage_does_not_tell_is_taken_strictly (void)
{
  History history = begin (MIL, DOUBLE, "1.0"), limited = history;
  VouchSamplingDecision decision;

  for (guint i = 0; i < 10; i++)
    stage (&history, 1);
  decision = take (&history, (VouchSamplingLot){ .original = TRUE, .has_stage = TRUE, .accepted_at_stage = 2 });
  g_assert_true (decision.outcome.accepted);
  g_assert_cmpint (decision.outcome.event, ==, VOUCH_SAMPLING_EVENT_NORMAL_IN_GAP);
  limited.has_limit_number = TRUE;
  limited.limit_number = 2;
  for (guint i = 0; i < 9; i++)
    stage (&limited, 1);
  stage (&limited, 2); /* 1 to 3 */
  g_assert_cmpint (limited.now.severity, ==, VOUCH_SEVERITY_NORMAL);
  limited.limit_number = 3;
  stage (&limited, 1);
  g_assert_cmpint (limited.now.severity, ==, VOUCH_SEVERITY_REDUCED);
}

static void
test_a_count_settles_staged_plans_where_it_can (void)
{
  History history = begin (MIL, DOUBLE, "1.0");

  g_assert_true (count (&history, 2).accepted);
  g_assert_false (count (&history, 4).accepted);
  check_refused (&history, (VouchSamplingLot){ .original = TRUE, .has_nonconforming = TRUE, .nonconforming = 3 },
                 "accepted_at_stage");
  g_assert_true (take (&history, (VouchSamplingLot){ TRUE, TRUE, TRUE, 3, TRUE, 2, FALSE, 0 }).outcome.accepted);
}

static void
test_bad_input_is_refused (void)
{
  History single = begin (ISO, SINGLE, "1.0"), twice = begin (MIL, DOUBLE, "1.0"), seven = begin (MIL, MULTIPLE, "1.0");
  History faults = begin (ISO, SINGLE, "1.0"), above = begin (ISO, SINGLE, "15");

  check_refused (&single, (VouchSamplingLot){ .lot_size = -1, .has_nonconforming = TRUE }, "lot_size");
  check_refused (&single, (VouchSamplingLot){ .lot_size = 1000000000000000000, .has_nonconforming = TRUE }, "lot_size");
  check_refused (&single, (VouchSamplingLot){ .original = TRUE }, "nonconforming");
  check_refused (&single, (VouchSamplingLot){ .has_nonconforming = TRUE, .nonconforming = -1 }, "nonconforming");
  check_refused (&single, (VouchSamplingLot){ .has_nonconforming = TRUE, .nonconforming = 81 }, "nonconforming");
  check_refused (&single, (VouchSamplingLot){ .lot_size = 50, .has_nonconforming = TRUE, .nonconforming = 51 },
                 "nonconforming");
  check_refused (&single, (VouchSamplingLot){ .original = TRUE, .has_stage = TRUE, .accepted_at_stage = 1 },
                 "nonconforming");
  check_refused (&single, (VouchSamplingLot){ .has_stage = TRUE, .accepted_at_stage = 2 }, "accepted_at_stage");
  check_refused (&single, (VouchSamplingLot){ .has_stage = TRUE, .accepted_at_stage = -1 }, "accepted_at_stage");
  check_refused (&single, (VouchSamplingLot){ .has_nonconforming = TRUE, .has_limit_number = TRUE, .limit_number = -1 },
                 "limit_number");
  check_refused (&twice, (VouchSamplingLot){ .has_stage = TRUE, .accepted_at_stage = 3 }, "accepted_at_stage");
  check_refused (&twice, (VouchSamplingLot){ 0, TRUE, TRUE, 1, TRUE, 1, FALSE, 0 }, "accepted_at_stage");
  check_refused (&twice, (VouchSamplingLot){ 0, TRUE, TRUE, 1, TRUE, 0, FALSE, 0 }, "accepted_at_stage");
  check_refused (&seven, (VouchSamplingLot){ .has_stage = TRUE, .accepted_at_stage = 1 }, "accepted_at_stage");
  faults.scheme.counts_nonconformities = TRUE;
  g_assert_false (count (&faults, 500).accepted);
  g_assert_false (count (&above, 500).accepted);
  single.scheme.aql = "1.1";
  check_refused (&single, (VouchSamplingLot){ .has_nonconforming = TRUE }, "aql");
  single.scheme.aql = "1.0";
  single.scheme.level = "IV";
  check_refused (&single, (VouchSamplingLot){ .has_nonconforming = TRUE }, "level");
}

/* Whatever is accepted on tightened inspection is accepted on normal with the same count. */
static void
test_tightened_never_accepts_more_than_normal (void)
{
  const char *const *aqls = vouch_sampling_get_aqls ();

  for (int standard = ISO; standard <= MIL; standard++)
    for (guint aql = 0; aql < VOUCH_N_SAMPLING_AQLS; aql++)
      for (gint64 size = 2; size < 1000000; size = size * 3 / 2 + 1)
        {
          History normal = begin (standard, SINGLE, aqls[aql]), tightened = normal;

          normal.lot_size = tightened.lot_size = size;
          normal.scheme.counts_nonconformities = tightened.scheme.counts_nonconformities = TRUE;
          vouch_sampling_switch_enter (&tightened.now, VOUCH_SEVERITY_TIGHTENED);
          for (gint64 nonconforming = 0; nonconforming < 50; nonconforming++)
            {
              History strict = tightened, usual = normal;

              if (count (&strict, nonconforming).accepted)
                g_assert_true (count (&usual, nonconforming).accepted);
            }
        }
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
  g_test_add_func ("/sampling/switch/one-step-tighter-than-an-arrow-asks-about-the-same-sample",
                   test_one_step_tighter_than_an_arrow_asks_about_the_same_sample);
  g_test_add_func ("/sampling/switch/every-plan-can-score", test_every_plan_can_score);
  g_test_add_func ("/sampling/switch/steadiness-and-consent-only-hold-reduced-back",
                   test_steadiness_and_consent_only_hold_reduced_back);
  g_test_add_func ("/sampling/switch/a-lost-score-has-to-be-earned-again", test_a_lost_score_has_to_be_earned_again);
  g_test_add_func ("/sampling/switch/ways-out-of-reduced", test_ways_out_of_reduced);
  g_test_add_func ("/sampling/switch/lots-submitted-again-change-nothing", test_lots_submitted_again_change_nothing);
  g_test_add_func ("/sampling/switch/ten-accepted-lots-reduce-by-105e", test_ten_accepted_lots_reduce_by_105e);
  g_test_add_func ("/sampling/switch/the-limit-number-counts-the-last-ten-lots",
                   test_the_limit_number_counts_the_last_ten_lots);
  g_test_add_func ("/sampling/switch/the-gap-of-105e-accepts-and-ends-reduced",
                   test_the_gap_of_105e_accepts_and_ends_reduced);
  g_test_add_func ("/sampling/switch/staged-plans-count-as-accepted-or-not",
                   test_staged_plans_count_as_accepted_or_not);
  g_test_add_func ("/sampling/switch/what-the-stage-does-not-tell-is-taken-strictly",
                   test_what_the_stage_does_not_tell_is_taken_strictly);
  g_test_add_func ("/sampling/switch/a-count-settles-staged-plans-where-it-can",
                   test_a_count_settles_staged_plans_where_it_can);
  g_test_add_func ("/sampling/switch/bad-input-is-refused", test_bad_input_is_refused);
  g_test_add_func ("/sampling/switch/tightened-never-accepts-more-than-normal",
                   test_tightened_never_accepts_more_than_normal);
  g_test_add_func ("/sampling/switch/every-event-has-a-name-and-a-reason", test_every_event_has_a_name_and_a_reason);
  return g_test_run ();
}
