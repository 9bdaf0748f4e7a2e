#include "station-fixture.h"
#include "vouch-audit-store.h"
#include "vouch-code-sheet.h"
#include "vouch-key-file.h"
#include "vouch-lot-file.h"
#include "vouch-sample-work.h"

#define TEA "09520001000010"

static gpointer
read_file (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_lot_file_load (conn, *(gint64 *)data, error);
}

static VouchLotFile *
load (StationFixture *fixture, gint64 lot_id)
{
  g_autoptr (GError) error = NULL;
  VouchLotFile *file = vouch_station_read (fixture->station, read_file, &lot_id, &error);

  g_assert_no_error (error);
  return file;
}

static gpointer
read_audit (VouchConn *conn, gpointer data, GError **error)
{
  StationFixture *fixture = data;
  VouchKeyFile *keys = vouch_station_get_keys (fixture->station);
  VouchAuditFindings findings;

  return vouch_audit_store_verify (conn, vouch_key_file_get_audit_key (keys),
                                   vouch_signer_get_public_key (vouch_key_file_get_signer (keys)), &findings, error)
             ? data
             : NULL;
}

static void
assert_audit_holds (StationFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  vouch_station_read (fixture->station, read_audit, fixture, &error);
  g_assert_no_error (error);
}

static void
go_to_check (StationFixture *fixture)
{
  g_autofree char *label = station_fixture_dup_label (fixture, TEA, "QH26A01", 510, 200);

  station_fixture_scan (fixture, "VB1002");
  station_fixture_scan (fixture, "PO-2026-0001");
  station_fixture_scan (fixture, label);
  station_fixture_expect (fixture, VOUCH_STAGE_CHECK, VOUCH_FEEDBACK_OK);
}

static void
test_ten_scans_accept_a_lot (StationFixture *fixture, gconstpointer data)
{
  g_autoptr (VouchLotFile) file = NULL;
  gint64 lot_id;

  go_to_check (fixture);
  lot_id = station_fixture_get_lot (fixture);
  for (int i = 0; i < 5; i++)
    station_fixture_command (fixture, VOUCH_COMMAND_PASS, 0);
  station_fixture_expect (fixture, VOUCH_STAGE_VERDICT, VOUCH_FEEDBACK_OK);
  station_fixture_command (fixture, VOUCH_COMMAND_ACCEPT, 0);
  station_fixture_scan (fixture, "VB1002");
  station_fixture_expect (fixture, VOUCH_STAGE_LABELS, VOUCH_FEEDBACK_ACCEPTED);

  file = load (fixture, lot_id);
  g_assert_cmpint (file->lot->status, ==, VOUCH_LOT_STATUS_RELEASED);
  g_assert_cmpint (file->lot->accepted, ==, 200 * G_GINT64_CONSTANT (1000000));
  g_assert_cmpint (file->inspection->sample_size, ==, 5);
  g_assert_cmpuint (file->readings->len, ==, 15);
  g_assert_cmpuint (file->signatures->len, ==, 1);
  assert_audit_holds (fixture);
}

static void
test_nothing_passes_by_default (StationFixture *fixture, gconstpointer data)
{
  go_to_check (fixture);
  for (int i = 0; i < 4; i++)
    station_fixture_command (fixture, VOUCH_COMMAND_PASS, 0);
  station_fixture_command (fixture, VOUCH_COMMAND_ACCEPT, 0);
  station_fixture_expect (fixture, VOUCH_STAGE_CHECK, VOUCH_FEEDBACK_MISREAD);
}

static void
test_a_killed_inspection_goes_on_at_the_same_unit (StationFixture *fixture, gconstpointer data)
{
  g_autoptr (VouchDeskState) state = NULL;

  go_to_check (fixture);
  station_fixture_command (fixture, VOUCH_COMMAND_PASS, 0);
  station_fixture_command (fixture, VOUCH_COMMAND_PASS, 0);
  station_fixture_reopen (fixture);
  station_fixture_scan (fixture, "VB1003");
  station_fixture_scan (fixture, "PO-2026-0001");
  state = vouch_session_dup_state (fixture->session);
  g_assert_cmpint (state->stage, ==, VOUCH_STAGE_CHECK);
  g_assert_cmpint (state->sample_position, ==, 3);
}

static void
test_undo_is_a_counter_entry (StationFixture *fixture, gconstpointer data)
{
  g_autoptr (VouchLotFile) file = NULL;
  g_autoptr (VouchDeskState) state = NULL;

  go_to_check (fixture);
  station_fixture_command (fixture, VOUCH_COMMAND_PASS, 0);
  station_fixture_command (fixture, VOUCH_COMMAND_UNDO, 0);
  file = load (fixture, station_fixture_get_lot (fixture));
  state = vouch_session_dup_state (fixture->session);
  g_assert_cmpuint (file->readings->len, ==, 6);
  g_assert_cmpint (vouch_tally_get_next_position (file->tally), ==, 1);
  g_assert_cmpuint (state->history->len, ==, 3);
  g_assert_true (((VouchDeskEntry *)g_ptr_array_index (state->history, 0))->is_undone);
  assert_audit_holds (fixture);
}

