#include <glib/gstdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store-fixture.h"
#include "vouch-error.h"
#include "vouch-row.h"

/* The fixture, closed: a test writes what it wants to find refused. */
static void
set_up_closed (StoreFixture *self, gconstpointer data)
{
  store_fixture_set_up (self, data);
  store_fixture_close (self);
}

static GBytes *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (contents, length);
}

static void
assert_refused_untouched (StoreFixture *self, const char *word)
{
  g_autoptr (GBytes) before = read_file (self->path);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (vouch_db_open (self->directory, "test", VOUCH_DB_OWN, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, word));
  after = read_file (self->path);
  g_assert_true (g_bytes_equal (before, after));
}

static void
test_a_station_is_made_where_there_is_none (StoreFixture *self, gconstpointer data)
{
  GStatBuf about;

  g_assert_true (vouch_db_is_writable (self->db));
  g_assert_cmpint (g_stat (self->path, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0600);
  g_assert_cmpint (store_fixture_ask (self, "PRAGMA user_version"), >, 0);
}

static void
test_only_looking_makes_nothing (StoreFixture *self, gconstpointer data)
{
  g_autofree char *empty = g_build_filename (self->directory, "empty", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (vouch_db_open (empty, "test", VOUCH_DB_LOOK, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (empty, G_FILE_TEST_EXISTS));
}

static void
test_a_second_owner_is_refused_and_told_who (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *process = g_strdup_printf ("process %d", (int)getpid ());

  g_assert_null (vouch_db_open (self->directory, "other", VOUCH_DB_OWN, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_BUSY);
  g_assert_nonnull (strstr (error->message, "test"));
  g_assert_nonnull (strstr (error->message, process));
}

/* What the child process does: owns the station until its input is closed. */
static void
own_in_child (const char *directory, int ready, int stop)
{
  VouchDb *db = vouch_db_open (directory, "child", VOUCH_DB_OWN, NULL);
  char byte = db != NULL ? '+' : '-';

  if (write (ready, &byte, 1) == 1 && read (stop, &byte, 1) >= 0 && db != NULL)
    vouch_db_close (db, NULL);
  _exit (0);
}

static void
test_a_second_process_is_refused_and_told_who (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  int ready[2], stop[2];
  char byte = 0;
  pid_t child;

  g_assert_cmpint (pipe (ready), ==, 0);
  g_assert_cmpint (pipe (stop), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      close (stop[1]);
      own_in_child (self->directory, ready[1], stop[0]);
    }
  close (stop[0]);
  g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);
  g_assert_cmpint (byte, ==, '+');
  g_assert_null (vouch_db_open (self->directory, "parent", VOUCH_DB_OWN, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_BUSY);
  g_assert_nonnull (strstr (error->message, "child"));

  close (stop[1]);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  close (ready[0]);
  close (ready[1]);
  store_fixture_open (self); /* the lock is free again */
}

static void
test_the_lock_of_a_killed_process_is_free (StoreFixture *self, gconstpointer data)
{
  int ready[2], stop[2];
  char byte = 0;
  pid_t child;

  g_assert_cmpint (pipe (ready), ==, 0);
  g_assert_cmpint (pipe (stop), ==, 0);
  child = fork ();
  if (child == 0)
    own_in_child (self->directory, ready[1], stop[0]);
  g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);
  g_assert_cmpint (byte, ==, '+');
  kill (child, SIGKILL);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  store_fixture_open (self);
  for (int i = 0; i < 2; i++)
    {
      close (ready[i]);
      close (stop[i]);
    }
}

static void
test_a_looker_works_beside_the_owner_and_cannot_write (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchParty) party = store_fixture_make_party (self, "A");
  StoreFixture looker = *self;

  looker.db = vouch_db_open (self->directory, "looker", VOUCH_DB_LOOK, &error);
  g_assert_no_error (error);
  g_assert_false (vouch_db_is_writable (looker.db));
  g_assert_cmpint (store_fixture_ask (&looker, "SELECT count(*) FROM party"), ==, 0);
  store_fixture_put (self, party, TRUE, NULL);
  g_assert_cmpint (store_fixture_ask (&looker, "SELECT count(*) FROM party"), ==, 1);
  g_assert_null (vouch_db_write (looker.db, NULL, NULL, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_true (vouch_db_close (looker.db, &error));
  store_fixture_put (self, party, FALSE, NULL); /* the owner was not disturbed */
}

static gpointer
write_and_look (VouchConn *conn, gpointer data, GError **error)
{
  StoreFixture *self = data;
  g_autoptr (VouchTx) tx = vouch_tx_begin (conn, &self->context, error);
  g_autoptr (VouchParty) party = store_fixture_make_party (self, "A");

  g_assert_true (vouch_tx_insert (tx, &vouch_party_type, party, error));
  g_assert_cmpint (store_fixture_ask (self, "SELECT count(*) FROM party"), ==, 0);
  return data;
}

static void
test_the_reader_sees_only_what_is_committed (StoreFixture *self, gconstpointer data)
{
  g_assert_nonnull (vouch_db_write (self->db, write_and_look, self, NULL));
}

static void
test_what_was_acknowledged_is_there_after_a_restart (StoreFixture *self, gconstpointer data)
{
  g_autoptr (VouchParty) party = store_fixture_make_party (self, "A");

  store_fixture_put (self, party, TRUE, NULL);
  store_fixture_close (self);
  store_fixture_open (self);
  g_assert_cmpint (store_fixture_ask (self, "SELECT count(*) FROM party"), ==, 1);
}

static void
test_an_empty_file_is_refused_untouched (StoreFixture *self, gconstpointer data)
{
  g_assert_true (g_file_set_contents (self->path, "", 0, NULL));
  assert_refused_untouched (self, "empty");
}

static void
test_a_log_without_its_database_is_refused_untouched (StoreFixture *self, gconstpointer data)
{
  g_autofree char *wal = g_strconcat (self->path, "-wal", NULL);
  g_autoptr (GBytes) before = NULL, after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_remove (self->path), ==, 0);
  g_assert_true (g_file_set_contents (wal, "some log", -1, NULL));
  before = read_file (wal);
  g_assert_null (vouch_db_open (self->directory, "test", VOUCH_DB_OWN, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE);
  g_assert_nonnull (strstr (error->message, "without its database"));
  after = read_file (wal);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
}

static void
test_a_foreign_database_is_refused_untouched (StoreFixture *self, gconstpointer data)
{
  store_fixture_tamper (self, "PRAGMA application_id = 1; PRAGMA wal_checkpoint (TRUNCATE)");
  assert_refused_untouched (self, "not a station database");
}

static gpointer
count_users (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_conn_get_number (conn, "SELECT count(*) FROM user", data, error) ? data : NULL;
}

static void
test_a_newer_database_is_only_looked_at (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GBytes) before = NULL, after = NULL;
  g_autoptr (GError) error = NULL;
  VouchDb *db, *other;
  gint64 n = -1;

  store_fixture_tamper (self, "CREATE TABLE of_tomorrow (id INTEGER PRIMARY KEY); PRAGMA user_version = 999; "
                              "PRAGMA wal_checkpoint (TRUNCATE)");
  before = read_file (self->path);
  db = vouch_db_open (self->directory, "test", VOUCH_DB_OWN, &error);
  g_assert_no_error (error);
  g_assert_false (vouch_db_is_writable (db));
  g_assert_nonnull (strstr (vouch_db_get_read_only_reason (db), "newer"));
  g_assert_nonnull (vouch_db_read (db, count_users, &n, &error));
  g_assert_cmpint (n, ==, 0);
  g_assert_null (vouch_db_write (db, count_users, &n, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE);
  g_clear_error (&error);
  other = vouch_db_open (self->directory, "another", VOUCH_DB_OWN, &error);
  g_assert_no_error (error);
  g_assert_true (vouch_db_close (other, &error));
  g_assert_true (vouch_db_close (db, &error));
  after = read_file (self->path);
  g_assert_true (g_bytes_equal (before, after));
}

static void
test_an_older_database_is_not_looked_at_before_it_is_brought_up_to_date (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GBytes) before = NULL, after = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_tamper (self, "PRAGMA user_version = 8; PRAGMA wal_checkpoint (TRUNCATE)");
  before = read_file (self->path);
  g_assert_null (vouch_db_open (self->directory, "test", VOUCH_DB_LOOK, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE);
  g_assert_nonnull (strstr (error->message, "older"));
  after = read_file (self->path);
  g_assert_true (g_bytes_equal (before, after));
}

static void
test_something_else_than_a_file_is_refused (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_remove (self->path), ==, 0);
  g_assert_cmpint (g_mkdir (self->path, 0700), ==, 0);
  g_assert_null (vouch_db_open (self->directory, "test", VOUCH_DB_OWN, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE);
}

static void
test_a_replaced_file_is_noticed (StoreFixture *self, gconstpointer data)
{
  g_autofree char *aside = g_strconcat (self->path, ".aside", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (vouch_db_is_in_place (self->db, &error));
  g_assert_cmpint (g_rename (self->path, aside), ==, 0);
  g_assert_false (vouch_db_is_in_place (self->db, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (self->path, "another", -1, NULL));
  g_assert_false (vouch_db_is_in_place (self->db, &error));
  g_assert_cmpint (g_rename (aside, self->path), ==, 0);
}

static void
test_a_reopened_writer_writes_on (StoreFixture *self, gconstpointer data)
{
  g_autoptr (VouchParty) party = store_fixture_make_party (self, "A");
  g_autoptr (GError) error = NULL;

  g_assert_true (vouch_db_reopen_writer (self->db, &error));
  store_fixture_put (self, party, TRUE, NULL);
  g_assert_cmpint (store_fixture_ask (self, "SELECT count(*) FROM party"), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, set_up, test) g_test_add (path, StoreFixture, NULL, set_up, test, store_fixture_tear_down)
  ADD ("/db/a-second-process-is-refused-and-told-who", set_up_closed, test_a_second_process_is_refused_and_told_who);
  ADD ("/db/the-lock-of-a-killed-process-is-free", set_up_closed, test_the_lock_of_a_killed_process_is_free);
  ADD ("/db/a-station-is-made-where-there-is-none", store_fixture_set_up, test_a_station_is_made_where_there_is_none);
  ADD ("/db/only-looking-makes-nothing", store_fixture_set_up, test_only_looking_makes_nothing);
  ADD ("/db/a-second-owner-is-refused-and-told-who", store_fixture_set_up, test_a_second_owner_is_refused_and_told_who);
  ADD ("/db/a-looker-works-beside-the-owner-and-cannot-write", store_fixture_set_up,
       test_a_looker_works_beside_the_owner_and_cannot_write);
  ADD ("/db/the-reader-sees-only-what-is-committed", store_fixture_set_up, test_the_reader_sees_only_what_is_committed);
  ADD ("/db/what-was-acknowledged-is-there-after-a-restart", store_fixture_set_up,
       test_what_was_acknowledged_is_there_after_a_restart);
  ADD ("/db/an-empty-file-is-refused-untouched", set_up_closed, test_an_empty_file_is_refused_untouched);
  ADD ("/db/a-log-without-its-database-is-refused-untouched", set_up_closed,
       test_a_log_without_its_database_is_refused_untouched);
  ADD ("/db/a-foreign-database-is-refused-untouched", set_up_closed, test_a_foreign_database_is_refused_untouched);
  ADD ("/db/a-newer-database-is-only-looked-at", set_up_closed, test_a_newer_database_is_only_looked_at);
  ADD ("/db/an-older-database-is-not-looked-at-before-it-is-brought-up-to-date", set_up_closed,
       test_an_older_database_is_not_looked_at_before_it_is_brought_up_to_date);
  ADD ("/db/something-else-than-a-file-is-refused", set_up_closed, test_something_else_than_a_file_is_refused);
  ADD ("/db/a-replaced-file-is-noticed", store_fixture_set_up, test_a_replaced_file_is_noticed);
  ADD ("/db/a-reopened-writer-writes-on", store_fixture_set_up, test_a_reopened_writer_writes_on);
  return g_test_run ();
}
