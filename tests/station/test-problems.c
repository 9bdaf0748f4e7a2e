/* Scans that come to nothing stay until they are seen, and are listed. */
#include "goods.h"
#include "vouch-scan-history-store.h"
#include "vouch-scan-problem-store.h"
#include "vouch-scan-problem-work.h"

static gpointer
read_problems (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_scan_problem_store_list (conn, error);
}

static GPtrArray *
list (StationFixture *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *problems = vouch_station_read (self->station, read_problems, NULL, &error);

  g_assert_no_error (error);
  return problems;
}

static void
test_a_scan_that_is_not_understood_is_listed (StationFixture *self, gconstpointer data)
{
  g_autoptr (VouchDeskState) state = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  const VouchScanProblem *problem;

  station_fixture_scan (self, "VB1002");
  station_fixture_scan (self, "PO-2026-0001");
  station_fixture_scan (self, "what is this?");
  station_fixture_expect (self, VOUCH_STAGE_GOODS, VOUCH_FEEDBACK_MISREAD);
  problems = list (self);
  g_assert_cmpuint (problems->len, ==, 1);
  problem = g_ptr_array_index (problems, 0);
  g_assert_cmpstr (problem->text, ==, "what is this?");
  g_assert_cmpstr (problem->word, ==, "Unknown code");
  g_assert_cmpint (problem->user_id, !=, 0);
  g_assert_cmpint (problem->scanned_at, ==, vouch_clock_now (self->clock));
  g_assert_cmpint (problem->acknowledged_at, ==, 0);
  state = vouch_session_dup_state (self->session);
  g_assert_cmpuint (state->n_problems, ==, 1);
}

static gboolean
is_seen (StationFixture *self)
{
  g_autoptr (GPtrArray) problems = list (self);

  return ((const VouchScanProblem *)g_ptr_array_index (problems, 0))->acknowledged_at != 0;
}

static void
test_ok_or_a_good_scan_acknowledges (StationFixture *self, gconstpointer data)
{
  station_fixture_scan (self, "VB1002");
  station_fixture_scan (self, "PO-2026-0001");
  station_fixture_scan (self, "what is this?");
  station_fixture_scan (self, "nor this");
  g_assert_false (is_seen (self));
  station_fixture_command (self, VOUCH_COMMAND_OK, 0);
  station_fixture_expect (self, VOUCH_STAGE_GOODS, VOUCH_FEEDBACK_NONE);
  g_assert_true (is_seen (self));
  station_fixture_scan (self, "once more");
  g_assert_false (is_seen (self));
  station_fixture_scan (self, "XCHOME");
  g_assert_true (is_seen (self));
}

static void
test_what_never_got_through_is_listed_too (StationFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) problems = NULL;
  const VouchScanProblem *problem;

  vouch_session_refuse (self->session, "Misread", "The code contains control characters");
  station_fixture_expect (self, VOUCH_STAGE_SIGN_IN, VOUCH_FEEDBACK_MISREAD);
  problems = list (self);
  problem = g_ptr_array_index (problems, 0);
  g_assert_null (problem->text);
  g_assert_cmpstr (problem->detail, ==, "The code contains control characters");
  g_assert_cmpint (problem->user_id, ==, 0);
}

static void
test_what_is_typed_is_no_scan (StationFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) problems = NULL;

  station_fixture_scan (self, "VB1002");
  station_fixture_scan (self, "PO-2026-0001");
  vouch_session_type (self->session, "nothing");
  station_fixture_expect (self, VOUCH_STAGE_GOODS, VOUCH_FEEDBACK_MISREAD);
  problems = list (self);
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
test_they_survive_a_restart (StationFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) problems = NULL;

  station_fixture_scan (self, "too early");
  station_fixture_reopen (self);
  problems = list (self);
  g_assert_cmpuint (problems->len, ==, 1);
}

static void
test_no_more_than_so_many_are_kept (StationFixture *self, gconstpointer data)
{
  g_autoptr (VouchActor) station = vouch_actor_new_station ();
  g_autoptr (GPtrArray) problems = NULL;
  const VouchScanProblem *latest, *oldest;

  for (int i = 0; i < VOUCH_SCAN_PROBLEM_MAX + 3; i++)
    {
      g_autofree char *text = g_strdup_printf ("%d", i);
      VouchNoteProblemRequest request = { text, (char *)"Unknown code", NULL, 0 };
      g_autoptr (VouchDone) done = NULL;

      vouch_clock_advance (self->clock, G_USEC_PER_SEC);
      done = vouch_use_case_run (&vouch_scan_problem_note, self->station, station, NULL, &request, NULL);
      g_assert_nonnull (done);
    }
  problems = list (self);
  g_assert_cmpuint (problems->len, ==, VOUCH_SCAN_PROBLEM_MAX);
  latest = g_ptr_array_index (problems, 0);
  oldest = g_ptr_array_index (problems, VOUCH_SCAN_PROBLEM_MAX - 1);
  g_assert_cmpstr (latest->text, ==, "502");
  g_assert_cmpstr (oldest->text, ==, "3");
}

