#include <glib.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-sampling-plan.h"

#define ISO VOUCH_SAMPLING_STANDARD_ISO_2859_1_1999
#define MIL VOUCH_SAMPLING_STANDARD_MIL_STD_105E

static VouchSamplingPlan
make_plan (VouchSamplingStandard standard, gint64 lot_size, const char *level, const char *aql, VouchSeverity severity)
{
  g_autoptr (GError) error = NULL;
  VouchSamplingTerms terms = { { standard, VOUCH_SAMPLING_TYPE_SINGLE, severity }, lot_size, level, aql };
  VouchSamplingPlan plan = { 0 };

  vouch_sampling_plan_find (&terms, &plan, &error);
  g_assert_no_error (error);
  return plan;
}

static void
check_refused (gint64 lot_size, const char *level, const char *aql, VouchSeverity severity, const char *field,
               const char *words)
{
  g_autoptr (GError) error = NULL;
  VouchSamplingTerms terms = { { ISO, VOUCH_SAMPLING_TYPE_SINGLE, severity }, lot_size, level, aql };
  VouchSamplingPlan plan = { .lot_size = 77 };

  g_assert_false (vouch_sampling_plan_find (&terms, &plan, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
  g_assert_cmpstr (vouch_error_get_field (error), ==, field);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_cmpint (plan.lot_size, ==, 77);
}

static void
test_an_everyday_plan (void)
{
  VouchSamplingPlan plan = make_plan (ISO, 1000, "II", "1.0", VOUCH_SEVERITY_NORMAL);

  g_assert_cmpint (plan.letter, ==, 'J');
  g_assert_cmpint (plan.plan_letter, ==, 'J');
  g_assert_cmpuint (plan.samples.stages[0].n, ==, 80);
  g_assert_cmpuint (plan.samples.stages[0].ac, ==, 2);
  g_assert_cmpuint (plan.samples.stages[0].re, ==, 3);
  g_assert_false (plan.full_inspection);
  g_assert_false (plan.counts_nonconformities);
  g_assert_cmpstr (plan.level, ==, "II");
  g_assert_cmpstr (plan.aql, ==, "1.0");
}

static void
test_an_arrow_takes_letter_n_ac_and_re (void)
{
  VouchSamplingPlan plan = make_plan (ISO, 100, "II", "0.65", VOUCH_SEVERITY_NORMAL);

  g_assert_cmpint (plan.letter, ==, 'F');
  g_assert_cmpint (plan.plan_letter, ==, 'F');
  plan = make_plan (ISO, 100, "II", "0.40", VOUCH_SEVERITY_NORMAL);
  g_assert_cmpint (plan.letter, ==, 'F');
  g_assert_cmpint (plan.plan_letter, ==, 'G');
  g_assert_cmpint (plan.printed, ==, VOUCH_SAMPLING_CELL_DOWN);
  g_assert_cmpuint (plan.samples.stages[0].n, ==, 32);
  plan = make_plan (ISO, 100, "II", "1.0", VOUCH_SEVERITY_NORMAL);
  g_assert_cmpint (plan.plan_letter, ==, 'E');
  g_assert_cmpint (plan.printed, ==, VOUCH_SAMPLING_CELL_UP);
  g_assert_cmpuint (plan.samples.stages[0].n, ==, 13);
  g_assert_cmpuint (plan.samples.stages[0].ac, ==, 0);
}

static void
test_tightened_can_lead_to_letter_s (void)
{
  VouchSamplingPlan plan = make_plan (ISO, 600000, "III", "0.025", VOUCH_SEVERITY_TIGHTENED);

  g_assert_cmpint (plan.letter, ==, 'R');
  g_assert_cmpint (plan.plan_letter, ==, 'S');
  g_assert_cmpuint (plan.samples.stages[0].n, ==, 3150);
  g_assert_cmpuint (plan.samples.stages[0].ac, ==, 1);
  g_assert_cmpuint (plan.samples.stages[0].re, ==, 2);
}

static void
test_a_lot_of_one_has_no_letter (void)
{
  VouchSamplingPlan plan = make_plan (ISO, 1, "II", "1000", VOUCH_SEVERITY_NORMAL);

  g_assert_cmpint (plan.letter, ==, '\0');
  g_assert_cmpint (plan.plan_letter, ==, '\0');
  g_assert_cmpuint (plan.samples.stages[0].n, ==, 1);
  g_assert_cmpuint (plan.samples.stages[0].ac, ==, 0);
  g_assert_cmpuint (plan.samples.stages[0].re, ==, 1);
  g_assert_true (plan.full_inspection);
}

static void
test_a_sample_as_large_as_the_lot_is_full_inspection (void)
{
  VouchSamplingPlan plan = make_plan (ISO, 100, "II", "0.010", VOUCH_SEVERITY_NORMAL);

  g_assert_true (plan.full_inspection);
  g_assert_cmpuint (plan.samples.stages[0].n, ==, 1250);
  g_assert_cmpuint (vouch_sampling_plan_get_sample_size (&plan), ==, 100);
  plan = make_plan (ISO, 13, "II", "1.0", VOUCH_SEVERITY_NORMAL);
  g_assert_cmpuint (plan.samples.stages[0].n, ==, 13);
  g_assert_true (plan.full_inspection);
  plan = make_plan (ISO, 14, "II", "1.0", VOUCH_SEVERITY_NORMAL);
  g_assert_cmpuint (plan.samples.stages[0].n, ==, 13);
  g_assert_false (plan.full_inspection);
}

static void
test_above_aql_10_nonconformities_are_counted (void)
{
  g_assert_false (make_plan (ISO, 100, "II", "10", VOUCH_SEVERITY_NORMAL).counts_nonconformities);
  g_assert_true (make_plan (ISO, 100, "II", "15", VOUCH_SEVERITY_NORMAL).counts_nonconformities);
  g_assert_true (make_plan (ISO, 100, "II", "1000", VOUCH_SEVERITY_NORMAL).counts_nonconformities);
}

static void
test_an_aql_is_a_number (void)
{
  g_assert_cmpstr (make_plan (ISO, 100, "II", "1", VOUCH_SEVERITY_NORMAL).aql, ==, "1.0");
  g_assert_cmpstr (make_plan (ISO, 100, "II", "1.00", VOUCH_SEVERITY_NORMAL).aql, ==, "1.0");
  g_assert_cmpstr (make_plan (ISO, 100, "II", "0.1", VOUCH_SEVERITY_NORMAL).aql, ==, "0.10");
  g_assert_cmpstr (make_plan (ISO, 100, "II", "10.0", VOUCH_SEVERITY_NORMAL).aql, ==, "10");
}

static void
test_impossible_lots_are_refused (void)
{
  check_refused (0, "II", "1.0", VOUCH_SEVERITY_NORMAL, "lot_size", "count at least 1");
  check_refused (-5, "II", "1.0", VOUCH_SEVERITY_NORMAL, "lot_size", "-5");
  check_refused (G_GINT64_CONSTANT (1000000000000000000), "II", "1.0", VOUCH_SEVERITY_NORMAL, "lot_size",
                 "9223372036854");
  check_refused (G_MININT64, "II", "1.0", VOUCH_SEVERITY_NORMAL, "lot_size", "-9223372036854775808");
  check_refused (VOUCH_SAMPLING_LOT_SIZE_MAX + 1, "II", "1.0", VOUCH_SEVERITY_NORMAL, "lot_size", "9223372036855");
  g_assert_cmpint (make_plan (ISO, VOUCH_SAMPLING_LOT_SIZE_MAX, "II", "1.0", VOUCH_SEVERITY_NORMAL).letter, ==, 'Q');
}

static void
test_an_unknown_level_or_aql_lists_those_that_exist (void)
{
  static const char *const levels[] = { "IV", "", "i", "S-5", "II ", NULL };
  static const char *const aqls[] = {
    "0.5", "", "NaN", "1e0", "-1.0", "1,0", "1.00000001", "99999999999999999999", NULL
  };

  for (guint i = 0; levels[i] != NULL; i++)
    check_refused (100, levels[i], "1.0", VOUCH_SEVERITY_NORMAL, "level", "I, II, III, S-1, S-2, S-3, S-4");
  for (guint i = 0; aqls[i] != NULL; i++)
    check_refused (100, "II", aqls[i], VOUCH_SEVERITY_NORMAL, "aql", "0.010, 0.015, 0.025");
  check_refused (100, NULL, "1.0", VOUCH_SEVERITY_NORMAL, "level", "S-4");
  check_refused (100, "II", NULL, VOUCH_SEVERITY_NORMAL, "aql", "650, 1000");
}

static void
test_discontinued_inspection_has_no_plan (void)
{
  check_refused (100, "II", "1.0", VOUCH_SEVERITY_DISCONTINUED, "severity", "discontinued");
}

static void
test_a_lot_is_accepted_only_when_all_is_inspected (void)
{
  VouchSamplingPlan plan = make_plan (ISO, 1000, "II", "1.0", VOUCH_SEVERITY_NORMAL);

  g_assert_cmpint (vouch_sampling_plan_judge (&plan, 0, 0), ==, VOUCH_SAMPLING_VERDICT_OPEN);
  g_assert_cmpint (vouch_sampling_plan_judge (&plan, 79, 0), ==, VOUCH_SAMPLING_VERDICT_OPEN);
  g_assert_cmpint (vouch_sampling_plan_judge (&plan, 80, 0), ==, VOUCH_SAMPLING_VERDICT_ACCEPT);
  g_assert_cmpint (vouch_sampling_plan_judge (&plan, 80, 2), ==, VOUCH_SAMPLING_VERDICT_ACCEPT);
  g_assert_cmpint (vouch_sampling_plan_judge (&plan, 80, 3), ==, VOUCH_SAMPLING_VERDICT_REJECT);
}

static void
test_a_lot_is_rejected_as_soon_as_re_is_reached (void)
{
  VouchSamplingPlan plan = make_plan (ISO, 1000, "II", "1.0", VOUCH_SEVERITY_NORMAL);

  g_assert_cmpint (vouch_sampling_plan_judge (&plan, 3, 2), ==, VOUCH_SAMPLING_VERDICT_OPEN);
  g_assert_cmpint (vouch_sampling_plan_judge (&plan, 3, 3), ==, VOUCH_SAMPLING_VERDICT_REJECT);
}

static void
test_full_inspection_is_judged_after_the_last_item (void)
{
  VouchSamplingPlan plan = make_plan (ISO, 10, "II", "0.010", VOUCH_SEVERITY_NORMAL);

  g_assert_cmpint (vouch_sampling_plan_judge (&plan, 9, 0), ==, VOUCH_SAMPLING_VERDICT_OPEN);
  g_assert_cmpint (vouch_sampling_plan_judge (&plan, 10, 0), ==, VOUCH_SAMPLING_VERDICT_ACCEPT);
  g_assert_cmpint (vouch_sampling_plan_judge (&plan, 10, 1), ==, VOUCH_SAMPLING_VERDICT_REJECT);
}

static void
test_the_gap_of_reduced_mil_inspection_accepts (void)
{
  VouchSamplingPlan plan = make_plan (MIL, 1000, "II", "1.0", VOUCH_SEVERITY_REDUCED);

  g_assert_cmpuint (plan.samples.stages[0].ac, ==, 1);
  g_assert_cmpuint (plan.samples.stages[0].re, ==, 3);
  g_assert_cmpint (vouch_sampling_plan_judge (&plan, plan.samples.stages[0].n, 2), ==, VOUCH_SAMPLING_VERDICT_ACCEPT);
  g_assert_cmpint (vouch_sampling_plan_judge (&plan, plan.samples.stages[0].n, 3), ==, VOUCH_SAMPLING_VERDICT_REJECT);
  plan = make_plan (ISO, 1000, "II", "1.0", VOUCH_SEVERITY_REDUCED);
  g_assert_cmpint (plan.samples.stages[0].re, ==, plan.samples.stages[0].ac + 1);
}

static VouchSamplingPlan
make_staged_plan (VouchSamplingType type, gint64 lot_size, const char *aql, VouchSeverity severity)
{
  VouchSamplingTerms terms = { { MIL, type, severity }, lot_size, "II", aql };
  g_autoptr (GError) error = NULL;
  VouchSamplingPlan plan = { 0 };

  vouch_sampling_plan_find (&terms, &plan, &error);
  g_assert_no_error (error);
  return plan;
}

static void
check_stage (const VouchSamplingPlan *plan, guint32 inspected, guint32 nonconforming, VouchSamplingVerdict verdict,
             guint stage)
{
  guint at;

  g_assert_cmpint (vouch_sampling_stages_judge (&plan->samples, plan->lot_size, inspected, nonconforming, &at), ==,
                   verdict);
  g_assert_cmpuint (at, ==, stage);
  g_assert_cmpint (vouch_sampling_plan_judge (plan, inspected, nonconforming), ==, verdict);
}

static void
test_a_second_sample_decides_what_the_first_does_not (void)
{
  VouchSamplingPlan plan = make_staged_plan (VOUCH_SAMPLING_TYPE_DOUBLE, 1000, "1.0", VOUCH_SEVERITY_NORMAL);

  g_assert_cmpuint (plan.samples.n_stages, ==, 2); /* letter J: 50 + 50, 0/3 and 3/4 */
  g_assert_cmpuint (vouch_sampling_plan_get_sample_size (&plan), ==, 100);
  check_stage (&plan, 49, 0, VOUCH_SAMPLING_VERDICT_OPEN, 0);
  check_stage (&plan, 50, 0, VOUCH_SAMPLING_VERDICT_ACCEPT, 0);
  check_stage (&plan, 20, 3, VOUCH_SAMPLING_VERDICT_REJECT, 0);
  check_stage (&plan, 50, 1, VOUCH_SAMPLING_VERDICT_OPEN, 1);
  check_stage (&plan, 99, 3, VOUCH_SAMPLING_VERDICT_OPEN, 1);
  check_stage (&plan, 100, 3, VOUCH_SAMPLING_VERDICT_ACCEPT, 1);
  check_stage (&plan, 80, 4, VOUCH_SAMPLING_VERDICT_REJECT, 1);
}

static void
test_multiple_plans_go_on_to_the_seventh_sample (void)
{
  VouchSamplingPlan plan = make_staged_plan (VOUCH_SAMPLING_TYPE_MULTIPLE, 1000, "1.0", VOUCH_SEVERITY_NORMAL);

  g_assert_cmpuint (plan.samples.n_stages, ==, 7); /* letter J: 7 × 20, # 2; 0 3; 0 3; 1 4; 2 4; 3 5; 4 5 */
  g_assert_cmpint (plan.samples.stages[0].ac, ==, VOUCH_SAMPLING_NO_ACCEPTANCE);
  check_stage (&plan, 20, 0, VOUCH_SAMPLING_VERDICT_OPEN, 1);
  check_stage (&plan, 40, 0, VOUCH_SAMPLING_VERDICT_ACCEPT, 1);
  check_stage (&plan, 40, 1, VOUCH_SAMPLING_VERDICT_OPEN, 2);
  check_stage (&plan, 120, 4, VOUCH_SAMPLING_VERDICT_OPEN, 6);
  check_stage (&plan, 140, 4, VOUCH_SAMPLING_VERDICT_ACCEPT, 6);
  check_stage (&plan, 130, 5, VOUCH_SAMPLING_VERDICT_REJECT, 6);
}

/* Samples that find no items any more are empty, and their numbers decide at once. */
static void
test_a_lot_that_is_used_up_is_decided (void)
{
  VouchSamplingPlan plan = make_staged_plan (VOUCH_SAMPLING_TYPE_MULTIPLE, 30, "6.5", VOUCH_SEVERITY_NORMAL);

  g_assert_cmpuint (plan.samples.n_stages, ==, 7); /* letter D: 7 × 2, # 2; # 2; 0 2; 0 3; 1 3; 1 3; 2 3 */
  plan.lot_size = 5;
  g_assert_cmpuint (vouch_sampling_plan_get_sample_size (&plan), ==, 5);
  check_stage (&plan, 4, 1, VOUCH_SAMPLING_VERDICT_OPEN, 2);
  check_stage (&plan, 5, 0, VOUCH_SAMPLING_VERDICT_ACCEPT, 2);
  check_stage (&plan, 5, 1, VOUCH_SAMPLING_VERDICT_ACCEPT, 4);
}

static void
test_references_name_the_plan_in_use (void)
{
  VouchSamplingPlan plan = make_staged_plan (VOUCH_SAMPLING_TYPE_DOUBLE, 30, "2.5", VOUCH_SEVERITY_TIGHTENED);

  g_assert_cmpint (plan.type, ==, VOUCH_SAMPLING_TYPE_SINGLE);
  g_assert_cmpuint (plan.samples.n_stages, ==, 1);
  plan = make_staged_plan (VOUCH_SAMPLING_TYPE_MULTIPLE, 20, "15", VOUCH_SEVERITY_NORMAL);
  g_assert_cmpint (plan.plan_letter, ==, 'C');
  g_assert_cmpint (plan.printed, ==, VOUCH_SAMPLING_CELL_DOUBLE);
  g_assert_cmpint (plan.type, ==, VOUCH_SAMPLING_TYPE_DOUBLE);
}

static void
test_iso_has_single_plans_only (void)
{
  VouchSamplingTerms terms = { { ISO, VOUCH_SAMPLING_TYPE_DOUBLE, VOUCH_SEVERITY_NORMAL }, 100, "II", "1.0" };
  g_autoptr (GError) error = NULL;
  VouchSamplingPlan plan;

  g_assert_false (vouch_sampling_plan_find (&terms, &plan, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
  g_assert_cmpstr (vouch_error_get_field (error), ==, "type");
  g_assert_nonnull (strstr (error->message, "MIL-STD-105E"));
}

static void
test_impossible_counts_never_accept (void)
{
  VouchSamplingPlan items = make_plan (ISO, 1000, "II", "4.0", VOUCH_SEVERITY_NORMAL);
  VouchSamplingPlan faults = items;
  g_autoptr (GError) error = NULL;

  faults.counts_nonconformities = TRUE;
  g_assert_false (vouch_sampling_plan_check_counts (&items, 2, 3, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
  g_assert_cmpstr (vouch_error_get_field (error), ==, "nonconforming");
  g_assert_true (vouch_sampling_plan_check_counts (&faults, 2, 3, NULL));
  g_assert_false (vouch_sampling_plan_check_counts (&faults, 0, 1, NULL));
  g_assert_false (vouch_sampling_plan_check_counts (&items, 81, 0, NULL));
  g_assert_cmpint (vouch_sampling_plan_judge (&items, 81, 0), ==, VOUCH_SAMPLING_VERDICT_OPEN);
  g_assert_cmpint (vouch_sampling_plan_judge (&items, 2, 3), ==, VOUCH_SAMPLING_VERDICT_OPEN);
  g_assert_cmpint (vouch_sampling_plan_judge (&items, 2, G_MAXUINT32), ==, VOUCH_SAMPLING_VERDICT_REJECT);
}

/* Tightened inspection never accepts what normal inspection of the same lot with the same sample would not. */
static void
test_tightened_never_accepts_more_than_normal (void)
{
  for (gint64 lot_size = 2; lot_size < 1000000; lot_size *= 2)
    for (guint i = 0; i < VOUCH_N_SAMPLING_AQLS; i++)
      {
        const char *aql = vouch_sampling_get_aqls ()[i];
        VouchSamplingPlan normal = make_plan (ISO, lot_size, "II", aql, VOUCH_SEVERITY_NORMAL);
        VouchSamplingPlan tightened = make_plan (ISO, lot_size, "II", aql, VOUCH_SEVERITY_TIGHTENED);

        g_assert_cmpuint ((guint64)tightened.samples.stages[0].ac * normal.samples.stages[0].n, <=,
                          (guint64)normal.samples.stages[0].ac * tightened.samples.stages[0].n);
        g_assert_true (tightened.samples.stages[0].n >= normal.samples.stages[0].n ||
                       tightened.samples.stages[0].ac < normal.samples.stages[0].ac);
      }
}

static void
check_why (const VouchSamplingPlan *plan, ...)
{
  g_autofree char *why = vouch_sampling_plan_dup_why (plan);
  const char *words;
  va_list args;

  va_start (args, plan);
  while ((words = va_arg (args, const char *)) != NULL)
    if (strstr (why, words) == NULL)
      g_error ("“%s” is missing in: %s", words, why);
  va_end (args);
}

static void
test_the_explanation_names_everything (void)
{
  VouchSamplingPlan plan = make_plan (ISO, 1000, "II", "1", VOUCH_SEVERITY_NORMAL);

  check_why (&plan, "ISO 2859-1:1999 = GB/T 2828.1-2012, single sampling, normal inspection.",
             "A lot of 1000 items at inspection level II has code letter J (table 1).",
             "Table 2-A is read at letter J and AQL 1.0.", "The sample size is n = 80.",
             "at most 2 nonconforming items.", "Re = 3: from 3 nonconforming items on the lot is not accepted.",
             "withdrawn", "in force", NULL);
  plan = make_plan (ISO, 100, "II", "0.40", VOUCH_SEVERITY_TIGHTENED);
  check_why (&plan, "tightened inspection", "Table 2-B has an arrow down for letter F at AQL 0.40",
             "the plan of letter H is used, with its own sample size.", "The sample size is n = 50.", "Ac = 0", NULL);
  plan = make_plan (ISO, 100, "II", "1.0", VOUCH_SEVERITY_NORMAL);
  check_why (&plan, "has an arrow up for letter F", "letter E is used", "n = 13", NULL);
}

static void
test_the_explanation_tells_the_special_cases (void)
{
  VouchSamplingPlan plan = make_plan (ISO, 10, "II", "0.010", VOUCH_SEVERITY_NORMAL);

  check_why (&plan, "The sample size 1250 covers the whole lot of 10: this is 100 % inspection", NULL);
  plan = make_plan (ISO, 1, "II", "1.0", VOUCH_SEVERITY_NORMAL);
  check_why (&plan, "A lot of 1 has no code letter", "full inspection", "Re = 1: from 1 nonconforming item on", NULL);
  plan = make_plan (ISO, 1000, "II", "40", VOUCH_SEVERITY_REDUCED);
  check_why (&plan, "Table 2-C", "nonconformities per 100 items", NULL);
  plan = make_plan (MIL, 1000, "II", "1.0", VOUCH_SEVERITY_REDUCED);
  check_why (&plan, "Table II-C", "Between Ac and Re the lot is accepted", "ANSI/ASQ Z1.4", NULL);
}

static void
test_the_explanation_goes_through_the_samples (void)
{
  VouchSamplingPlan plan = make_staged_plan (VOUCH_SAMPLING_TYPE_DOUBLE, 1000, "1.0", VOUCH_SEVERITY_REDUCED);

  check_why (&plan, "MIL-STD-105E = ANSI/ASQ Z1.4, double sampling, reduced inspection.",
             "Table III-C is read at letter J", "Sample 1: n = 20, Ac = 0, Re = 3.",
             "Sample 2: n = 20, Ac = 0, Re = 4.", "between them the next sample is taken",
             "Between Ac and Re of the last sample", NULL);
  plan = make_staged_plan (VOUCH_SAMPLING_TYPE_MULTIPLE, 1000, "1.0", VOUCH_SEVERITY_NORMAL);
  check_why (&plan, "Table IV-A", "Sample 1: n = 20, no acceptance yet, Re = 2.", "Sample 7: n = 20, Ac = 4, Re = 5.",
             NULL);
  plan = make_staged_plan (VOUCH_SAMPLING_TYPE_MULTIPLE, 20, "15", VOUCH_SEVERITY_NORMAL);
  check_why (&plan, "Table IV-A has ++ for letter C at AQL 15: the double plan is used instead.", "Sample 2: n = 3",
             NULL);
  plan = make_staged_plan (VOUCH_SAMPLING_TYPE_DOUBLE, 5, "6.5", VOUCH_SEVERITY_NORMAL);
  check_why (&plan, "Table III-A has an asterisk for letter A at AQL 6.5: the single plan is used instead.",
             "The sample size is n = 2.", NULL);
}

static void
test_names_are_read_back (void)
{
  g_autoptr (GError) error = NULL;
  VouchSamplingStandard standard;
  VouchSeverity severity;

  for (guint i = 0; i < VOUCH_N_SAMPLING_STANDARDS; i++)
    {
      g_assert_true (vouch_sampling_standard_parse (vouch_sampling_standard_get_id (i), &standard, NULL));
      g_assert_cmpuint (standard, ==, i);
    }
  for (guint i = 0; i <= VOUCH_SEVERITY_DISCONTINUED; i++)
    {
      g_assert_true (vouch_severity_parse (vouch_severity_values.names[i], &severity, NULL));
      g_assert_cmpuint (severity, ==, i);
      g_assert_nonnull (vouch_severity_get_label (i));
    }
  g_assert_false (vouch_sampling_standard_parse ("iso2859-1:2026", &standard, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "iso2859-1:1999, mil-std-105e"));
  g_assert_false (vouch_severity_parse (NULL, &severity, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/an-everyday-plan", test_an_everyday_plan);
  g_test_add_func ("/plan/an-arrow-takes-letter-n-ac-and-re", test_an_arrow_takes_letter_n_ac_and_re);
  g_test_add_func ("/plan/tightened-can-lead-to-letter-s", test_tightened_can_lead_to_letter_s);
  g_test_add_func ("/plan/a-lot-of-one-has-no-letter", test_a_lot_of_one_has_no_letter);
  g_test_add_func ("/plan/a-sample-as-large-as-the-lot-is-full-inspection",
                   test_a_sample_as_large_as_the_lot_is_full_inspection);
  g_test_add_func ("/plan/above-aql-10-nonconformities-are-counted", test_above_aql_10_nonconformities_are_counted);
  g_test_add_func ("/plan/an-aql-is-a-number", test_an_aql_is_a_number);
  g_test_add_func ("/plan/impossible-lots-are-refused", test_impossible_lots_are_refused);
  g_test_add_func ("/plan/an-unknown-level-or-aql-lists-those-that-exist",
                   test_an_unknown_level_or_aql_lists_those_that_exist);
  g_test_add_func ("/plan/discontinued-inspection-has-no-plan", test_discontinued_inspection_has_no_plan);
  g_test_add_func ("/plan/a-lot-is-accepted-only-when-all-is-inspected",
                   test_a_lot_is_accepted_only_when_all_is_inspected);
  g_test_add_func ("/plan/a-lot-is-rejected-as-soon-as-re-is-reached", test_a_lot_is_rejected_as_soon_as_re_is_reached);
  g_test_add_func ("/plan/full-inspection-is-judged-after-the-last-item",
                   test_full_inspection_is_judged_after_the_last_item);
  g_test_add_func ("/plan/the-gap-of-reduced-mil-inspection-accepts", test_the_gap_of_reduced_mil_inspection_accepts);
  g_test_add_func ("/plan/a-second-sample-decides-what-the-first-does-not",
                   test_a_second_sample_decides_what_the_first_does_not);
  g_test_add_func ("/plan/multiple-plans-go-on-to-the-seventh-sample", test_multiple_plans_go_on_to_the_seventh_sample);
  g_test_add_func ("/plan/a-lot-that-is-used-up-is-decided", test_a_lot_that_is_used_up_is_decided);
  g_test_add_func ("/plan/references-name-the-plan-in-use", test_references_name_the_plan_in_use);
  g_test_add_func ("/plan/iso-has-single-plans-only", test_iso_has_single_plans_only);
  g_test_add_func ("/plan/impossible-counts-never-accept", test_impossible_counts_never_accept);
  g_test_add_func ("/plan/tightened-never-accepts-more-than-normal", test_tightened_never_accepts_more_than_normal);
  g_test_add_func ("/plan/the-explanation-names-everything", test_the_explanation_names_everything);
  g_test_add_func ("/plan/the-explanation-tells-the-special-cases", test_the_explanation_tells_the_special_cases);
  g_test_add_func ("/plan/the-explanation-goes-through-the-samples", test_the_explanation_goes_through_the_samples);
  g_test_add_func ("/plan/names-are-read-back", test_names_are_read_back);
  return g_test_run ();
}
