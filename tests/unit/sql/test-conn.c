#include <glib/gstdio.h>
#include <sys/stat.h>

#include "scratch.h"
#include "vouch-conn.h"
#include "vouch-error.h"

static VouchConn *
open_memory (void)
{
  g_autoptr (GError) error = NULL;
  VouchConn *conn = vouch_conn_open (NULL, VOUCH_CONN_MEMORY, &error);

  g_assert_no_error (error);
  return conn;
}

static void
run (VouchConn *conn, const char *sql)
{
  g_autoptr (GError) error = NULL;

  vouch_conn_exec (conn, sql, &error);
  g_assert_no_error (error);
}

static gint64
ask (VouchConn *conn, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 number = -1;

  vouch_conn_get_number (conn, sql, &number, &error);
  g_assert_no_error (error);
  return number;
}

static void
test_a_broken_rule_of_a_table_is_a_conflict (void)
{
  static const char *const broken[] = {
    "INSERT INTO t VALUES (1, 'a')",    /* primary key */
    "INSERT INTO t VALUES (2, NULL)",   /* NOT NULL */
    "INSERT INTO t VALUES (3, 'long')", /* CHECK */
    "INSERT INTO u VALUES (2, 'x')",    /* STRICT */
    "INSERT INTO u VALUES (1, 99)",     /* foreign key */
    "UPDATE t SET b = 'c'",             /* trigger */
  };
  g_autoptr (VouchConn) conn = open_memory ();

  run (conn, "CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT NOT NULL CHECK (length (b) = 1)) STRICT;"
             "CREATE TABLE u (a INTEGER PRIMARY KEY, t INTEGER REFERENCES t (a)) STRICT;"
             "CREATE TRIGGER t_fixed BEFORE UPDATE ON t BEGIN SELECT raise (ABORT, 't only grows'); END;"
             "INSERT INTO t VALUES (1, 'a')");
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (vouch_conn_exec (conn, broken[i], &error));
      g_test_message ("%s: %s", broken[i], error->message);
      g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT);
    }
  g_assert_cmpint (ask (conn, "SELECT count(*) FROM t"), ==, 1);
}

