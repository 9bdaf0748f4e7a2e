/* The ground under a station: its disk, its file and its clock. */
#include <glib/gstdio.h>
#include <string.h>

#include "customer-cases.h"
#include "goods.h"
#include "vouch-audit-store.h"
#include "vouch-condition.h"
#include "vouch-error.h"
#include "vouch-event-work.h"
#include "vouch-key-file.h"
#include "vouch-user-work.h"

#define MIB (G_GINT64_CONSTANT (1) << 20)
#define DAY_US (G_GINT64_CONSTANT (86400) * G_USEC_PER_SEC)

static gboolean
tell_facts (const char *directory, VouchDiskFacts *facts, gpointer data)
{
  *facts = *(const VouchDiskFacts *)data;
  return TRUE;
}

static void
set_disk (StationFixture *self, VouchDiskFacts *facts)
{
  vouch_db_set_disk_probe (vouch_station_get_db (self->station), tell_facts, facts);
}

static void
expect (StationFixture *self, VouchCondition condition, const char *said)
{
  g_autofree char *message = NULL;

  g_assert_cmpint (vouch_condition_look (self->station, &message), ==, condition);
  g_test_message ("%s", message);
  if (said == NULL)
    g_assert_null (message);
  else
    g_assert_nonnull (strstr (message, said));
}

static VouchDone *
open_delivery (StationFixture *self, GError **error)
{
  VouchOpenRequest request = { (char *)"PO-2026-0001" };

  return goods_run (self, &vouch_receive_open, INSPECTOR, &request, error);
}

static void
expect_refused (StationFixture *self, const char *said)
{
  gint64 before = station_fixture_ask (self, "SELECT count(*) FROM audit_entry");
  g_autoptr (GError) error = NULL;

  g_assert_null (open_delivery (self, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE);
  g_assert_nonnull (strstr (error->message, said));
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM audit_entry"), ==, before);
}

static void
test_a_disk_that_fills_up_is_told_in_time (StationFixture *self, gconstpointer data)
{
  VouchDiskFacts facts = { 1024 * MIB, FALSE };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) done = NULL;

  set_disk (self, &facts);
  expect (self, VOUCH_CONDITION_SOUND, NULL);
  facts.free_bytes = 1024 * MIB - 1;
  expect (self, VOUCH_CONDITION_LOW_SPACE, "make room soon");
  facts.free_bytes = 200 * MIB;
  expect (self, VOUCH_CONDITION_LOW_SPACE, "200.0");
  done = open_delivery (self, &error);
  g_assert_no_error (error);
}

static void
test_no_work_begins_on_a_disk_that_is_nearly_full (StationFixture *self, gconstpointer data)
{
  VouchDiskFacts facts = { 200 * MIB - 1, FALSE };
  g_autoptr (VouchActor) actor = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) done = NULL;

  set_disk (self, &facts);
  expect (self, VOUCH_CONDITION_NO_SPACE, "free on the disk");
  expect_refused (self, "nothing new is taken");
  /* People sign in and look, and a wrong PIN is counted. */
  actor = station_fixture_sign_in (self, INSPECTOR, NULL);
  g_assert_null (vouch_sign_in (self->station, QA_LEAD, "000000", NULL, &error));
  g_assert_cmpint (station_fixture_ask (self, "SELECT failures FROM pin_guard"), ==, 1);
  g_clear_error (&error);
  facts.free_bytes = 2048 * MIB;
  done = open_delivery (self, &error);
  g_assert_no_error (error);
}

static void
test_a_read_only_disk_is_for_looking (StationFixture *self, gconstpointer data)
{
  VouchDiskFacts facts = { 2048 * MIB, TRUE };

  set_disk (self, &facts);
  expect (self, VOUCH_CONDITION_READ_ONLY, "read-only");
  expect_refused (self, "nothing can be saved");
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM product"), ==, 10);
}

