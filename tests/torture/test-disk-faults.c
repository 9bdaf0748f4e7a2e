/* Every disk operation of a signature fails in turn, in every way: what the inspector reads about it is true, what was
 * acknowledged is there, and the same signature given again when the disk is sound signs once. */
#include <stdio.h>

#include "station-fixture.h"
#include "test-disk.h"
#include "torture-look.h"

#define INSPECTOR "VB1002"
#define TEA "09520001000010"
#define MOST_OPERATIONS 2000

typedef struct
{
  const char *name;
  TestDiskFault fault;
  guint operations;
  gboolean for_good;
} Misfortune;

static const Misfortune misfortunes[] = {
  { "full-once", TEST_DISK_FULL, TEST_DISK_WRITE, FALSE },
  { "full", TEST_DISK_FULL, TEST_DISK_WRITE, TRUE },
  { "short-once", TEST_DISK_SHORT, TEST_DISK_WRITE, FALSE },
  { "short", TEST_DISK_SHORT, TEST_DISK_WRITE, TRUE },
  { "read-only", TEST_DISK_READ_ONLY, TEST_DISK_WRITE, TRUE },
  { "broken-once", TEST_DISK_BROKEN, TEST_DISK_ALL, FALSE },
  { "broken", TEST_DISK_BROKEN, TEST_DISK_ALL, TRUE },
  { "broken-for-writing", TEST_DISK_BROKEN, TEST_DISK_CHANGES, TRUE },
  { "lying-once", TEST_DISK_LYING, TEST_DISK_CHANGES, FALSE },
  { "lying", TEST_DISK_LYING, TEST_DISK_CHANGES, TRUE },
};

/* What became of it, over all operations. */
typedef struct
{
  guint saved;
  guint not_saved;
  guint unknown;
} Outcomes;

static void
go_to_verdict (StationFixture *fixture)
{
  g_autofree char *label = station_fixture_dup_label (fixture, TEA, "QH26A01", 510, 200);

  station_fixture_scan (fixture, INSPECTOR);
  station_fixture_scan (fixture, "PO-2026-0001");
  station_fixture_scan (fixture, label);
  for (int i = 0; i < 5; i++)
    station_fixture_command (fixture, VOUCH_COMMAND_PASS, 0);
  station_fixture_expect (fixture, VOUCH_STAGE_VERDICT, VOUCH_FEEDBACK_OK);
}

static gint64
count_signatures (StationFixture *fixture)
{
  return station_fixture_ask (fixture, "SELECT count(*) FROM signature");
}

static void
assert_signed_once (StationFixture *fixture)
{
  torture_look_for_damage (fixture->station);
  torture_look_count (fixture->station);
  g_assert_cmpint (count_signatures (fixture), ==, 1);
  g_assert_cmpint (station_fixture_ask (fixture, "SELECT count(*) FROM usage_decision"), ==, 1);
  g_assert_cmpint (station_fixture_ask (fixture, "SELECT count(*) FROM outbox"), ==, 1);
  g_assert_cmpint (
      station_fixture_ask (fixture, "SELECT count(*) FROM draft WHERE state = 'open' AND use_case LIKE 'decide.%'"), ==,
      0);
}

/* The power fails: the files stay as they are, and what this process knows of them is gone. */
static gint64
count_after_power_loss (StationFixture *fixture)
{
  g_autofree char *command = NULL;
  g_autofree char *tidy = NULL;
  g_autofree char *copy = g_strconcat (fixture->directory, ".copy", NULL);
  StationFixture other = { .directory = copy, .unlock = fixture->unlock, .clock = fixture->clock };
  VouchStationPaths paths = { copy, fixture->unlock };
  g_autoptr (GError) error = NULL;
  gint64 n;

  tidy = g_strdup_printf ("rm -rf %s", copy);
  command = g_strdup_printf ("cp -r %s %s && rm -f %s/station.db-shm", fixture->directory, copy, copy);
  g_assert_cmpint (system (command), ==, 0);
  other.station = vouch_station_open (&paths, "test", VOUCH_DB_OWN, fixture->clock, &error);
  g_assert_no_error (error);
  n = count_signatures (&other);
  vouch_station_close (other.station, NULL);
  g_assert_cmpint (system (tidy), ==, 0);
  return n;
}

