#include "vouch-tally.h"

#define N_CHECKS 3

/* A plan of three checks, the third of them not required, and the readings that a test adds. */
typedef struct
{
  GPtrArray *characteristics;
  GPtrArray *readings;
  VouchTally *tally;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->characteristics = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_characteristic_free);
  self->readings = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_reading_free);
  for (int i = 0; i < N_CHECKS; i++)
    {
      VouchCharacteristic *characteristic = vouch_characteristic_new ();

      characteristic->id = 100 + i;
      characteristic->position = i + 1;
      characteristic->kind = VOUCH_CHARACTERISTIC_KIND_ATTRIBUTE;
      characteristic->required = i < 2;
      g_ptr_array_add (self->characteristics, characteristic);
    }
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  vouch_tally_free (self->tally);
  g_ptr_array_unref (self->characteristics);
  g_ptr_array_unref (self->readings);
}

static gint64
add (Fixture *self, gint64 position, int check, VouchResult result)
{
  VouchReading *reading = vouch_reading_new ();

  reading->id = 1000 + self->readings->len;
  reading->position = position;
  reading->characteristic_id = 100 + check;
  reading->result = result;
  g_ptr_array_add (self->readings, reading);
  return reading->id;
}

static void
undo (Fixture *self, gint64 id)
{
  VouchReading *counter = NULL;

  for (guint i = 0; i < self->readings->len; i++)
    {
      const VouchReading *reading = g_ptr_array_index (self->readings, i);

      if (reading->id == id)
        counter = vouch_record_copy (&vouch_reading_type, reading);
    }
  g_assert_nonnull (counter);
  counter->id = 1000 + self->readings->len;
  counter->undoes_id = id;
  g_ptr_array_add (self->readings, counter);
}

static void
pass (Fixture *self, gint64 position)
{
  add (self, position, 0, VOUCH_RESULT_PASS);
  add (self, position, 1, VOUCH_RESULT_PASS);
}

static const VouchTally *
count (Fixture *self, gint64 sample_size)
{
  g_clear_pointer (&self->tally, vouch_tally_free);
  self->tally = vouch_tally_new (self->characteristics, self->readings, sample_size);
  return self->tally;
}

static void
test_a_unit_without_readings_is_open (Fixture *self, gconstpointer data)
{
  const VouchTally *tally = count (self, 3);

  g_assert_cmpint (vouch_tally_get_standing (tally, 1), ==, VOUCH_STANDING_OPEN);
  g_assert_cmpint (vouch_tally_get_inspected (tally), ==, 0);
  g_assert_cmpint (vouch_tally_get_nonconforming (tally), ==, 0);
  g_assert_cmpint (vouch_tally_get_next_position (tally), ==, 1);
  g_assert_cmpint (vouch_tally_get_next_characteristic (tally, 1), ==, 0);
  g_assert_null (vouch_tally_get_last (tally));
}

static void
test_a_missing_required_reading_keeps_a_unit_open (Fixture *self, gconstpointer data)
{
  const VouchTally *tally;

  add (self, 1, 0, VOUCH_RESULT_PASS);
  add (self, 1, 2, VOUCH_RESULT_PASS);
  tally = count (self, 1);
  g_assert_cmpint (vouch_tally_get_standing (tally, 1), ==, VOUCH_STANDING_OPEN);
  g_assert_cmpint (vouch_tally_get_next_characteristic (tally, 1), ==, 1);
}

static void
test_an_optional_reading_may_be_missing (Fixture *self, gconstpointer data)
{
  const VouchTally *tally;

  pass (self, 1);
  tally = count (self, 1);
  g_assert_cmpint (vouch_tally_get_standing (tally, 1), ==, VOUCH_STANDING_CONFORMING);
  g_assert_cmpint (vouch_tally_get_next_characteristic (tally, 1), ==, -1);
  g_assert_cmpint (vouch_tally_get_next_position (tally), ==, 0);
}

static void
test_a_unit_of_optional_checks_only_is_not_passed_by_default (Fixture *self, gconstpointer data)
{
  for (int i = 0; i < N_CHECKS; i++)
    ((VouchCharacteristic *)g_ptr_array_index (self->characteristics, i))->required = FALSE;
  g_assert_cmpint (vouch_tally_get_standing (count (self, 1), 1), ==, VOUCH_STANDING_OPEN);
}

static void
test_one_failure_makes_a_unit_nonconforming_at_once (Fixture *self, gconstpointer data)
{
  const VouchTally *tally;

  add (self, 2, 1, VOUCH_RESULT_FAIL);
  tally = count (self, 3);
  g_assert_cmpint (vouch_tally_get_standing (tally, 2), ==, VOUCH_STANDING_NONCONFORMING);
  g_assert_cmpint (vouch_tally_get_inspected (tally), ==, 1);
  g_assert_cmpint (vouch_tally_get_nonconforming (tally), ==, 1);
  g_assert_cmpint (vouch_tally_get_next_position (tally), ==, 1);
}

static void
test_a_failed_optional_check_counts (Fixture *self, gconstpointer data)
{
  pass (self, 1);
  add (self, 1, 2, VOUCH_RESULT_FAIL);
  g_assert_cmpint (vouch_tally_get_nonconforming (count (self, 1)), ==, 1);
}

static void
test_two_defects_of_one_unit_are_one_nonconforming_unit (Fixture *self, gconstpointer data)
{
  const VouchTally *tally;

  add (self, 1, 0, VOUCH_RESULT_FAIL);
  add (self, 1, 1, VOUCH_RESULT_FAIL);
  tally = count (self, 2);
  g_assert_cmpint (vouch_tally_get_nonconforming (tally), ==, 1);
  g_assert_cmpint (vouch_tally_get_defects (tally), ==, 2);
}

