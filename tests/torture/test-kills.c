/* Kills a committing process at random moments and looks at what is left: nothing acknowledged is lost, nothing is
 * there twice, the audit and the file hold. VOUCH_TORTURE_KILLS says how often (50); --seed repeats a run's moments. */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "test-folder.h"
#include "torture-ledger.h"
#include "torture-look.h"
#include "vouch-user-work.h"

#define KILLS 50
#define KILLS_PER_STATION 50 /* a look at the audit takes as long as the audit is */
#define FIRST_START_KILLS 20
#define PATIENCE_US (30 * G_USEC_PER_SEC)

typedef struct
{
  char *directory;
  char *data;
  char *unlock;
  char *said; /* the file that a child writes to: unlike a pipe it never makes the child wait */
  gint64 acknowledged;
  gint64 unanswered;
  gint64 saved_unanswered;
} Bench;

static char *
dup_child_path (void)
{
  return g_test_build_filename (G_TEST_BUILT, "torture", "torture-child", NULL);
}

/* On the disk of the build, since /tmp may be memory. */
static void
set_up (Bench *bench, gconstpointer data)
{
  g_autofree char *template = g_test_build_filename (G_TEST_BUILT, "torture", "station-XXXXXX", NULL);

  bench->directory = g_mkdtemp (g_steal_pointer (&template));
  g_assert_nonnull (bench->directory);
  bench->data = g_build_filename (bench->directory, "data", NULL);
  bench->unlock = g_build_filename (bench->directory, "secret", "unlock.key", NULL);
  bench->said = g_build_filename (bench->directory, "said", NULL);
}

static void
tear_down (Bench *bench, gconstpointer data)
{
  test_folder_remove (bench->directory);
  g_free (bench->directory);
  g_free (bench->data);
  g_free (bench->unlock);
  g_free (bench->said);
}

static pid_t
start_child (const Bench *bench, const char *what)
{
  g_autofree char *program = dup_child_path ();
  char *arguments[] = { program, bench->data, bench->unlock, (char *)what, NULL };
  pid_t pid = fork ();

  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    {
      int fd = open (bench->said, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND, 0600);

      if (fd < 0 || dup2 (fd, STDOUT_FILENO) < 0)
        _exit (4);
      execv (program, arguments);
      _exit (5);
    }
  return pid;
}

static gsize
count_said (const Bench *bench)
{
  GStatBuf about;

  return g_stat (bench->said, &about) == 0 ? (gsize)about.st_size : 0;
}

/* A third of the moments lie in the opening and the recovery, the others among the commits, after so much was said. */
static void
wait_for_moment (const Bench *bench)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE_US;

  if (g_test_rand_int_range (0, 3) > 0)
    {
      gsize enough = (gsize)g_test_rand_int_range (1, 12000);

      while (count_said (bench) < enough && g_get_monotonic_time () < deadline)
        g_usleep (200);
      g_usleep ((gulong)g_test_rand_int_range (0, 2000));
    }
  else
    g_usleep ((gulong)g_test_rand_int_range (0, 40000));
}

/* Whether the child was still at it. */
static gboolean
kill_child (pid_t pid, int *status)
{
  kill (pid, SIGKILL);
  g_assert_cmpint (waitpid (pid, status, 0), ==, pid);
  return WIFSIGNALED (*status) && WTERMSIG (*status) == SIGKILL;
}

static void
kill_one (Bench *bench, TortureLedger *ledger)
{
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;
  pid_t pid;
  int status;

  g_remove (bench->said);
  pid = start_child (bench, "work");
  wait_for_moment (bench);
  if (!kill_child (pid, &status))
    g_test_message ("the child ended by itself with status %x", (guint)status);
  if (g_file_get_contents (bench->said, &said, NULL, NULL))
    torture_ledger_read (ledger, said);
  g_assert_cmpstr (ledger->fault, ==, NULL);
  g_assert_true (WIFSIGNALED (status));
}

static VouchStation *
open_station (const Bench *bench)
{
  VouchStationPaths paths = { bench->data, bench->unlock };
  g_autoptr (VouchClock) clock = vouch_clock_new_system ();
  g_autoptr (GError) error = NULL;
  VouchStation *station = vouch_station_open (&paths, "test-kills", VOUCH_DB_OWN, clock, &error);

  g_assert_no_error (error);
  return station;
}

static void
close_station (VouchStation *station)
{
  g_autoptr (GError) error = NULL;

  vouch_station_close (station, &error);
  g_assert_no_error (error);
}

/* The first answer comes again where there was one; an act nobody answered is done now, or was done already. */
static void
submit_again (const TortureEntry *entry, VouchStation *station, VouchActor *actor)
{
  g_autoptr (GError) error = NULL;
  gint64 id = 0;
  g_autoptr (GBytes) answer = torture_act_submit (&entry->act, station, actor, &id, &error);
  g_autofree char *digest = NULL;

  g_assert_no_error (error);
  digest = torture_answer_digest (answer);
  if (entry->digest != NULL)
    g_assert_cmpstr (digest, ==, entry->digest);
}

