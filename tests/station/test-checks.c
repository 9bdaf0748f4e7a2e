/* What a check can ask for besides an answer, at the use cases and at the stand. */
#include "goods.h"
#include "vouch-error.h"
#include "vouch-lot-series.h"

/* A PNG of 24 × 16 pixels. */
static const char png[] =
    "iVBORw0KGgoAAAANSUhEUgAAABgAAAAQCAIAAACDRijCAAAAIUlEQVR42mM4oSFCEMkRgRhGDRrhBu0jiOSIQKMGjWiDAHivhhA"
    "D3v9UAAAAAElFTkSuQmCC";

static GBytes *
make_picture (void)
{
  gsize length;
  guint8 *bytes = g_base64_decode (png, &length);

  return g_bytes_new_take (bytes, length);
}

static gpointer
write_sql (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_conn_exec (conn, data, error) ? data : NULL;
}

/* The example plans ask for nothing special, so a test writes what its plan asks for, although plans never change. */
static void
change_check (StationFixture *self, const char *what, int position)
{
  g_autofree char *sql = g_strdup_printf ("DROP TRIGGER IF EXISTS characteristic_no_update;"
                                          "UPDATE characteristic SET %s = 1 WHERE position = %d",
                                          what, position);
  g_autoptr (GError) error = NULL;

  vouch_db_write (vouch_station_get_db (self->station), write_sql, sql, &error);
  g_assert_no_error (error);
}

static VouchProgress *
record (StationFixture *self, gint64 lot_id, int check, VouchRecordRequest request, GError **error)
{
  g_autoptr (VouchLotFile) file = goods_load (self, lot_id);

  request.lot_id = lot_id;
  request.position = request.position != 0 ? request.position : 1;
  request.characteristic_id = ((const VouchCharacteristic *)g_ptr_array_index (file->characteristics, check - 1))->id;
  return goods_run (self, &vouch_inspect_record, INSPECTOR, &request, error);
}

static void
assert_refused (GError **error, VouchErrorCode code, const char *field)
{
  g_assert_error (*error, VOUCH_ERROR, (int)code);
  g_test_message ("%s", (*error)->message);
  g_assert_cmpstr (vouch_error_get_field (*error), ==, field);
  g_clear_error (error);
}

static gint64
plan_tea (StationFixture *self)
{
  gint64 lot_id = goods_tea_counted (self);

  goods_plan (self, lot_id);
  return lot_id;
}

static void
test_nothing_applies_only_where_the_plan_says_so (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = plan_tea (self);
  g_autoptr (GError) error = NULL;
  VouchRecordRequest none = { .result = VOUCH_RESULT_NOT_APPLICABLE };

  g_assert_null (record (self, lot_id, 1, none, &error));
  assert_refused (&error, VOUCH_ERROR_INVALID, "result");
  change_check (self, "may_not_apply", 1);
  vouch_progress_free (record (self, lot_id, 1, none, &error));
  g_assert_no_error (error);
}

static void
test_a_unit_to_which_nothing_applies_does_not_pass (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = plan_tea (self);
  g_autoptr (GError) error = NULL;
  VouchRecordRequest none = { .result = VOUCH_RESULT_NOT_APPLICABLE };

  for (int check = 1; check <= 3; check++)
    change_check (self, "may_not_apply", check);
  vouch_progress_free (record (self, lot_id, 1, none, &error));
  vouch_progress_free (record (self, lot_id, 2, none, &error));
  g_assert_no_error (error);
  g_assert_null (record (self, lot_id, 3, none, &error));
  assert_refused (&error, VOUCH_ERROR_INVALID, "result");
  vouch_progress_free (record (self, lot_id, 3, (VouchRecordRequest){ .result = VOUCH_RESULT_PASS }, &error));
  g_assert_no_error (error);
  {
    g_autoptr (VouchLotFile) file = goods_load (self, lot_id);

    g_assert_cmpint (vouch_tally_get_standing (file->tally, 1), ==, VOUCH_STANDING_CONFORMING);
  }
}

static void
test_a_check_with_a_photo_is_recorded_with_it (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = plan_tea (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) picture = make_picture ();
  g_autoptr (VouchProgress) progress = NULL;

  change_check (self, "photo_required", 1);
  g_assert_null (record (self, lot_id, 1, (VouchRecordRequest){ .result = VOUCH_RESULT_PASS }, &error));
  assert_refused (&error, VOUCH_ERROR_INVALID, "picture");
  progress = record (self, lot_id, 1, (VouchRecordRequest){ .result = VOUCH_RESULT_PASS, .picture = picture }, &error);
  g_assert_no_error (error);
  g_assert_cmpint (station_fixture_ask (self, "SELECT subject_id FROM attachment WHERE subject = 'reading'"), ==,
                   progress->reading_id);
}