static void
test_undo_takes_a_reading_out_and_keeps_both_entries (Fixture *self, gconstpointer data)
{
  const VouchTally *tally;
  gint64 id;

  pass (self, 1);
  id = add (self, 2, 0, VOUCH_RESULT_FAIL);
  undo (self, id);
  tally = count (self, 2);
  g_assert_cmpuint (self->readings->len, ==, 4);
  g_assert_cmpint (vouch_tally_get_nonconforming (tally), ==, 0);
  g_assert_cmpint (vouch_tally_get_defects (tally), ==, 0);
  g_assert_cmpint (vouch_tally_get_next_position (tally), ==, 2);
  g_assert_null (vouch_tally_get_reading (tally, 2, 0));
  g_assert_true (vouch_tally_is_undone (tally, g_ptr_array_index (self->readings, 2)));
  g_assert_true (vouch_tally_is_undone (tally, g_ptr_array_index (self->readings, 3)));
  g_assert_false (vouch_tally_is_undone (tally, g_ptr_array_index (self->readings, 1)));
}

static void
test_a_reading_after_undo_is_in_force (Fixture *self, gconstpointer data)
{
  const VouchTally *tally;
  gint64 id = add (self, 1, 0, VOUCH_RESULT_FAIL);

  undo (self, id);
  id = add (self, 1, 0, VOUCH_RESULT_PASS);
  tally = count (self, 1);
  g_assert_cmpint (vouch_tally_get_reading (tally, 1, 0)->id, ==, id);
  g_assert_cmpint (vouch_tally_get_last (tally)->id, ==, id);
}

static void
test_undoing_all_leaves_nothing_to_undo (Fixture *self, gconstpointer data)
{
  undo (self, add (self, 1, 0, VOUCH_RESULT_PASS));
  g_assert_null (vouch_tally_get_last (count (self, 1)));
}

static void
test_readings_of_other_units_and_checks_are_not_counted (Fixture *self, gconstpointer data)
{
  const VouchTally *tally;

  add (self, 0, 0, VOUCH_RESULT_FAIL);
  add (self, 3, 0, VOUCH_RESULT_FAIL);
  add (self, 1, 7, VOUCH_RESULT_FAIL);
  tally = count (self, 2);
  g_assert_cmpint (vouch_tally_get_defects (tally), ==, 0);
  g_assert_null (vouch_tally_get_last (tally));
}

static void
test_the_next_unit_is_the_first_open_one (Fixture *self, gconstpointer data)
{
  const VouchTally *tally;

  pass (self, 1);
  pass (self, 3);
  tally = count (self, 4);
  g_assert_cmpint (vouch_tally_get_next_position (tally), ==, 2);
  g_assert_cmpint (vouch_tally_get_inspected (tally), ==, 2);
}

static void
test_a_value_on_the_limit_passes (void)
{
  VouchCharacteristic both = { .has_lower = TRUE, .has_upper = TRUE, .lower = 10, .upper = 20 };
  VouchCharacteristic upper = { .has_upper = TRUE, .upper = 0 };
  VouchCharacteristic none = { .lower = 10, .upper = 5 };

  g_assert_cmpint (vouch_characteristic_judge (&both, 10), ==, VOUCH_RESULT_PASS);
  g_assert_cmpint (vouch_characteristic_judge (&both, 20), ==, VOUCH_RESULT_PASS);
  g_assert_cmpint (vouch_characteristic_judge (&both, 9), ==, VOUCH_RESULT_FAIL);
  g_assert_cmpint (vouch_characteristic_judge (&both, 21), ==, VOUCH_RESULT_FAIL);
  g_assert_cmpint (vouch_characteristic_judge (&upper, G_MININT64), ==, VOUCH_RESULT_PASS);
  g_assert_cmpint (vouch_characteristic_judge (&upper, 1), ==, VOUCH_RESULT_FAIL);
  g_assert_cmpint (vouch_characteristic_judge (&none, 7), ==, VOUCH_RESULT_PASS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/tally/a-unit-without-readings-is-open", test_a_unit_without_readings_is_open);
  ADD ("/tally/a-missing-required-reading-keeps-a-unit-open", test_a_missing_required_reading_keeps_a_unit_open);
  ADD ("/tally/an-optional-reading-may-be-missing", test_an_optional_reading_may_be_missing);
  ADD ("/tally/a-unit-of-optional-checks-only-is-not-passed-by-default",
       test_a_unit_of_optional_checks_only_is_not_passed_by_default);
  ADD ("/tally/one-failure-makes-a-unit-nonconforming-at-once", test_one_failure_makes_a_unit_nonconforming_at_once);
  ADD ("/tally/a-failed-optional-check-counts", test_a_failed_optional_check_counts);
  ADD ("/tally/two-defects-of-one-unit-are-one-nonconforming-unit",
       test_two_defects_of_one_unit_are_one_nonconforming_unit);
  ADD ("/tally/undo-takes-a-reading-out-and-keeps-both-entries", test_undo_takes_a_reading_out_and_keeps_both_entries);
  ADD ("/tally/a-reading-after-undo-is-in-force", test_a_reading_after_undo_is_in_force);
  ADD ("/tally/undoing-all-leaves-nothing-to-undo", test_undoing_all_leaves_nothing_to_undo);
  ADD ("/tally/readings-of-other-units-and-checks-are-not-counted",
       test_readings_of_other_units_and_checks_are_not_counted);
  ADD ("/tally/the-next-unit-is-the-first-open-one", test_the_next_unit_is_the_first_open_one);
  g_test_add_func ("/tally/a-value-on-the-limit-passes", test_a_value_on_the_limit_passes);
  return g_test_run ();
}
