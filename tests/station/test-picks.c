/* What is taken from a lot: on the list, at the stand and in the report. */
#include "goods.h"
#include "vouch-error.h"
#include "vouch-pick-work.h"

#define SKU "TEA-G100"
#define TEA "09520001000010"
#define CARTON "19520001000017" /* of 20 tins */
#define CARTON_SIZE 20
#define TEXT(text) ((char *)text)
#define BY_AQL(standard_, type_, aql_)                                                                                 \
  .method = VOUCH_SAMPLING_METHOD_AQL, .standard = TEXT (standard_), .type = TEXT (type_), .level = TEXT ("II"),       \
  .aql = TEXT (aql_)

/* Of 1000: 50 with Ac 0 and Re 3, then 50 more with Ac 3 and Re 4. */
static const VouchSamplingRule by_stages[] = { { BY_AQL ("mil-std-105e", "double", "1.0") } };

/* Of 1000: 80 for all, and 45 more for critical defects alone. */
static const VouchSamplingRule by_class[] = {
  { .scope = VOUCH_DEFECT_SCOPE_CRITICAL, .method = VOUCH_SAMPLING_METHOD_FIXED, .n = 125 },
  { .scope = VOUCH_DEFECT_SCOPE_MAJOR, BY_AQL ("iso2859-1:1999", "single", "1.0") },
};

/* A lot of 1000 at the stand, its first unit in the hand. */
static gint64
begin (StationFixture *self, const char *draw_by, const VouchSamplingRule *rules, guint n_rules)
{
  g_autofree char *label = station_fixture_dup_label (self, TEA, "QH26A01", 510, 1000);

  goods_set_rules (self, SKU, draw_by, rules, n_rules);
  station_fixture_scan (self, INSPECTOR);
  station_fixture_scan (self, "PO-2026-0001");
  station_fixture_scan (self, label);
  station_fixture_command (self, VOUCH_COMMAND_OK, 0);
  station_fixture_expect (self, VOUCH_STAGE_CHECK, VOUCH_FEEDBACK_OK);
  return station_fixture_get_lot (self);
}

/* By the multiples that are on the command card. */
static void
pass (StationFixture *self, int units)
{
  static const int multiples[] = { 50, 10, 5, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (multiples); i++)
    for (; units >= multiples[i]; units -= multiples[i])
      {
        if (multiples[i] > 1)
          station_fixture_command (self, VOUCH_COMMAND_MULTIPLY, multiples[i]);
        station_fixture_command (self, VOUCH_COMMAND_PASS, 0);
      }
}

/* The first unit decides nothing by itself. */
static void
fail_first_and_pass (StationFixture *self, int others)
{
  station_fixture_command (self, VOUCH_COMMAND_DEFECT, 8);
  station_fixture_expect (self, VOUCH_STAGE_CHECK, VOUCH_FEEDBACK_FAIL);
  pass (self, others);
  station_fixture_expect (self, VOUCH_STAGE_NEXT_SAMPLE, VOUCH_FEEDBACK_QUESTION);
}

static VouchPickList *
load (StationFixture *self, gint64 lot_id)
{
  g_autoptr (GError) error = NULL;
  VouchPickList *list = vouch_pick_work_load (self->station, lot_id, &error);

  g_assert_no_error (error);
  return list;
}

/* All units of a list as numbers in the lot, and that they are those that were stored, in their order. */
static void
assert_as_stored (StationFixture *self, gint64 lot_id, const VouchPickList *list)
{
  g_autoptr (VouchLotFile) file = goods_load (self, lot_id);
  guint n = 0;

  for (guint i = 0; i < list->samples->len; i++)
    {
      const VouchPickSample *sample = g_ptr_array_index (list->samples, i);

      for (guint k = 0; k < sample->places->len; k++)
        {
          const VouchPickPlace *place = g_ptr_array_index (sample->places, k);

          for (guint j = 0; j < place->units->len; j++, n++)
            {
              const VouchSampleUnit *unit = g_ptr_array_index (file->units, n);
              guint before = place->carton > 0 ? (place->carton - 1) * CARTON_SIZE : 0;

              g_assert_cmpint (unit->unit, ==, before + g_array_index (place->units, guint32, j));
            }
        }
    }
  g_assert_cmpuint (n, ==, file->units->len);
}