/* Whatever was acknowledged is in the database before anything is submitted again; afterwards all of it is, once. */
static void
look (Bench *bench, TortureLedger *ledger)
{
  VouchStation *station = open_station (bench);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchActor) actor = vouch_sign_in (station, TORTURE_INSPECTOR, NULL, NULL, &error);
  TortureCounts found = torture_look_count (station);
  gint64 least_rows, most_rows;
  gint64 least = torture_ledger_count_acknowledged (ledger, &least_rows);
  gint64 most = torture_ledger_count_submitted (ledger, &most_rows);

  g_assert_no_error (error);
  torture_look_for_damage (station);
  g_assert_cmpint (found.keys, >=, ledger->keys + least);
  g_assert_cmpint (found.keys, <=, ledger->keys + most);
  g_assert_cmpint (found.rows, >=, ledger->rows + least_rows);
  g_assert_cmpint (found.rows, <=, ledger->rows + most_rows);
  bench->acknowledged += least;
  bench->unanswered += most - least;
  bench->saved_unanswered += found.keys - ledger->keys - least;

  for (int time = 0; time < 2; time++)
    {
      for (guint i = 0; i < ledger->entries->len; i++)
        submit_again (g_ptr_array_index (ledger->entries, i), station, actor);
      found = torture_look_count (station);
      g_assert_cmpint (found.keys, ==, ledger->keys + most);
      g_assert_cmpint (found.rows, ==, ledger->rows + most_rows);
    }
  torture_look_for_damage (station);
  torture_ledger_settle (ledger);
  close_station (station);
}

static void
make_station (Bench *bench, TortureLedger *ledger)
{
  pid_t pid = start_child (bench, "new");
  g_autofree char *said = NULL;
  VouchStation *station;
  TortureCounts counts;
  int status;

  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  if (g_file_get_contents (bench->said, &said, NULL, NULL))
    torture_ledger_read (ledger, said);
  g_assert_cmpstr (ledger->fault, ==, NULL);
  g_assert_cmpint (status, ==, 0);
  station = open_station (bench);
  counts = torture_look_count (station);
  ledger->keys = counts.keys;
  ledger->rows = counts.rows;
  close_station (station);
}

/* Not after every kill is the database looked at: the next child may have to recover what the last one left. */
static void
kill_one_station (Bench *bench, int kills)
{
  TortureLedger ledger;

  torture_ledger_init (&ledger);
  make_station (bench, &ledger);
  for (int i = 0; i < kills; i++)
    {
      kill_one (bench, &ledger);
      if (i + 1 == kills || g_test_rand_int_range (0, 3) > 0)
        look (bench, &ledger);
    }
  torture_ledger_clear (&ledger);
  test_folder_remove (bench->data);
}

static void
test_nothing_acknowledged_is_lost (Bench *bench, gconstpointer data)
{
  const char *wanted = g_getenv ("VOUCH_TORTURE_KILLS");
  int kills = wanted != NULL ? atoi (wanted) : KILLS;

  g_assert_cmpint (kills, >, 0);
  for (int done = 0; done < kills; done += KILLS_PER_STATION)
    kill_one_station (bench, MIN (KILLS_PER_STATION, kills - done));
  g_test_message ("%d kills, %d acts acknowledged, %d killed before their answer, %d of them saved", kills,
                  (int)bench->acknowledged, (int)bench->unanswered, (int)bench->saved_unanswered);
  /* Kills that hit nothing prove nothing. */
  g_assert_cmpint (bench->acknowledged, >, kills * 5);
  g_assert_cmpint (bench->unanswered, >, kills / 10);
}

static void
test_a_killed_first_start_can_be_repeated (Bench *bench, gconstpointer data)
{
  for (int i = 0; i < FIRST_START_KILLS; i++)
    {
      g_autofree char *secrets = g_path_get_dirname (bench->unlock);
      TortureLedger ledger;
      int status;
      pid_t pid = start_child (bench, "new");

      g_usleep ((gulong)g_test_rand_int_range (0, 30000));
      kill_child (pid, &status);
      torture_ledger_init (&ledger);
      make_station (bench, &ledger);
      torture_ledger_clear (&ledger);
      test_folder_remove (bench->data);
      test_folder_remove (secrets);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/kills/nothing-acknowledged-is-lost", Bench, NULL, set_up, test_nothing_acknowledged_is_lost, tear_down);
  g_test_add ("/kills/a-killed-first-start-can-be-repeated", Bench, NULL, set_up,
              test_a_killed_first_start_can_be_repeated, tear_down);
  return g_test_run ();
}