/* A pass at a glance leaves open what asks for more than a glance. */
static void
test_a_pass_at_a_glance_leaves_open (StationFixture *self, gconstpointer what)
{
  gint64 lot_id = plan_tea (self);
  g_autoptr (VouchLotFile) file = NULL;

  change_check (self, what, 2);
  goods_pass (self, lot_id, 1);
  file = goods_load (self, lot_id);
  g_assert_cmpuint (file->readings->len, ==, 2);
  g_assert_cmpint (vouch_tally_get_next_position (file->tally), ==, 1);
}

static void
test_a_second_person_is_another_inspector (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = plan_tea (self);
  g_autoptr (GError) error = NULL;
  VouchRecordRequest pass = { .result = VOUCH_RESULT_PASS };
  static const char *const wrong[] = { INSPECTOR, QA_LEAD, "VB9999" };

  change_check (self, "second_person", 1);
  g_assert_null (record (self, lot_id, 1, pass, &error));
  assert_refused (&error, VOUCH_ERROR_INVALID, "second");
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      pass.second = (char *)wrong[i];
      g_assert_null (record (self, lot_id, 1, pass, &error));
      assert_refused (&error, VOUCH_ERROR_DENIED, "second");
    }
  pass.second = (char *)OTHER_INSPECTOR;
  vouch_progress_free (record (self, lot_id, 1, pass, &error));
  g_assert_no_error (error);
  g_assert_cmpint (station_fixture_ask (self, "SELECT second_id = (SELECT id FROM user WHERE badge = 'VB1003')"
                                              " FROM reading"),
                   ==, 1);
}

static void
test_notes_are_capped (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = plan_tea (self);
  g_autofree char *long_note = g_strnfill (10 << 20, 'x');
  g_autoptr (GString) piled = g_string_new ("e");
  g_autoptr (GError) error = NULL;
  VouchRecordRequest pass = { .result = VOUCH_RESULT_PASS, .note = long_note };

  g_assert_null (record (self, lot_id, 1, pass, &error));
  assert_refused (&error, VOUCH_ERROR_INVALID, "note");
  for (int i = 0; i < 1000; i++)
    g_string_append (piled, "\u0301");
  pass.note = piled->str;
  g_assert_null (record (self, lot_id, 1, pass, &error));
  assert_refused (&error, VOUCH_ERROR_INVALID, "note");
  pass.note = (char *)"<span size='9999999'> %s%n '; DROP TABLE reading;--";
  vouch_progress_free (record (self, lot_id, 1, pass, &error));
  g_assert_no_error (error);
}

/* 50 bags of rice: two attributes, then a measurement of at least 4.95 kg. */
static void
go_to_weight (StationFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchCounted) counted =
      goods_count (self, goods_open (self, "PO-2026-0003"), "RICE-5KG", "R1", 400, 50, &error);

  g_assert_no_error (error);
  station_fixture_scan (self, INSPECTOR);
  vouch_session_resume (self->session, counted->lot_id);
  station_fixture_command (self, VOUCH_COMMAND_PASS, 0);
  station_fixture_expect (self, VOUCH_STAGE_CHECK, VOUCH_FEEDBACK_OK);
}

static gint64
last_value (StationFixture *self)
{
  return station_fixture_ask (self, "SELECT value FROM reading WHERE has_value ORDER BY id DESC LIMIT 1");
}

static void
test_a_gauge_types_its_value (StationFixture *self, gconstpointer data)
{
  go_to_weight (self);
  station_fixture_scan (self, "ST,GS,+  5.02 kg");
  station_fixture_expect (self, VOUCH_STAGE_CHECK, VOUCH_FEEDBACK_OK);
  g_assert_cmpint (last_value (self), ==, 5020000);
}

static void
test_another_unit_is_asked_about (StationFixture *self, gconstpointer data)
{
  go_to_weight (self);
  station_fixture_scan (self, "5020 g");
  station_fixture_expect (self, VOUCH_STAGE_ASK_VALUE, VOUCH_FEEDBACK_QUESTION);
  station_fixture_command (self, VOUCH_COMMAND_NO, 0);
  station_fixture_expect (self, VOUCH_STAGE_CHECK, VOUCH_FEEDBACK_NONE);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM reading WHERE has_value"), ==, 0);
  station_fixture_scan (self, "5020 g");
  station_fixture_command (self, VOUCH_COMMAND_OK, 0);
  station_fixture_expect (self, VOUCH_STAGE_CHECK, VOUCH_FEEDBACK_OK);
  g_assert_cmpint (last_value (self), ==, 5020000);
  g_assert_cmpint (station_fixture_ask (self, "SELECT entered FROM reading WHERE entered_unit = 'g'"), ==,
                   PIECES (5020));
  station_fixture_command (self, VOUCH_COMMAND_PASS, 0);
  station_fixture_scan (self, "12.5 mm");
  station_fixture_expect (self, VOUCH_STAGE_CHECK, VOUCH_FEEDBACK_MISREAD);
}

