/* Readings judged by the plans of their defect classes. */
#include <math.h>

#include "vouch-judgement.h"

/* Three checks: of a major (1), a critical (2) and a minor defect (3). The fourth is measured. */
enum
{
  MAJOR,
  CRITICAL,
  MINOR,
  MEASURED,
  N_CHECKS,
};

typedef struct
{
  GPtrArray *characteristics;
  GPtrArray *readings;
  GPtrArray *plans;
  GHashTable *defects;
  VouchInspection inspection;
  VouchTally *tally;
  VouchJudgement *judgement;
} Fixture;

static void
add_check (Fixture *self, int index, VouchDefectClass class)
{
  VouchCharacteristic *check = vouch_characteristic_new ();
  VouchDefectCode *defect = vouch_defect_code_new ();

  check->id = 100 + index;
  check->required = index != MEASURED;
  check->kind = index == MEASURED ? VOUCH_CHARACTERISTIC_KIND_VARIABLE : VOUCH_CHARACTERISTIC_KIND_ATTRIBUTE;
  check->has_lower = index == MEASURED;
  check->lower = 10 * G_GINT64_CONSTANT (1000000);
  check->defect_code_id = 200 + index;
  g_ptr_array_add (self->characteristics, check);
  defect->id = 200 + index;
  defect->class = class;
  g_hash_table_insert (self->defects, &defect->id, defect);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->characteristics = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_characteristic_free);
  self->readings = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_reading_free);
  self->plans = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_class_plan_free);
  self->defects = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify)vouch_defect_code_free);
  self->inspection.lot_size = 1000;
  add_check (self, MAJOR, VOUCH_DEFECT_CLASS_MAJOR);
  add_check (self, CRITICAL, VOUCH_DEFECT_CLASS_CRITICAL);
  add_check (self, MINOR, VOUCH_DEFECT_CLASS_MINOR);
  add_check (self, MEASURED, VOUCH_DEFECT_CLASS_MAJOR);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  vouch_judgement_free (self->judgement);
  vouch_tally_free (self->tally);
  g_ptr_array_unref (self->plans);
  g_ptr_array_unref (self->readings);
  g_ptr_array_unref (self->characteristics);
  g_hash_table_unref (self->defects);
}

static VouchClassPlan *
add_plan (Fixture *self, VouchDefectScope scope, const char *samples)
{
  VouchClassPlan *plan = vouch_class_plan_new ();

  plan->position = self->plans->len + 1;
  plan->scope = scope;
  plan->samples = g_strdup (samples);
  g_ptr_array_add (self->plans, plan);
  return plan;
}

static void
add (Fixture *self, gint64 position, int check, VouchResult result)
{
  VouchReading *reading = vouch_reading_new ();

  reading->id = 1000 + self->readings->len;
  reading->position = position;
  reading->characteristic_id = 100 + check;
  reading->result = result;
  reading->defect_code_id = result == VOUCH_RESULT_FAIL ? 200 + check : 0;
  g_ptr_array_add (self->readings, reading);
}

static void
pass (Fixture *self, gint64 from, gint64 to, int check)
{
  for (gint64 position = from; position <= to; position++)
    add (self, position, check, VOUCH_RESULT_PASS);
}

static void
pass_all (Fixture *self, gint64 from, gint64 to)
{
  for (int check = MAJOR; check <= MINOR; check++)
    pass (self, from, to, check);
}

static VouchVerdict
judge (Fixture *self, gint64 drawn)
{
  self->inspection.sample_size = drawn;
  g_clear_pointer (&self->judgement, vouch_judgement_free);
  g_clear_pointer (&self->tally, vouch_tally_free);
  self->tally = vouch_tally_new (self->characteristics, self->readings, drawn);
  self->judgement =
      vouch_judgement_new (self->plans, &self->inspection, self->characteristics, self->defects, self->tally);
  return vouch_judgement_get_verdict (self->judgement);
}

static const VouchClassStanding *
get (Fixture *self, guint index)
{
  return vouch_judgement_get_class (self->judgement, index);
}

static void
test_nothing_is_accepted_before_it_is_inspected (Fixture *self, gconstpointer data)
{
  add_plan (self, VOUCH_DEFECT_SCOPE_ALL, "5/0/1");
  g_assert_cmpint (judge (self, 5), ==, VOUCH_VERDICT_OPEN);
  pass_all (self, 1, 4);
  pass (self, 5, 5, MAJOR);
  g_assert_cmpint (judge (self, 5), ==, VOUCH_VERDICT_OPEN);
  g_assert_cmpint (get (self, 0)->inspected, ==, 4);
  pass (self, 5, 5, CRITICAL);
  pass (self, 5, 5, MINOR);
  g_assert_cmpint (judge (self, 5), ==, VOUCH_VERDICT_ACCEPT);
}