static void
test_a_failed_lot_opens_its_report (StationFixture *fixture, gconstpointer data)
{
  g_autoptr (VouchLotFile) file = NULL;
  gint64 lot_id;

  go_to_check (fixture);
  lot_id = station_fixture_get_lot (fixture);
  station_fixture_command (fixture, VOUCH_COMMAND_FAIL, 0);
  station_fixture_expect (fixture, VOUCH_STAGE_DEFECT, VOUCH_FEEDBACK_QUESTION);
  station_fixture_command (fixture, VOUCH_COMMAND_DEFECT, 15);
  station_fixture_expect (fixture, VOUCH_STAGE_VERDICT, VOUCH_FEEDBACK_FAIL);
  station_fixture_command (fixture, VOUCH_COMMAND_ACCEPT, 0);
  station_fixture_expect (fixture, VOUCH_STAGE_VERDICT, VOUCH_FEEDBACK_MISREAD);
  station_fixture_command (fixture, VOUCH_COMMAND_REJECT, 0);
  station_fixture_scan (fixture, "VB1002");
  station_fixture_expect (fixture, VOUCH_STAGE_LABELS, VOUCH_FEEDBACK_REJECTED);
  file = load (fixture, lot_id);
  g_assert_cmpint (file->lot->status, ==, VOUCH_LOT_STATUS_REJECTED);
  g_assert_cmpuint (file->ncrs->len, ==, 1);
  g_assert_cmpuint (file->print_jobs->len, ==, 1);
  assert_audit_holds (fixture);
}

static void
test_a_late_badge_does_not_sign (StationFixture *fixture, gconstpointer data)
{
  go_to_check (fixture);
  for (int i = 0; i < 5; i++)
    station_fixture_command (fixture, VOUCH_COMMAND_PASS, 0);
  station_fixture_command (fixture, VOUCH_COMMAND_ACCEPT, 0);
  station_fixture_command (fixture, VOUCH_COMMAND_OK, 0);
  station_fixture_expect (fixture, VOUCH_STAGE_SIGN, VOUCH_FEEDBACK_MISREAD);
  vouch_clock_advance (fixture->clock, 11 * G_USEC_PER_SEC);
  station_fixture_scan (fixture, "VB1002");
  station_fixture_expect (fixture, VOUCH_STAGE_VERDICT, VOUCH_FEEDBACK_MISREAD);
}

static void
test_another_badge_does_not_sign (StationFixture *fixture, gconstpointer data)
{
  go_to_check (fixture);
  for (int i = 0; i < 5; i++)
    station_fixture_command (fixture, VOUCH_COMMAND_PASS, 0);
  station_fixture_command (fixture, VOUCH_COMMAND_ACCEPT, 0);
  station_fixture_scan (fixture, "VB1003");
  station_fixture_expect (fixture, VOUCH_STAGE_VERDICT, VOUCH_FEEDBACK_MISREAD);
}

static void
test_unknown_goods_are_told_apart (StationFixture *fixture, gconstpointer data)
{
  g_autoptr (VouchDeskState) state = NULL;

  station_fixture_scan (fixture, "VB1002");
  station_fixture_scan (fixture, "PO-2026-0001");
  station_fixture_scan (fixture, "9520001999994");
  state = vouch_session_dup_state (fixture->session);
  g_assert_cmpstr (state->word, ==, "Not in the catalogue");
  g_clear_pointer (&state, vouch_desk_state_unref);
  station_fixture_scan (fixture, "9520001000102");
  state = vouch_session_dup_state (fixture->session);
  g_assert_cmpstr (state->word, ==, "Not on this delivery");
  g_assert_cmpint (state->stage, ==, VOUCH_STAGE_GOODS);
}