/* What the inspector was told, against what is on the disk. */
static void
check_words (StationFixture *fixture, Outcomes *outcomes)
{
  g_autoptr (VouchDeskState) state = vouch_session_dup_state (fixture->session);
  gint64 found = count_after_power_loss (fixture);

  if (state->feedback == VOUCH_FEEDBACK_ACCEPTED)
    {
      g_assert_cmpint (found, ==, 1);
      outcomes->saved++;
      return;
    }
  g_assert_cmpint (state->feedback, ==, VOUCH_FEEDBACK_MISREAD);
  if (g_str_equal (state->word, "Not saved"))
    {
      g_assert_cmpint (found, ==, 0);
      outcomes->not_saved++;
      return;
    }
  g_assert_cmpstr (state->word, ==, "Saved or not?");
  outcomes->unknown++;
}

static gboolean
is_asked_to_sign (StationFixture *fixture)
{
  g_autoptr (VouchDeskState) state = vouch_session_dup_state (fixture->session);

  return state->stage == VOUCH_STAGE_SIGN;
}

/* As often as the screen asks for it: the draft may have been refused, or the signature. */
static void
sign_as_asked (StationFixture *fixture)
{
  for (int i = 0; i < 3; i++)
    {
      g_autoptr (VouchDeskState) state = vouch_session_dup_state (fixture->session);

      if (state->feedback == VOUCH_FEEDBACK_ACCEPTED)
        return;
      if (state->stage == VOUCH_STAGE_VERDICT)
        station_fixture_command (fixture, VOUCH_COMMAND_ACCEPT, 0);
      else
        station_fixture_scan (fixture, INSPECTOR);
    }
}

/* Which of the operations this program looks at: VOUCH_TORTURE_SHARE is "0/4" for every fourth of them, so that
 * several programs share the work; all of them where it is not set. */
static void
get_share (guint *first, guint *step)
{
  const char *share = g_getenv ("VOUCH_TORTURE_SHARE");
  guint number = 0;

  *step = 1;
  if (share != NULL)
    g_assert_cmpint (sscanf (share, "%u/%u", &number, step), ==, 2);
  g_assert_cmpuint (number, <, *step);
  *first = number + 1;
}

/* Whether the signature has so many operations. */
static gboolean
fail_one (const Misfortune *misfortune, guint nth, Outcomes *outcomes)
{
  StationFixture fixture;
  gboolean failed;

  station_fixture_set_up (&fixture, NULL);
  go_to_verdict (&fixture);
  test_disk_fail_at (nth, misfortune->operations, misfortune->fault, misfortune->for_good);
  station_fixture_command (&fixture, VOUCH_COMMAND_ACCEPT, 0);
  if (is_asked_to_sign (&fixture))
    station_fixture_scan (&fixture, INSPECTOR);
  test_disk_mend ();
  failed = test_disk_has_failed ();
  if (failed)
    check_words (&fixture, outcomes);
  sign_as_asked (&fixture);
  assert_signed_once (&fixture);
  station_fixture_reopen (&fixture);
  assert_signed_once (&fixture);
  station_fixture_tear_down (&fixture, NULL);
  return failed;
}

static void
test_says_truly (gconstpointer data)
{
  const Misfortune *misfortune = data;
  Outcomes outcomes = { 0 };
  guint nth, first, step;

  get_share (&first, &step);
  for (nth = first; fail_one (misfortune, nth, &outcomes); nth += step)
    g_assert_cmpuint (nth, <, MOST_OPERATIONS);
  g_test_message ("%u operations: %u saved, %u not saved, %u not known", (nth - first) / step, outcomes.saved,
                  outcomes.not_saved, outcomes.unknown);
  g_assert_cmpuint (nth, >, 20);
  /* A disk that says that it is full or read-only leaves nobody in doubt. */
  if (misfortune->fault != TEST_DISK_BROKEN && misfortune->fault != TEST_DISK_LYING)
    g_assert_cmpuint (outcomes.not_saved, ==, (nth - first) / step);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  test_disk_install ();
  for (gsize i = 0; i < G_N_ELEMENTS (misfortunes); i++)
    {
      g_autofree char *name = g_strconcat ("/disk-faults/says-truly/", misfortunes[i].name, NULL);

      g_test_add_data_func (name, &misfortunes[i], test_says_truly);
    }
  return g_test_run ();
}