/* What the window does when the disk fills up between the verdict and the signature. */
static void
test_a_signature_waits_for_room (StationFixture *self, gconstpointer data)
{
  VouchDiskFacts facts = { 2048 * MIB, FALSE };
  g_autofree char *label = station_fixture_dup_label (self, "09520001000010", "QH26A01", 510, 200);

  set_disk (self, &facts);
  station_fixture_scan (self, INSPECTOR);
  station_fixture_scan (self, "PO-2026-0001");
  station_fixture_scan (self, label);
  for (int i = 0; i < 5; i++)
    station_fixture_command (self, VOUCH_COMMAND_PASS, 0);
  station_fixture_command (self, VOUCH_COMMAND_ACCEPT, 0);
  facts.free_bytes = MIB;
  station_fixture_scan (self, INSPECTOR);
  station_fixture_expect (self, VOUCH_STAGE_SIGN, VOUCH_FEEDBACK_MISREAD);
  station_fixture_expect_word (self, "Not saved");
  g_assert_cmpint (
      station_fixture_ask (self, "SELECT count(*) FROM draft WHERE state = 'open' AND use_case LIKE 'decide.%'"), ==,
      1);
  facts.free_bytes = 2048 * MIB;
  station_fixture_scan (self, INSPECTOR);
  station_fixture_expect (self, VOUCH_STAGE_LABELS, VOUCH_FEEDBACK_ACCEPTED);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM signature"), ==, 1);
  g_assert_cmpint (
      station_fixture_ask (self, "SELECT count(*) FROM draft WHERE state = 'open' AND use_case LIKE 'decide.%'"), ==,
      0);
}

static void
test_a_file_that_is_gone_stops_everything (StationFixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->directory, "station.db", NULL);
  g_autofree char *aside = g_strconcat (path, ".aside", NULL);
  g_autoptr (VouchDeskState) state = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_rename (path, aside), ==, 0);
  expect (self, VOUCH_CONDITION_GONE, "put it back");
  state = vouch_session_dup_state (self->session);
  g_assert_cmpint (state->condition, ==, VOUCH_CONDITION_GONE);
  g_assert_nonnull (state->condition_message);
  g_assert_null (open_delivery (self, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE);
  /* And nobody makes a new, empty one in its place. */
  g_assert_false (vouch_db_reopen_writer (vouch_station_get_db (self->station), NULL));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_rename (aside, path), ==, 0);
  expect (self, VOUCH_CONDITION_SOUND, NULL);
}

static void
assert_audit_holds (StationFixture *self)
{
  g_assert_cmpint (station_fixture_ask (self, "SELECT max(seq) - count(*) FROM audit_entry"), ==, 0);
}

static void
test_a_clock_that_went_back_is_told_and_noted_once (StationFixture *self, gconstpointer data)
{
  g_autoptr (VouchDone) first = NULL;
  g_autoptr (GError) error = NULL;
  gint64 before = station_fixture_ask (self, "SELECT max(seq) FROM audit_entry");

  expect (self, VOUCH_CONDITION_SOUND, NULL);
  vouch_clock_advance (self->clock, -DAY_US);
  expect (self, VOUCH_CONDITION_CLOCK_BACK, "1439 minutes behind");
  first = open_delivery (self, &error);
  g_assert_no_error (error);
  vouch_counted_free (goods_count (self, first->id, "TEA-G100", "QH26A01", 510, 200, &error));
  g_assert_no_error (error);
  /* The note and the acts, in order, though their times are not. */
  g_assert_cmpint (station_fixture_ask (self, "SELECT max(seq) FROM audit_entry"), ==, before + 3);
  g_assert_cmpint (
      station_fixture_ask (self, "SELECT count(*) FROM audit_entry WHERE use_case = 'station.note_clock_back'"), ==, 1);
  g_assert_cmpint (station_fixture_ask (self, "SELECT (SELECT max(id) FROM lot) > (SELECT max(id) FROM delivery)"), ==,
                   1);
  assert_audit_holds (self);
  vouch_clock_advance (self->clock, DAY_US + G_USEC_PER_SEC);
  expect (self, VOUCH_CONDITION_SOUND, NULL);
}