static void
test_missing_facts_are_asked_for (StationFixture *fixture, gconstpointer data)
{
  station_fixture_scan (fixture, "VB1002");
  station_fixture_scan (fixture, "PO-2026-0003");
  station_fixture_scan (fixture, "9520001000034");
  station_fixture_expect (fixture, VOUCH_STAGE_ASK_LOT, VOUCH_FEEDBACK_QUESTION);
  vouch_session_type (fixture->session, "FM0105");
  station_fixture_expect (fixture, VOUCH_STAGE_ASK_EXPIRY, VOUCH_FEEDBACK_QUESTION);
  vouch_session_type (fixture->session, "2028-13-01");
  station_fixture_expect (fixture, VOUCH_STAGE_ASK_EXPIRY, VOUCH_FEEDBACK_MISREAD);
  vouch_session_type (fixture->session, "280401");
  station_fixture_expect (fixture, VOUCH_STAGE_ASK_QUANTITY, VOUCH_FEEDBACK_QUESTION);
  station_fixture_command (fixture, VOUCH_COMMAND_DIGIT, 5);
  station_fixture_command (fixture, VOUCH_COMMAND_DIGIT, 0);
  station_fixture_command (fixture, VOUCH_COMMAND_ENTER, 0);
  station_fixture_expect (fixture, VOUCH_STAGE_GOODS, VOUCH_FEEDBACK_OK);
  station_fixture_command (fixture, VOUCH_COMMAND_NEXT, 0);
  station_fixture_expect (fixture, VOUCH_STAGE_CONFIRM_COUNT, VOUCH_FEEDBACK_QUESTION);
  station_fixture_command (fixture, VOUCH_COMMAND_OK, 0);
  station_fixture_expect (fixture, VOUCH_STAGE_CHECK, VOUCH_FEEDBACK_OK);
}

static void
expect_inspector (StationFixture *fixture, const char *badge)
{
  g_assert_cmpstr (vouch_actor_get_badge (vouch_session_get_actor (fixture->session)), ==, badge);
}

static void
test_another_badge_goes_on_with_the_work (StationFixture *fixture, gconstpointer data)
{
  g_autoptr (VouchDeskState) state = NULL;

  go_to_check (fixture);
  station_fixture_command (fixture, VOUCH_COMMAND_PASS, 0);
  station_fixture_scan (fixture, "VB1003");
  station_fixture_expect (fixture, VOUCH_STAGE_CHECK, VOUCH_FEEDBACK_OK);
  expect_inspector (fixture, "VB1003");
  state = vouch_session_dup_state (fixture->session);
  g_assert_cmpint (state->sample_position, ==, 2);
  station_fixture_command (fixture, VOUCH_COMMAND_PASS, 0);
  g_clear_pointer (&state, vouch_desk_state_unref);
  state = vouch_session_dup_state (fixture->session);
  g_assert_cmpint (state->sample_position, ==, 3);
}

static void
test_a_lock_keeps_what_was_typed (StationFixture *fixture, gconstpointer data)
{
  g_autoptr (VouchDeskState) locked = NULL;
  g_autoptr (VouchDeskState) state = NULL;

  station_fixture_scan (fixture, "VB1002");
  station_fixture_scan (fixture, "PO-2026-0003");
  station_fixture_scan (fixture, "9520001000034");
  vouch_session_type (fixture->session, "FM0105");
  vouch_session_type (fixture->session, "280401");
  station_fixture_command (fixture, VOUCH_COMMAND_DIGIT, 5);
  station_fixture_command (fixture, VOUCH_COMMAND_LOCK, 0);
  station_fixture_expect (fixture, VOUCH_STAGE_SIGN_IN, VOUCH_FEEDBACK_NONE);
  locked = vouch_session_dup_state (fixture->session);
  g_assert_null (locked->inspector);
  g_assert_null (locked->delivery);
  station_fixture_scan (fixture, "NOBODY");
  station_fixture_expect (fixture, VOUCH_STAGE_SIGN_IN, VOUCH_FEEDBACK_MISREAD);
  station_fixture_scan (fixture, "VB1002");
  station_fixture_expect (fixture, VOUCH_STAGE_ASK_QUANTITY, VOUCH_FEEDBACK_OK);
  state = vouch_session_dup_state (fixture->session);
  g_assert_cmpstr (state->typed, ==, "5");
}

/* A QA lead does not inspect: the work is parked, and a wrong PIN gives it to nobody. */
static void
test_who_may_not_go_on_comes_home (StationFixture *fixture, gconstpointer data)
{
  go_to_check (fixture);
  station_fixture_scan (fixture, "VB1004");
  station_fixture_expect (fixture, VOUCH_STAGE_PIN, VOUCH_FEEDBACK_QUESTION);
  g_assert_null (vouch_session_get_actor (fixture->session));
  vouch_session_type (fixture->session, "000000");
  station_fixture_expect (fixture, VOUCH_STAGE_PIN, VOUCH_FEEDBACK_MISREAD);
  station_fixture_command (fixture, VOUCH_COMMAND_BACK, 0);
  station_fixture_expect (fixture, VOUCH_STAGE_SIGN_IN, VOUCH_FEEDBACK_NONE);
  station_fixture_scan (fixture, "VB1002");
  station_fixture_expect (fixture, VOUCH_STAGE_CHECK, VOUCH_FEEDBACK_OK);
  station_fixture_scan (fixture, "VB1004");
  vouch_session_type (fixture->session, "271828");
  station_fixture_expect (fixture, VOUCH_STAGE_HOME, VOUCH_FEEDBACK_OK);
}