static void
test_each_sample_is_listed_by_its_cartons (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = begin (self, CARTON, by_stages, 1);
  g_autoptr (VouchPickList) first = load (self, lot_id), both = NULL;
  const VouchPickSample *sample = g_ptr_array_index (first->samples, 0);

  g_assert_cmpuint (first->samples->len, ==, 1);
  g_assert_cmpuint (sample->stage.n, ==, 50);
  g_assert_cmpint (sample->stage.ac, ==, 0);
  g_assert_null (sample->purpose);
  g_assert_cmpuint (sample->places->len, ==, 50);
  assert_as_stored (self, lot_id, first);
  fail_first_and_pass (self, 49);
  station_fixture_command (self, VOUCH_COMMAND_NEXT, 0);
  both = load (self, lot_id);
  g_assert_cmpuint (both->samples->len, ==, 2);
  sample = g_ptr_array_index (both->samples, 1);
  g_assert_cmpint (sample->stage.ac, ==, 3);
  g_assert_cmpuint (sample->stage.re, ==, 4);
  assert_as_stored (self, lot_id, both);
}

static void
test_a_step_for_some_classes_says_for_which (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = begin (self, NULL, by_class, G_N_ELEMENTS (by_class));
  g_autoptr (VouchPickList) list = load (self, lot_id);
  const VouchPickSample *all = g_ptr_array_index (list->samples, 0);
  const VouchPickSample *critical = g_ptr_array_index (list->samples, 1);

  g_assert_cmpuint (list->samples->len, ==, 2);
  g_assert_cmpuint (all->stage.n, ==, 80);
  g_assert_cmpstr (all->purpose, ==, "for: Critical defects, Major defects");
  g_assert_cmpuint (critical->stage.n, ==, 45);
  g_assert_cmpstr (critical->purpose, ==, "for: Critical defects");
  assert_as_stored (self, lot_id, list);
}

static void
test_nothing_is_listed_before_it_is_drawn (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_counted (self);
  g_autoptr (GError) error = NULL;

  g_assert_null (vouch_pick_work_load (self->station, lot_id, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT);
}

static void
expect_printed (StationFixture *self, VouchStage stage)
{
  g_autoptr (VouchDeskState) state = NULL;

  station_fixture_command (self, VOUCH_COMMAND_PRINT, 0);
  station_fixture_expect (self, stage, VOUCH_FEEDBACK_OK);
  state = vouch_session_dup_state (self->session);
  g_assert_true (g_file_test (state->printed, G_FILE_TEST_EXISTS));
  g_assert_true (vouch_desk_state_offers (state, VOUCH_COMMAND_PRINT));
}

static void
test_the_stand_prints_it_while_units_are_checked (StationFixture *self, gconstpointer data)
{
  begin (self, CARTON, by_stages, 1);
  expect_printed (self, VOUCH_STAGE_CHECK);
  fail_first_and_pass (self, 49);
  expect_printed (self, VOUCH_STAGE_NEXT_SAMPLE);
}

static void
test_the_stand_names_the_carton (StationFixture *self, gconstpointer data)
{
  g_autoptr (VouchDeskState) state = NULL;

  begin (self, CARTON, by_stages, 1);
  pass (self, 4);
  state = vouch_session_dup_state (self->session);
  g_assert_cmpint (state->sample_position, ==, 5);
  g_assert_cmpint (state->sample_carton, ==, 5);
  g_assert_cmpint (state->sample_unit, ==, 4 * CARTON_SIZE + state->sample_carton_unit);
}

static void
test_the_stand_says_which_classes_a_unit_is_for (StationFixture *self, gconstpointer data)
{
  g_autoptr (VouchDeskState) first = NULL, last = NULL, next = NULL;

  begin (self, NULL, by_class, G_N_ELEMENTS (by_class));
  first = vouch_session_dup_state (self->session);
  g_assert_cmpint (first->sample_carton, ==, 0);
  g_assert_null (first->counts_for);
  pass (self, 79);
  last = vouch_session_dup_state (self->session);
  g_assert_cmpint (last->sample_position, ==, 80);
  g_assert_null (last->counts_for);
  pass (self, 1);
  next = vouch_session_dup_state (self->session);
  g_assert_cmpint (next->sample_position, ==, 81);
  g_assert_cmpstr (next->counts_for, ==, "for: Critical defects");
}

#define ADD(name, func)                                                                                                \
  g_test_add ("/station/picks/" name, StationFixture, NULL, station_fixture_set_up, func, station_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("each-sample-is-listed-by-its-cartons", test_each_sample_is_listed_by_its_cartons);
  ADD ("a-step-for-some-classes-says-for-which", test_a_step_for_some_classes_says_for_which);
  ADD ("nothing-is-listed-before-it-is-drawn", test_nothing_is_listed_before_it_is_drawn);
  ADD ("the-stand-prints-it-while-units-are-checked", test_the_stand_prints_it_while_units_are_checked);
  ADD ("the-stand-names-the-carton", test_the_stand_names_the_carton);
  ADD ("the-stand-says-which-classes-a-unit-is-for", test_the_stand_says_which_classes_a_unit_is_for);
  return g_test_run ();
}