static void
test_without_plans_there_is_no_verdict (Fixture *self, gconstpointer data)
{
  pass_all (self, 1, 5);
  g_assert_cmpint (judge (self, 5), ==, VOUCH_VERDICT_OPEN);
}

static void
test_one_plan_is_done_with_a_unit_that_fails (Fixture *self, gconstpointer data)
{
  add_plan (self, VOUCH_DEFECT_SCOPE_ALL, "2/1/2");
  add (self, 1, MAJOR, VOUCH_RESULT_FAIL);
  g_assert_cmpint (judge (self, 2), ==, VOUCH_VERDICT_OPEN);
  g_assert_cmpint (vouch_tally_get_next_position (self->tally), ==, 2);
  g_assert_cmpint (get (self, 0)->found, ==, 1);
}

static void
test_a_stage_follows_only_what_decides_nothing (Fixture *self, gconstpointer data)
{
  add_plan (self, VOUCH_DEFECT_SCOPE_ALL, "2/0/2 2/1/2");
  pass_all (self, 1, 2);
  g_assert_cmpint (judge (self, 2), ==, VOUCH_VERDICT_ACCEPT);
  g_assert_cmpint (vouch_judgement_get_to_draw (self->judgement), ==, 0);
  g_ptr_array_set_size (self->readings, 0);
  add (self, 1, MAJOR, VOUCH_RESULT_FAIL);
  pass_all (self, 2, 2);
  g_assert_cmpint (judge (self, 2), ==, VOUCH_VERDICT_OPEN);
  g_assert_cmpuint (get (self, 0)->stage, ==, 1);
  g_assert_cmpint (vouch_judgement_get_to_draw (self->judgement), ==, 2);
  pass_all (self, 3, 4);
  g_assert_cmpint (judge (self, 4), ==, VOUCH_VERDICT_ACCEPT);
  g_assert_cmpint (get (self, 0)->found, ==, 1);
  g_ptr_array_set_size (self->readings, 1);
  add (self, 2, MAJOR, VOUCH_RESULT_FAIL);
  g_assert_cmpint (judge (self, 2), ==, VOUCH_VERDICT_REJECT);
}

/* The last stage accepts what it does not reject (reduced inspection of MIL-STD-105E). */
static void
test_the_gap_is_accepted (Fixture *self, gconstpointer data)
{
  add_plan (self, VOUCH_DEFECT_SCOPE_ALL, "3/0/2");
  add (self, 1, MAJOR, VOUCH_RESULT_FAIL);
  pass_all (self, 2, 3);
  g_assert_cmpint (judge (self, 3), ==, VOUCH_VERDICT_ACCEPT);
}

static void
test_each_check_is_wanted_where_its_class_is_judged (Fixture *self, gconstpointer data)
{
  add_plan (self, VOUCH_DEFECT_SCOPE_CRITICAL, "5/0/1");
  add_plan (self, VOUCH_DEFECT_SCOPE_MAJOR, "3/1/2");
  add_plan (self, VOUCH_DEFECT_SCOPE_MINOR, "2/1/2");
  judge (self, 5);
  g_assert_true (vouch_tally_is_open (self->tally, 2, MINOR));
  g_assert_false (vouch_tally_is_open (self->tally, 3, MINOR));
  g_assert_true (vouch_tally_is_open (self->tally, 3, MAJOR));
  g_assert_false (vouch_tally_is_open (self->tally, 4, MAJOR));
  g_assert_true (vouch_tally_is_open (self->tally, 5, CRITICAL));
}

/* ISO 2859-1:1999, 3.1.8, note. */
static void
test_a_unit_counts_for_its_gravest_class (Fixture *self, gconstpointer data)
{
  add_plan (self, VOUCH_DEFECT_SCOPE_MINOR, "4/1/2");
  add_plan (self, VOUCH_DEFECT_SCOPE_CRITICAL, "2/1/2");
  add (self, 1, CRITICAL, VOUCH_RESULT_FAIL);
  add (self, 1, MINOR, VOUCH_RESULT_FAIL);
  add (self, 3, CRITICAL, VOUCH_RESULT_FAIL); /* nobody judges critical defects on unit 3 */
  add (self, 3, MINOR, VOUCH_RESULT_FAIL);
  judge (self, 4);
  g_assert_cmpint (get (self, 0)->plan->scope, ==, VOUCH_DEFECT_SCOPE_CRITICAL);
  g_assert_cmpint (get (self, 0)->found, ==, 1);
  g_assert_cmpint (get (self, 1)->found, ==, 1);
  g_assert_cmpint (vouch_tally_get_nonconforming (self->tally), ==, 2);
}