static void
test_bad_sql_is_a_storage_error (void)
{
  g_autoptr (VouchConn) conn = open_memory ();
  g_autoptr (GError) error = NULL;
  gint64 number;

  g_assert_null (vouch_conn_prepare (conn, "SELECT nothing FROM nowhere", &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE);
  g_clear_error (&error);
  g_assert_false (vouch_conn_get_number (conn, "SELEKT 1", &number, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE);
}

static void
test_a_missing_file_is_a_storage_error (Scratch *scratch, gconstpointer data)
{
  g_autofree char *path = scratch_dup_path (scratch, "missing.db");
  g_autoptr (GError) error = NULL;

  g_assert_null (vouch_conn_open (path, VOUCH_CONN_WRITE, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE);
  g_clear_error (&error);
  g_assert_null (vouch_conn_open (path, VOUCH_CONN_READ, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_a_second_writer_is_busy (Scratch *scratch, gconstpointer data)
{
  g_autofree char *path = scratch_dup_path (scratch, "a.db");
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchConn) first = vouch_conn_open (path, VOUCH_CONN_CREATE, &error);
  g_autoptr (VouchConn) second = vouch_conn_open (path, VOUCH_CONN_WRITE, &error);

  g_assert_no_error (error);
  run (second, "PRAGMA busy_timeout = 20");
  g_assert_true (vouch_conn_begin (first, &error));
  g_assert_false (vouch_conn_begin (second, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_BUSY);
  g_assert_nonnull (strstr (error->message, "another process"));
  g_clear_error (&error);
  vouch_conn_rollback (first);
  g_assert_true (vouch_conn_begin (second, &error));
}

static void
test_a_reader_cannot_write (Scratch *scratch, gconstpointer data)
{
  g_autofree char *path = scratch_dup_path (scratch, "a.db");
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchConn) writer = vouch_conn_open (path, VOUCH_CONN_CREATE, &error);
  g_autoptr (VouchConn) reader = NULL;

  run (writer, "CREATE TABLE t (a INTEGER)");
  reader = vouch_conn_open (path, VOUCH_CONN_READ, &error);
  g_assert_no_error (error);
  g_assert_false (vouch_conn_exec (reader, "INSERT INTO t VALUES (1)", &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE);
}

static void
test_a_new_file_is_private (Scratch *scratch, gconstpointer data)
{
  g_autofree char *path = scratch_dup_path (scratch, "a.db");
  g_autoptr (VouchConn) conn = NULL;
  struct stat about;
  mode_t before = umask (0);

  conn = vouch_conn_open (path, VOUCH_CONN_CREATE, NULL);
  umask (before);
  g_assert_nonnull (conn);
  run (conn, "PRAGMA journal_mode = WAL; CREATE TABLE t (a INTEGER)");
  g_assert_cmpint (stat (path, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0600);
}

static void
test_no_connection_trusts_or_attaches (void)
{
  g_autoptr (VouchConn) conn = open_memory ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (ask (conn, "PRAGMA trusted_schema"), ==, 0);
  g_assert_cmpint (ask (conn, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpint (ask (conn, "PRAGMA wal_autocheckpoint"), ==, 0);
  g_assert_cmpint (ask (conn, "PRAGMA mmap_size"), ==, 0);
  g_assert_false (vouch_conn_exec (conn, "ATTACH ':memory:' AS other", &error));
  g_clear_error (&error);
  run (conn, "CREATE TABLE t (a INTEGER); PRAGMA writable_schema = ON");
  g_assert_false (vouch_conn_exec (conn, "UPDATE sqlite_schema SET sql = 'x'", &error));
  g_clear_error (&error);
  g_assert_false (vouch_conn_exec (conn, "SELECT load_extension ('x')", &error));
}

static void
test_rollback_takes_everything_back (void)
{
  g_autoptr (VouchConn) conn = open_memory ();
  g_autoptr (GError) error = NULL;

  run (conn, "CREATE TABLE t (a INTEGER)");
  vouch_conn_rollback (conn); /* outside a transaction it does nothing */
  g_assert_true (vouch_conn_begin (conn, &error));
  run (conn, "INSERT INTO t VALUES (1), (2)");
  g_assert_cmpint (vouch_conn_get_changes (conn), ==, 2);
  vouch_conn_rollback (conn);
  g_assert_cmpint (ask (conn, "SELECT count(*) FROM t"), ==, 0);
  g_assert_cmpint (ask (conn, "SELECT a FROM t"), ==, 0);
}

static void
test_nothing_is_checkpointed_but_by_the_writer (Scratch *scratch, gconstpointer data)
{
  g_autofree char *path = scratch_dup_path (scratch, "a.db");
  g_autofree char *wal = scratch_dup_path (scratch, "a.db-wal");
  g_autoptr (GError) error = NULL;
  VouchConn *conn = vouch_conn_open (path, VOUCH_CONN_CREATE, &error);
  g_autoptr (GBytes) before = NULL, after = NULL;
  struct stat about;

  run (conn, "PRAGMA journal_mode = WAL; CREATE TABLE t (a INTEGER); INSERT INTO t VALUES (7)");
  before = scratch_read (path);
  g_assert_true (vouch_conn_close (conn, &error));
  after = scratch_read (path);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_cmpint (stat (wal, &about), ==, 0);
  g_assert_cmpint (about.st_size, >, 0);

  conn = vouch_conn_open (path, VOUCH_CONN_WRITE, &error);
  g_assert_cmpint (ask (conn, "SELECT a FROM t"), ==, 7);
  g_assert_true (vouch_conn_checkpoint (conn, TRUE, &error));
  g_assert_cmpint (stat (wal, &about), ==, 0);
  g_assert_cmpint (about.st_size, ==, 0);
  g_assert_true (vouch_conn_close (conn, &error));
}

static void
insert_pages (VouchConn *conn, guint n)
{
  g_autofree char *sql = g_strdup_printf ("INSERT INTO t VALUES (zeroblob (%u))", n * 4096);

  run (conn, sql);
}

static void
test_the_log_is_measured_since_the_last_checkpoint (Scratch *scratch, gconstpointer data)
{
  g_autofree char *path = scratch_dup_path (scratch, "a.db");
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchConn) conn = vouch_conn_open (path, VOUCH_CONN_CREATE, &error);
  g_autoptr (VouchConn) reader = NULL;

  run (conn, "PRAGMA journal_mode = WAL; CREATE TABLE t (a BLOB)");
  g_assert_cmpint (vouch_conn_get_log_growth (conn), ==, 2);
  insert_pages (conn, 20);
  g_assert_cmpint (vouch_conn_get_log_growth (conn), >=, 22);
  g_assert_true (vouch_conn_checkpoint (conn, FALSE, &error));
  g_assert_cmpint (vouch_conn_get_log_growth (conn), ==, 0);

  /* The log begins anew. */
  insert_pages (conn, 5);
  g_assert_cmpint (vouch_conn_get_log_growth (conn), >=, 5);
  g_assert_cmpint (vouch_conn_get_log_growth (conn), <, 15);

  /* It cannot, while somebody reads: what was checkpointed is still no growth. */
  reader = vouch_conn_open (path, VOUCH_CONN_READ, &error);
  run (reader, "BEGIN; SELECT count(*) FROM t");
  insert_pages (conn, 30);
  g_assert_true (vouch_conn_checkpoint (conn, FALSE, &error));
  insert_pages (conn, 1);
  g_assert_cmpint (vouch_conn_get_log_growth (conn), >, 0);
  g_assert_cmpint (vouch_conn_get_log_growth (conn), <, 10);
}

static void
test_a_copy_is_whole_and_private (Scratch *scratch, gconstpointer data)
{
  g_autofree char *path = scratch_dup_path (scratch, "copy.db");
  g_autoptr (VouchConn) conn = open_memory ();
  g_autoptr (VouchConn) copy = NULL;
  g_autoptr (GError) error = NULL;
  struct stat about;

  run (conn, "CREATE TABLE t (a INTEGER); INSERT INTO t VALUES (42)");
  g_assert_true (vouch_conn_copy_to (conn, path, &error));
  g_assert_no_error (error);
  g_assert_cmpint (stat (path, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0600);
  copy = vouch_conn_open (path, VOUCH_CONN_READ, &error);
  g_assert_true (vouch_conn_check_integrity (copy, &error));
  g_assert_cmpint (ask (copy, "SELECT a FROM t"), ==, 42);
}

static void
test_damage_is_found (Scratch *scratch, gconstpointer data)
{
  g_autofree char *path = scratch_dup_path (scratch, "a.db");
  g_autoptr (GError) error = NULL;
  VouchConn *conn = vouch_conn_open (path, VOUCH_CONN_CREATE, &error);
  FILE *file;

  run (conn, "CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT); CREATE INDEX t_b ON t (b);"
             "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)"
             " INSERT INTO t SELECT i, hex (randomblob (20)) FROM n");
  g_assert_true (vouch_conn_close (conn, &error));
  file = g_fopen (path, "r+b");
  g_assert_cmpint (fseek (file, 3 * 4096 + 100, SEEK_SET), ==, 0);
  for (int i = 0; i < 2000; i++)
    fputc (0x5a, file);
  fclose (file);

  conn = vouch_conn_open (path, VOUCH_CONN_READ, &error);
  g_assert_no_error (error);
  g_assert_false (vouch_conn_check_integrity (conn, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE);
  vouch_conn_free (conn);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Scratch, NULL, scratch_set_up, test, scratch_tear_down)
  g_test_add_func ("/conn/a-broken-rule-of-a-table-is-a-conflict", test_a_broken_rule_of_a_table_is_a_conflict);
  g_test_add_func ("/conn/bad-sql-is-a-storage-error", test_bad_sql_is_a_storage_error);
  ADD ("/conn/a-missing-file-is-a-storage-error", test_a_missing_file_is_a_storage_error);
  ADD ("/conn/a-second-writer-is-busy", test_a_second_writer_is_busy);
  ADD ("/conn/a-reader-cannot-write", test_a_reader_cannot_write);
  ADD ("/conn/a-new-file-is-private", test_a_new_file_is_private);
  g_test_add_func ("/conn/no-connection-trusts-or-attaches", test_no_connection_trusts_or_attaches);
  g_test_add_func ("/conn/rollback-takes-everything-back", test_rollback_takes_everything_back);
  ADD ("/conn/nothing-is-checkpointed-but-by-the-writer", test_nothing_is_checkpointed_but_by_the_writer);
  ADD ("/conn/the-log-is-measured-since-the-last-checkpoint", test_the_log_is_measured_since_the_last_checkpoint);
  ADD ("/conn/a-copy-is-whole-and-private", test_a_copy_is_whole_and_private);
  ADD ("/conn/damage-is-found", test_damage_is_found);
  return g_test_run ();
}