/* 32 bits of seconds end on 19 January 2038. */
static void
test_2038_is_a_year_like_any_other (StationFixture *self, gconstpointer data)
{
  gint64 there = G_GINT64_CONSTANT (2147483648) * G_USEC_PER_SEC;
  gint64 lot_id;

  vouch_clock_advance (self->clock, there - vouch_clock_now (self->clock));
  g_assert_cmpint (vouch_clock_today (self->clock), ==, 20380119);
  lot_id = goods_tea_counted (self);
  g_assert_cmpint (station_fixture_ask (self, "SELECT max(at) > 2147483647999999 FROM audit_entry"), ==, 1);
  g_assert_cmpint (station_fixture_ask (self, "SELECT max(expiry) FROM lot"), ==, 20390613);
  g_assert_cmpint (lot_id, >, 0);
  assert_audit_holds (self);
}

/* As the next version would leave it. */
static void
test_what_a_newer_program_wrote_is_for_looking (StationFixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->directory, "station.db", NULL);
  g_autoptr (VouchConn) conn = vouch_conn_open (path, VOUCH_CONN_WRITE, NULL);
  gint64 lots = station_fixture_ask (self, "SELECT count(*) FROM delivery");

  g_assert_true (
      vouch_conn_exec (conn, "CREATE TABLE of_tomorrow (id INTEGER PRIMARY KEY); PRAGMA user_version = 999", NULL));
  g_assert_true (vouch_conn_close (g_steal_pointer (&conn), NULL));
  station_fixture_reopen (self);
  expect (self, VOUCH_CONDITION_READ_ONLY, "newer Vouch");
  expect_refused (self, "newer Vouch");
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM delivery"), ==, lots);
  station_fixture_scan (self, INSPECTOR);
  station_fixture_expect (self, VOUCH_STAGE_HOME, VOUCH_FEEDBACK_OK);
}

static void
test_suspicions_are_told_until_a_qa_lead_acknowledges_them (StationFixture *self, gconstpointer data)
{
  VouchAcknowledgeRequest request = { 0, (char *)"A shop window" };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) done = NULL;

  customer_cases_tell (self->station,
                       "{\"seq\":\"1\",\"at\":\"2026-11-21T08:00:00Z\",\"type\":\"mark\",\"lot\":\"L-1\","
                       "\"key_version\":1,\"unit\":7,\"reason\":\"many_queries\",\"queries\":10}");
  expect (self, VOUCH_CONDITION_SUSPICIOUS, "reports: 1;");
  request.suspicion_id = station_fixture_ask (self, "SELECT id FROM suspicion");
  done = goods_run (self, &vouch_suspicion_acknowledge, QA_LEAD, &request, &error);
  g_assert_no_error (error);
  expect (self, VOUCH_CONDITION_SOUND, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, StationFixture, NULL, station_fixture_set_up, test, station_fixture_tear_down)
  ADD ("/condition/suspicions-are-told-until-a-qa-lead-acknowledges-them",
       test_suspicions_are_told_until_a_qa_lead_acknowledges_them);
  ADD ("/condition/a-disk-that-fills-up-is-told-in-time", test_a_disk_that_fills_up_is_told_in_time);
  ADD ("/condition/no-work-begins-on-a-disk-that-is-nearly-full", test_no_work_begins_on_a_disk_that_is_nearly_full);
  ADD ("/condition/what-a-newer-program-wrote-is-for-looking", test_what_a_newer_program_wrote_is_for_looking);
  ADD ("/condition/a-read-only-disk-is-for-looking", test_a_read_only_disk_is_for_looking);
  ADD ("/condition/a-signature-waits-for-room", test_a_signature_waits_for_room);
  ADD ("/condition/a-file-that-is-gone-stops-everything", test_a_file_that_is_gone_stops_everything);
  ADD ("/condition/a-clock-that-went-back-is-told-and-noted-once", test_a_clock_that_went_back_is_told_and_noted_once);
  ADD ("/condition/2038-is-a-year-like-any-other", test_2038_is_a_year_like_any_other);
  return g_test_run ();
}