static void
test_nonconformities_of_a_class_all_count (Fixture *self, gconstpointer data)
{
  VouchClassPlan *plan = add_plan (self, VOUCH_DEFECT_SCOPE_ALL, "1/2/3");

  plan->counts_nonconformities = TRUE;
  add (self, 1, MAJOR, VOUCH_RESULT_FAIL);
  add (self, 1, CRITICAL, VOUCH_RESULT_FAIL);
  g_assert_cmpint (judge (self, 1), ==, VOUCH_VERDICT_OPEN);
  add (self, 1, MINOR, VOUCH_RESULT_FAIL);
  g_assert_cmpint (judge (self, 1), ==, VOUCH_VERDICT_REJECT);
  g_assert_cmpint (get (self, 0)->found, ==, 3);
}

/* What does not apply to a unit is no reason to wait for it; what nobody has to check is looked for with every check.
 */
static void
test_a_class_is_done_where_its_check_does_not_apply (Fixture *self, gconstpointer data)
{
  add_plan (self, VOUCH_DEFECT_SCOPE_CRITICAL, "1/0/1");
  add_plan (self, VOUCH_DEFECT_SCOPE_MINOR, "1/0/1");
  add (self, 1, MINOR, VOUCH_RESULT_NOT_APPLICABLE);
  g_assert_cmpint (judge (self, 1), ==, VOUCH_VERDICT_OPEN);
  g_assert_cmpint (get (self, 1)->inspected, ==, 0); /* nothing applied to the unit so far */
  add (self, 1, MAJOR, VOUCH_RESULT_PASS);
  add (self, 1, CRITICAL, VOUCH_RESULT_PASS);
  g_assert_cmpint (judge (self, 1), ==, VOUCH_VERDICT_ACCEPT);
}

static void
test_a_class_that_nobody_has_to_check_is_looked_for_with_every_check (Fixture *self, gconstpointer data)
{
  ((VouchCharacteristic *)g_ptr_array_index (self->characteristics, MINOR))->required = FALSE;
  add_plan (self, VOUCH_DEFECT_SCOPE_CRITICAL, "1/0/1");
  add_plan (self, VOUCH_DEFECT_SCOPE_MINOR, "2/0/1");
  pass (self, 1, 2, CRITICAL);
  g_assert_cmpint (judge (self, 2), ==, VOUCH_VERDICT_OPEN);
  g_assert_cmpint (vouch_tally_get_next_position (self->tally), ==, 1);
  pass (self, 1, 2, MAJOR);
  g_assert_cmpint (judge (self, 2), ==, VOUCH_VERDICT_ACCEPT);
}

/* Nobody said that it is less. */
static void
test_a_failure_without_a_defect_is_critical (Fixture *self, gconstpointer data)
{
  add_plan (self, VOUCH_DEFECT_SCOPE_CRITICAL, "3/0/1");
  add_plan (self, VOUCH_DEFECT_SCOPE_MINOR, "3/1/2");
  add (self, 1, MINOR, VOUCH_RESULT_FAIL);
  ((VouchReading *)g_ptr_array_index (self->readings, 0))->defect_code_id = 0;
  g_assert_cmpint (judge (self, 3), ==, VOUCH_VERDICT_REJECT);
  g_assert_cmpint (get (self, 0)->verdict, ==, VOUCH_VERDICT_REJECT);
}

static void
test_a_sample_ends_with_the_lot (Fixture *self, gconstpointer data)
{
  self->inspection.lot_size = 3;
  add_plan (self, VOUCH_DEFECT_SCOPE_ALL, "2/0/2 2/1/2");
  add (self, 1, MAJOR, VOUCH_RESULT_FAIL);
  pass_all (self, 2, 2);
  g_assert_cmpint (judge (self, 2), ==, VOUCH_VERDICT_OPEN);
  g_assert_cmpint (vouch_judgement_get_to_draw (self->judgement), ==, 1);
  pass_all (self, 3, 3);
  g_assert_cmpint (judge (self, 3), ==, VOUCH_VERDICT_ACCEPT);
}

static void
measure (Fixture *self, gint64 position, double value)
{
  VouchReading *reading;

  add (self, position, MEASURED, value < 10 ? VOUCH_RESULT_FAIL : VOUCH_RESULT_PASS);
  reading = g_ptr_array_index (self->readings, self->readings->len - 1);
  reading->has_value = TRUE;
  reading->value = (gint64)llround (value * 1000000);
}