static void
test_a_value_far_out_is_asked_about (StationFixture *self, gconstpointer data)
{
  go_to_weight (self);
  station_fixture_scan (self, "0.502");
  station_fixture_expect (self, VOUCH_STAGE_ASK_VALUE, VOUCH_FEEDBACK_QUESTION);
  station_fixture_scan (self, "5.02");
  station_fixture_expect (self, VOUCH_STAGE_CHECK, VOUCH_FEEDBACK_OK);
  g_assert_cmpint (last_value (self), ==, 5020000);
}

static void
test_a_moving_gauge_is_not_believed (StationFixture *self, gconstpointer data)
{
  go_to_weight (self);
  station_fixture_scan (self, "US,GS,+  5.02 kg");
  station_fixture_expect (self, VOUCH_STAGE_CHECK, VOUCH_FEEDBACK_MISREAD);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM reading WHERE has_value"), ==, 0);
}

/* What charts are drawn of: the readings that count, in the order in which they were recorded. */
static void
test_what_was_undone_is_in_no_series (StationFixture *self, gconstpointer data)
{
  g_autoptr (VouchLotFile) file = NULL;
  g_autoptr (GPtrArray) list = NULL;
  const VouchReadingSeries *series;

  go_to_weight (self);
  station_fixture_scan (self, "5.07 kg");
  station_fixture_command (self, VOUCH_COMMAND_UNDO, 0);
  station_fixture_scan (self, "5.02 kg");
  station_fixture_command (self, VOUCH_COMMAND_PASS, 0);
  station_fixture_scan (self, "5.01 kg");
  file = goods_load (self, station_fixture_ask (self, "SELECT max(id) FROM lot"));
  list = vouch_lot_file_list_series (file);
  g_assert_cmpuint (list->len, ==, 1);
  series = g_ptr_array_index (list, 0);
  g_assert_cmpuint (series->values->len, ==, 2);
  g_assert_cmpint (g_array_index (series->values, gint64, 0), ==, 5020000);
  g_assert_cmpint (g_array_index (series->values, gint64, 1), ==, 5010000);
  g_assert_true (series->has_lower && !series->has_upper);
  g_assert_cmpstr (series->unit, ==, "kg");
}

static void
go_to_tea (StationFixture *self)
{
  g_autofree char *label = station_fixture_dup_label (self, "09520001000010", "QH26A01", 510, 200);

  station_fixture_scan (self, INSPECTOR);
  station_fixture_scan (self, "PO-2026-0001");
  station_fixture_scan (self, label);
  station_fixture_expect (self, VOUCH_STAGE_CHECK, VOUCH_FEEDBACK_OK);
}

static void
test_the_stand_asks_for_a_photo_and_keeps_it (StationFixture *self, gconstpointer data)
{
  g_autoptr (GBytes) picture = make_picture ();
  g_autoptr (VouchDeskState) state = NULL;

  change_check (self, "photo_required", 1);
  go_to_tea (self);
  station_fixture_command (self, VOUCH_COMMAND_PASS, 0);
  station_fixture_expect (self, VOUCH_STAGE_CHECK, VOUCH_FEEDBACK_QUESTION);
  vouch_session_take_photo (self->session, picture, "/somewhere/tin.png");
  station_fixture_expect (self, VOUCH_STAGE_CHECK, VOUCH_FEEDBACK_OK);
  state = vouch_session_dup_state (self->session);
  g_assert_cmpuint (state->photos->len, ==, 1);
  g_assert_true (((const VouchDeskPhoto *)g_ptr_array_index (state->photos, 0))->is_pending);
  g_assert_false (state->needs_photo);
  station_fixture_command (self, VOUCH_COMMAND_PASS, 0);
  station_fixture_expect (self, VOUCH_STAGE_CHECK, VOUCH_FEEDBACK_OK);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM attachment WHERE subject = 'reading'"
                                              " AND name = 'tin.png'"),
                   ==, 1);
}

static void
test_the_stand_asks_for_the_second_badge (StationFixture *self, gconstpointer data)
{
  change_check (self, "second_person", 1);
  go_to_tea (self);
  station_fixture_command (self, VOUCH_COMMAND_PASS, 0);
  station_fixture_expect (self, VOUCH_STAGE_SECOND, VOUCH_FEEDBACK_QUESTION);
  station_fixture_scan (self, INSPECTOR);
  station_fixture_expect (self, VOUCH_STAGE_SECOND, VOUCH_FEEDBACK_MISREAD);
  station_fixture_scan (self, OTHER_INSPECTOR);
  station_fixture_expect (self, VOUCH_STAGE_CHECK, VOUCH_FEEDBACK_OK);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM reading WHERE second_id IS NOT NULL"), ==, 1);
}