static void
test_logging_out_parks_the_work (StationFixture *fixture, gconstpointer data)
{
  go_to_check (fixture);
  station_fixture_command (fixture, VOUCH_COMMAND_LOG_OUT, 0);
  station_fixture_scan (fixture, "VB1003");
  station_fixture_expect (fixture, VOUCH_STAGE_HOME, VOUCH_FEEDBACK_OK);
}

static void
test_command_codes_begin_as_the_station_says (StationFixture *self, gconstpointer data)
{
  VouchSessionSettings settings = VOUCH_SESSION_SETTINGS_DEFAULT;
  g_autoptr (VouchDeskState) state = NULL;
  g_autoptr (GPtrArray) sheet = NULL;
  gboolean is_on_sheet = FALSE;

  settings.command_prefix = "QW";
  vouch_session_set_settings (self->session, &settings);
  vouch_station_set_command_prefix (self->station, "QW");
  station_fixture_scan (self, "VB1002");
  station_fixture_scan (self, "XCLOGOUT");
  station_fixture_expect (self, VOUCH_STAGE_NEW_DELIVERY, VOUCH_FEEDBACK_QUESTION);
  station_fixture_scan (self, "QWNO");
  station_fixture_expect (self, VOUCH_STAGE_HOME, VOUCH_FEEDBACK_NONE);
  state = vouch_session_dup_state (self->session);
  g_assert_cmpstr (state->command_prefix, ==, "QW");
  sheet = vouch_sample_dup_sheet (self->station, NULL);
  for (guint i = 0; i < sheet->len; i++)
    {
      const char *text = ((const VouchCodeSheetEntry *)g_ptr_array_index (sheet, i))->text;

      g_assert_false (g_str_has_prefix (text, "XC"));
      is_on_sheet |= g_str_equal (text, "QWPASS");
    }
  g_assert_true (is_on_sheet);
}

static gboolean
has_camera (StationFixture *fixture)
{
  g_autoptr (VouchDeskState) state = vouch_session_dup_state (fixture->session);

  return state->has_camera;
}

/* A camera that is open while nobody works at the station would watch the hall. */
static void
test_a_lock_closes_the_camera (StationFixture *fixture, gconstpointer data)
{
  g_assert_false (has_camera (fixture));
  station_fixture_scan (fixture, "XCCAM");
  g_assert_true (has_camera (fixture));
  station_fixture_scan (fixture, "VB1002");
  g_assert_true (has_camera (fixture));
  station_fixture_scan (fixture, "VB1003");
  g_assert_true (has_camera (fixture));
  station_fixture_scan (fixture, "XCCAM");
  g_assert_false (has_camera (fixture));
  station_fixture_command (fixture, VOUCH_COMMAND_CAMERA, 0);
  station_fixture_command (fixture, VOUCH_COMMAND_LOCK, 0);
  g_assert_false (has_camera (fixture));
  station_fixture_scan (fixture, "VB1003");
  station_fixture_scan (fixture, "XCCAM");
  station_fixture_scan (fixture, "XCLOGOUT");
  g_assert_false (has_camera (fixture));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, StationFixture, NULL, station_fixture_set_up, test, station_fixture_tear_down)
  ADD ("/session/command-codes-begin-as-the-station-says", test_command_codes_begin_as_the_station_says);
  ADD ("/session/ten-scans-accept-a-lot", test_ten_scans_accept_a_lot);
  ADD ("/session/nothing-passes-by-default", test_nothing_passes_by_default);
  ADD ("/session/a-killed-inspection-goes-on-at-the-same-unit", test_a_killed_inspection_goes_on_at_the_same_unit);
  ADD ("/session/undo-is-a-counter-entry", test_undo_is_a_counter_entry);
  ADD ("/session/a-failed-lot-opens-its-report", test_a_failed_lot_opens_its_report);
  ADD ("/session/a-late-badge-does-not-sign", test_a_late_badge_does_not_sign);
  ADD ("/session/another-badge-does-not-sign", test_another_badge_does_not_sign);
  ADD ("/session/another-badge-goes-on-with-the-work", test_another_badge_goes_on_with_the_work);
  ADD ("/session/a-lock-keeps-what-was-typed", test_a_lock_keeps_what_was_typed);
  ADD ("/session/a-lock-closes-the-camera", test_a_lock_closes_the_camera);
  ADD ("/session/who-may-not-go-on-comes-home", test_who_may_not_go_on_comes_home);
  ADD ("/session/logging-out-parks-the-work", test_logging_out_parks_the_work);
  ADD ("/session/unknown-goods-are-told-apart", test_unknown_goods_are_told_apart);
  ADD ("/session/missing-facts-are-asked-for", test_missing_facts_are_asked_for);
  return g_test_run ();
}