/* Letter B of Z1.9 measures 3 units. What is outside the limits counts for no other class. */
static void
test_readings_are_judged_together (Fixture *self, gconstpointer data)
{
  VouchClassPlan *plan;

  add_plan (self, VOUCH_DEFECT_SCOPE_ALL, "3/0/1");
  plan = add_plan (self, VOUCH_DEFECT_SCOPE_ALL, "3/0/1");
  plan->method = VOUCH_SAMPLING_METHOD_VARIABLES;
  plan->characteristic_id = 100 + MEASURED;
  plan->variables_method = g_strdup ("s");
  plan->plan_letter = g_strdup ("B");
  plan->aql = g_strdup ("4.0");
  pass_all (self, 1, 3);
  measure (self, 1, 12.0);
  measure (self, 2, 12.1);
  g_assert_cmpint (judge (self, 3), ==, VOUCH_VERDICT_OPEN);
  g_assert_cmpint (get (self, 0)->verdict, ==, VOUCH_VERDICT_ACCEPT);
  measure (self, 3, 12.2);
  g_assert_cmpint (judge (self, 3), ==, VOUCH_VERDICT_ACCEPT);
  g_ptr_array_remove_index (self->readings, self->readings->len - 1);
  measure (self, 3, 8.0);
  g_assert_cmpint (judge (self, 3), ==, VOUCH_VERDICT_REJECT);
  g_assert_cmpint (get (self, 0)->verdict, ==, VOUCH_VERDICT_ACCEPT);
  g_assert_cmpint (get (self, 1)->verdict, ==, VOUCH_VERDICT_REJECT);
}

static void
test_a_skip_lot_rule_judges_nothing (Fixture *self, gconstpointer data)
{
  VouchClassPlan *plan = add_plan (self, VOUCH_DEFECT_SCOPE_ALL, "-");

  plan->method = VOUCH_SAMPLING_METHOD_SKIP_LOT;
  add_plan (self, VOUCH_DEFECT_SCOPE_ALL, "1/0/1");
  pass_all (self, 1, 1);
  g_assert_cmpint (judge (self, 1), ==, VOUCH_VERDICT_ACCEPT);
  g_assert_cmpuint (vouch_judgement_get_n_classes (self->judgement), ==, 1);
}

/* Samples that cannot be read, of a database that was tampered with, accept nothing. */
static void
test_unreadable_samples_accept_nothing (Fixture *self, gconstpointer data)
{
  add_plan (self, VOUCH_DEFECT_SCOPE_ALL, "80/2");
  add (self, 1, MAJOR, VOUCH_RESULT_FAIL);
  g_assert_cmpint (judge (self, 1), ==, VOUCH_VERDICT_REJECT);
}

#define ADD(name, func) g_test_add ("/sampling/judgement/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("nothing-is-accepted-before-it-is-inspected", test_nothing_is_accepted_before_it_is_inspected);
  ADD ("without-plans-there-is-no-verdict", test_without_plans_there_is_no_verdict);
  ADD ("one-plan-is-done-with-a-unit-that-fails", test_one_plan_is_done_with_a_unit_that_fails);
  ADD ("a-stage-follows-only-what-decides-nothing", test_a_stage_follows_only_what_decides_nothing);
  ADD ("the-gap-is-accepted", test_the_gap_is_accepted);
  ADD ("each-check-is-wanted-where-its-class-is-judged", test_each_check_is_wanted_where_its_class_is_judged);
  ADD ("a-unit-counts-for-its-gravest-class", test_a_unit_counts_for_its_gravest_class);
  ADD ("nonconformities-of-a-class-all-count", test_nonconformities_of_a_class_all_count);
  ADD ("a-class-is-done-where-its-check-does-not-apply", test_a_class_is_done_where_its_check_does_not_apply);
  ADD ("a-class-that-nobody-has-to-check-is-looked-for-with-every-check",
       test_a_class_that_nobody_has_to_check_is_looked_for_with_every_check);
  ADD ("a-failure-without-a-defect-is-critical", test_a_failure_without_a_defect_is_critical);
  ADD ("a-sample-ends-with-the-lot", test_a_sample_ends_with_the_lot);
  ADD ("readings-are-judged-together", test_readings_are_judged_together);
  ADD ("a-skip-lot-rule-judges-nothing", test_a_skip_lot_rule_judges_nothing);
  ADD ("unreadable-samples-accept-nothing", test_unreadable_samples_accept_nothing);
  return g_test_run ();
}