static void
test_help_goes_with_the_next_scan (StationFixture *self, gconstpointer data)
{
  g_autoptr (VouchDeskState) with_help = NULL, without = NULL;

  go_to_tea (self);
  station_fixture_command (self, VOUCH_COMMAND_HELP, 0);
  with_help = vouch_session_dup_state (self->session);
  g_assert_true (with_help->wants_help);
  g_assert_true (vouch_desk_state_offers (with_help, VOUCH_COMMAND_PASS));
  station_fixture_command (self, VOUCH_COMMAND_PASS, 0);
  without = vouch_session_dup_state (self->session);
  g_assert_false (without->wants_help);
}

static void
test_a_multiple_counts_for_clean_units (StationFixture *self, gconstpointer data)
{
  go_to_tea (self);
  vouch_session_command (self->session, VOUCH_COMMAND_MULTIPLY, 0);
  station_fixture_command (self, VOUCH_COMMAND_PASS, 0);
  station_fixture_expect (self, VOUCH_STAGE_VERDICT, VOUCH_FEEDBACK_OK);
}

static void
test_parked_work_keeps_each_inspector (StationFixture *self, gconstpointer data)
{
  g_autoptr (VouchDeskState) state = NULL;
  gint64 lot_id;

  go_to_tea (self);
  lot_id = station_fixture_get_lot (self);
  station_fixture_command (self, VOUCH_COMMAND_PASS, 0);
  station_fixture_command (self, VOUCH_COMMAND_PASS, 0);
  station_fixture_command (self, VOUCH_COMMAND_SAVE, 0);
  station_fixture_reopen (self);
  station_fixture_scan (self, OTHER_INSPECTOR);
  vouch_session_resume (self->session, lot_id);
  state = vouch_session_dup_state (self->session);
  g_assert_cmpint (state->stage, ==, VOUCH_STAGE_CHECK);
  g_assert_cmpint (state->sample_position, ==, 3);
  station_fixture_command (self, VOUCH_COMMAND_PASS, 0);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(DISTINCT inspector_id) FROM reading"), ==, 2);
}

static void
test_no_camera_is_said (StationFixture *self, gconstpointer data)
{
  go_to_tea (self);
  station_fixture_command (self, VOUCH_COMMAND_PHOTO, 0);
  station_fixture_expect (self, VOUCH_STAGE_CHECK, VOUCH_FEEDBACK_MISREAD);
  station_fixture_expect_word (self, "No photo");
}

static void
add (const char *path, void (*test) (StationFixture *, gconstpointer))
{
  g_test_add (path, StationFixture, NULL, station_fixture_set_up, test, station_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/checks/nothing-applies-only-where-the-plan-says-so", test_nothing_applies_only_where_the_plan_says_so);
  add ("/checks/a-unit-to-which-nothing-applies-does-not-pass", test_a_unit_to_which_nothing_applies_does_not_pass);
  add ("/checks/a-check-with-a-photo-is-recorded-with-it", test_a_check_with_a_photo_is_recorded_with_it);
  g_test_add ("/checks/a-pass-at-a-glance-leaves-photos-open", StationFixture, "photo_required", station_fixture_set_up,
              test_a_pass_at_a_glance_leaves_open, station_fixture_tear_down);
  g_test_add ("/checks/a-pass-at-a-glance-leaves-open-what-may-not-apply", StationFixture, "may_not_apply",
              station_fixture_set_up, test_a_pass_at_a_glance_leaves_open, station_fixture_tear_down);
  add ("/checks/a-second-person-is-another-inspector", test_a_second_person_is_another_inspector);
  add ("/checks/notes-are-capped", test_notes_are_capped);
  add ("/stand/a-gauge-types-its-value", test_a_gauge_types_its_value);
  add ("/stand/another-unit-is-asked-about", test_another_unit_is_asked_about);
  add ("/stand/a-value-far-out-is-asked-about", test_a_value_far_out_is_asked_about);
  add ("/stand/a-moving-gauge-is-not-believed", test_a_moving_gauge_is_not_believed);
  add ("/stand/what-was-undone-is-in-no-series", test_what_was_undone_is_in_no_series);
  add ("/stand/asks-for-a-photo-and-keeps-it", test_the_stand_asks_for_a_photo_and_keeps_it);
  add ("/stand/asks-for-the-second-badge", test_the_stand_asks_for_the_second_badge);
  add ("/stand/help-goes-with-the-next-scan", test_help_goes_with_the_next_scan);
  add ("/stand/a-multiple-counts-for-clean-units", test_a_multiple_counts_for_clean_units);
  add ("/stand/parked-work-keeps-each-inspector", test_parked_work_keeps_each_inspector);
  add ("/stand/no-camera-is-said", test_no_camera_is_said);
  return g_test_run ();
}