static void
test_mute_and_loud_ask_for_it_once (StationFixture *self, gconstpointer data)
{
  g_autoptr (VouchDeskState) muted = NULL;
  g_autoptr (VouchDeskState) after = NULL;
  g_autoptr (VouchDeskState) loud = NULL;

  station_fixture_scan (self, "XCMUTE");
  muted = vouch_session_dup_state (self->session);
  g_assert_cmpint (muted->sound, ==, VOUCH_SOUND_OFF);
  station_fixture_scan (self, "too early");
  after = vouch_session_dup_state (self->session);
  g_assert_cmpint (after->sound, ==, VOUCH_SOUND_AS_SET);
  station_fixture_scan (self, "XCLOUD");
  loud = vouch_session_dup_state (self->session);
  g_assert_cmpint (loud->sound, ==, VOUCH_SOUND_LOUD);
}

static gpointer
read_history (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_scan_history_store_list (conn, 0, 1000, error);
}

static GPtrArray *
list_history (StationFixture *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *traces;

  vouch_session_keep_history (self->session);
  traces = vouch_station_read (self->station, read_history, NULL, &error);
  g_assert_no_error (error);
  return traces;
}

static void
test_every_scan_is_noted_with_what_became_of_it (StationFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) traces = NULL;
  const VouchScanTrace *trace;

  station_fixture_scan (self, "VB1002");
  station_fixture_scan (self, "PO-2026-0001");
  station_fixture_scan (self, "what is this");
  g_assert_true (vouch_session_has_history (self->session));
  traces = list_history (self);
  g_assert_false (vouch_session_has_history (self->session));
  g_assert_cmpuint (traces->len, ==, 3);
  trace = g_ptr_array_index (traces, 0);
  g_assert_cmpstr (trace->text, ==, "what is this");
  g_assert_cmpstr (trace->kind, ==, "unknown");
  g_assert_cmpstr (trace->result, ==, "misread");
  g_assert_cmpstr (trace->delivery, ==, "PO-2026-0001");
  trace = g_ptr_array_index (traces, 2);
  g_assert_cmpstr (trace->kind, ==, "badge");
  g_assert_null (trace->text); /* a badge's number is not kept */
  g_assert_cmpint (trace->user_id, !=, 0);
}

static void
test_what_is_typed_is_not_noted (StationFixture *self, gconstpointer data)
{
  vouch_session_type (self->session, "481516");
  g_assert_false (vouch_session_has_history (self->session));
}

static void
test_a_refused_scan_is_noted_without_its_text (StationFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) traces = NULL;

  vouch_session_refuse (self->session, "Misread", "half of it");
  traces = list_history (self);
  g_assert_cmpuint (traces->len, ==, 1);
  g_assert_null (((const VouchScanTrace *)g_ptr_array_index (traces, 0))->text);
}

static void
test_the_oldest_scans_go (StationFixture *self, gconstpointer data)
{
  station_fixture_scan (self, "VB1002");
  for (int i = 1; i < VOUCH_SCAN_TRACE_MAX + 300; i++)
    station_fixture_scan (self, "XCHELP");
  vouch_session_keep_history (self->session);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM scan_history"), ==, VOUCH_SCAN_TRACE_MAX);
  g_assert_cmpint (station_fixture_ask (self, "SELECT max(id) FROM scan_history"), ==, VOUCH_SCAN_TRACE_MAX + 300);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, StationFixture, NULL, station_fixture_set_up, test, station_fixture_tear_down)
  ADD ("/problems/a-scan-that-is-not-understood-is-listed", test_a_scan_that_is_not_understood_is_listed);
  ADD ("/problems/ok-or-a-good-scan-acknowledges", test_ok_or_a_good_scan_acknowledges);
  ADD ("/problems/what-never-got-through-is-listed-too", test_what_never_got_through_is_listed_too);
  ADD ("/problems/what-is-typed-is-no-scan", test_what_is_typed_is_no_scan);
  ADD ("/problems/they-survive-a-restart", test_they_survive_a_restart);
  ADD ("/problems/no-more-than-so-many-are-kept", test_no_more_than_so_many_are_kept);
  ADD ("/problems/mute-and-loud-ask-for-it-once", test_mute_and_loud_ask_for_it_once);
  ADD ("/problems/every-scan-is-noted-with-what-became-of-it", test_every_scan_is_noted_with_what_became_of_it);
  ADD ("/problems/what-is-typed-is-not-noted", test_what_is_typed_is_not_noted);
  ADD ("/problems/a-refused-scan-is-noted-without-its-text", test_a_refused_scan_is_noted_without_its_text);
  ADD ("/problems/the-oldest-scans-go", test_the_oldest_scans_go);
  return g_test_run ();
}
