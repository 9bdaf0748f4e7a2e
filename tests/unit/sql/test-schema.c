#include <string.h>

#include "scratch.h"
#include "test-schema-resources.h"
#include "vouch-error.h"
#include "vouch-schema.h"

#define APPLICATION_ID 0x54455354

static VouchSchema
get_schema (const char *folder)
{
  return (VouchSchema){ APPLICATION_ID, test_schema_get_resource (), folder, "test" };
}

static VouchConn *
open_file (const char *path, VouchConnMode mode)
{
  g_autoptr (GError) error = NULL;
  VouchConn *conn = vouch_conn_open (path, mode, &error);

  g_assert_no_error (error);
  return conn;
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

/* Makes a database of @folder's version, closed and with an empty log. */
static void
make (const char *path, const char *folder)
{
  VouchSchema schema = get_schema (folder);
  g_autoptr (GError) error = NULL;
  VouchConn *conn = open_file (path, VOUCH_CONN_CREATE);

  g_assert_true (vouch_schema_prepare (&schema, conn, NULL, &error));
  g_assert_true (vouch_conn_checkpoint (conn, TRUE, &error));
  g_assert_true (vouch_conn_close (conn, &error));
  g_assert_no_error (error);
}

static guint
count_copies (const Scratch *scratch)
{
  g_autoptr (GDir) dir = g_dir_open (scratch->directory, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_prefix (name, "a.db.before");
  return n;
}

static void
test_an_empty_database_becomes_ours (Scratch *scratch, gconstpointer data)
{
  g_autofree char *path = scratch_dup_path (scratch, "a.db");
  g_autoptr (VouchConn) conn = open_file (path, VOUCH_CONN_CREATE);
  VouchSchema schema = get_schema ("/test/second");
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchStmt) stmt = NULL;
  gboolean has_row;

  g_assert_true (vouch_schema_prepare (&schema, conn, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (vouch_schema_get_version (&schema), ==, 2);
  g_assert_cmpint (ask (conn, "PRAGMA application_id"), ==, APPLICATION_ID);
  g_assert_cmpint (ask (conn, "PRAGMA user_version"), ==, 2);
  g_assert_cmpint (ask (conn, "PRAGMA synchronous"), ==, 2);
  stmt = vouch_conn_prepare (conn, "PRAGMA journal_mode", &error);
  g_assert_true (vouch_stmt_step (stmt, &has_row, &error) && has_row);
  g_assert_cmpstr (vouch_stmt_get_text (stmt, 0), ==, "wal");
  g_assert_true (vouch_schema_check (&schema, conn, &error));
}

static void
test_an_older_database_is_brought_up_to_date_after_a_copy (Scratch *scratch, gconstpointer data)
{
  g_autofree char *path = scratch_dup_path (scratch, "a.db");
  g_autofree char *backup = scratch_dup_path (scratch, "a.db.before");
  g_autofree char *first = scratch_dup_path (scratch, "a.db.before.1");
  g_autoptr (VouchConn) conn = NULL, copy = NULL;
  VouchSchema schema = get_schema ("/test/second"), old = get_schema ("/test/first");
  g_autoptr (GError) error = NULL;

  make (path, "/test/first");
  conn = open_file (path, VOUCH_CONN_WRITE);
  g_assert_true (vouch_schema_prepare (&schema, conn, backup, &error));
  g_assert_no_error (error);
  g_assert_cmpint (ask (conn, "SELECT count(*) FROM thing WHERE colour = 'red'"), ==, 1);

  copy = open_file (first, VOUCH_CONN_READ);
  g_assert_true (vouch_conn_check_integrity (copy, &error));
  g_assert_true (vouch_schema_check (&old, copy, &error));
  g_assert_cmpint (ask (copy, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (ask (copy, "SELECT count(*) FROM thing"), ==, 1);
}

static void
test_an_up_to_date_database_is_not_copied (Scratch *scratch, gconstpointer data)
{
  g_autofree char *path = scratch_dup_path (scratch, "a.db");
  g_autofree char *backup = scratch_dup_path (scratch, "a.db.before");
  VouchSchema schema = get_schema ("/test/second");
  g_autoptr (VouchConn) conn = NULL;

  make (path, "/test/second");
  conn = open_file (path, VOUCH_CONN_WRITE);
  g_assert_true (vouch_schema_prepare (&schema, conn, backup, NULL));
  g_assert_cmpuint (count_copies (scratch), ==, 0);
}

/* A migration that fails leaves the same state as one that was interrupted. */
static void
migrate_in_vain (const char *path, const char *backup)
{
  VouchSchema schema = get_schema ("/test/broken");
  g_autoptr (GError) error = NULL;
  VouchConn *conn = open_file (path, VOUCH_CONN_WRITE);

  g_assert_false (vouch_schema_prepare (&schema, conn, backup, &error));
  g_clear_error (&error);
  vouch_conn_close (conn, &error);
  g_assert_no_error (error);
}

static void
test_a_migration_that_is_begun_again_makes_no_other_copy (Scratch *scratch, gconstpointer data)
{
  g_autofree char *path = scratch_dup_path (scratch, "a.db");
  g_autofree char *backup = scratch_dup_path (scratch, "a.db.before");
  g_autofree char *torn = scratch_dup_path (scratch, "a.db.before.new");

  make (path, "/test/first");
  migrate_in_vain (path, backup);
  g_assert_cmpuint (count_copies (scratch), ==, 1);
  g_assert_true (g_file_set_contents (torn, "half a copy", -1, NULL));
  migrate_in_vain (path, backup);
  migrate_in_vain (path, backup);
  g_assert_cmpuint (count_copies (scratch), ==, 1);
}

static void
test_another_state_gets_a_copy_of_its_own (Scratch *scratch, gconstpointer data)
{
  g_autofree char *path = scratch_dup_path (scratch, "a.db");
  g_autofree char *backup = scratch_dup_path (scratch, "a.db.before");
  g_autofree char *first = scratch_dup_path (scratch, "a.db.before.1");
  g_autofree char *second = scratch_dup_path (scratch, "a.db.before.2");
  g_autoptr (VouchConn) conn = NULL, one = NULL, two = NULL;

  make (path, "/test/first");
  migrate_in_vain (path, backup);
  conn = open_file (path, VOUCH_CONN_WRITE);
  g_assert_true (vouch_conn_exec (conn, "UPDATE thing SET name = 'other'", NULL));
  g_assert_true (vouch_conn_close (g_steal_pointer (&conn), NULL));
  migrate_in_vain (path, backup);
  migrate_in_vain (path, backup);
  g_assert_cmpuint (count_copies (scratch), ==, 2);
  one = open_file (first, VOUCH_CONN_READ);
  two = open_file (second, VOUCH_CONN_READ);
  g_assert_cmpint (ask (one, "SELECT count(*) FROM thing WHERE name = 'first'"), ==, 1);
  g_assert_cmpint (ask (two, "SELECT count(*) FROM thing WHERE name = 'other'"), ==, 1);
}

static void
test_a_migration_that_fails_changes_nothing (Scratch *scratch, gconstpointer data)
{
  g_autofree char *path = scratch_dup_path (scratch, "a.db");
  g_autofree char *backup = scratch_dup_path (scratch, "a.db.before");
  VouchSchema schema = get_schema ("/test/broken"), old = get_schema ("/test/first");
  g_autoptr (VouchConn) conn = NULL;
  g_autoptr (GError) error = NULL;

  make (path, "/test/first");
  conn = open_file (path, VOUCH_CONN_WRITE);
  g_assert_false (vouch_schema_prepare (&schema, conn, backup, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE);
  g_clear_error (&error);
  g_assert_cmpint (ask (conn, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (ask (conn, "SELECT count(*) FROM thing WHERE name = 'first'"), ==, 1);
  g_assert_cmpint (ask (conn, "SELECT count(*) FROM pragma_table_info ('thing')"), ==, 2);
  g_assert_true (vouch_schema_prepare (&old, conn, NULL, &error));
}

static void
test_a_migration_without_its_copy_is_not_begun (Scratch *scratch, gconstpointer data)
{
  g_autofree char *path = scratch_dup_path (scratch, "a.db");
  g_autofree char *backup = scratch_dup_path (scratch, "no-such-folder/a.db.before");
  VouchSchema schema = get_schema ("/test/second");
  g_autoptr (VouchConn) conn = NULL;
  g_autoptr (GError) error = NULL;

  make (path, "/test/first");
  conn = open_file (path, VOUCH_CONN_WRITE);
  g_assert_false (vouch_schema_prepare (&schema, conn, backup, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE);
  g_assert_cmpint (ask (conn, "PRAGMA user_version"), ==, 1);
}

static void
assert_refused_untouched (const char *path, const char *folder, const char *word)
{
  VouchSchema schema = get_schema (folder);
  g_autoptr (GBytes) before = scratch_read (path);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;
  VouchConn *conn = vouch_conn_open (path, VOUCH_CONN_WRITE, &error);

  if (conn != NULL)
    g_assert_false (vouch_schema_prepare (&schema, conn, NULL, &error));
  g_test_message ("%s", error->message);
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE);
  g_assert_nonnull (strstr (error->message, word));
  vouch_conn_free (conn);
  after = scratch_read (path);
  g_assert_true (g_bytes_equal (before, after));
}

static void
test_a_newer_database_is_refused_untouched (Scratch *scratch, gconstpointer data)
{
  g_autofree char *path = scratch_dup_path (scratch, "a.db");

  make (path, "/test/second");
  assert_refused_untouched (path, "/test/first", "newer");
}

static void
test_another_applications_database_is_refused_untouched (Scratch *scratch, gconstpointer data)
{
  g_autofree char *path = scratch_dup_path (scratch, "a.db");
  VouchConn *conn = open_file (path, VOUCH_CONN_CREATE);

  g_assert_true (vouch_conn_exec (conn, "CREATE TABLE contacts (name TEXT)", NULL));
  g_assert_true (vouch_conn_close (conn, NULL));
  assert_refused_untouched (path, "/test/second", "not a test database");
}

static void
test_an_empty_database_of_another_application_is_refused_untouched (Scratch *scratch, gconstpointer data)
{
  g_autofree char *path = scratch_dup_path (scratch, "a.db");
  VouchConn *conn = open_file (path, VOUCH_CONN_CREATE);

  g_assert_true (vouch_conn_exec (conn, "PRAGMA application_id = 42", NULL));
  g_assert_true (vouch_conn_close (conn, NULL));
  assert_refused_untouched (path, "/test/second", "not a test database");
}

static void
test_no_database_at_all_is_refused_untouched (Scratch *scratch, gconstpointer data)
{
  g_autofree char *path = scratch_dup_path (scratch, "a.db");
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < 500; i++)
    g_string_append (text, "Dear diary, today nothing was vouched for.\n");
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
  assert_refused_untouched (path, "/test/second", "database");
}

/* A file of ours into which somebody has put a thing of his own. */
static void
assert_intruder_is_refused (Scratch *scratch, const char *sql, const char *named)
{
  g_autofree char *path = scratch_dup_path (scratch, "a.db");
  VouchConn *conn;

  make (path, "/test/second");
  conn = open_file (path, VOUCH_CONN_WRITE);
  g_assert_true (vouch_conn_exec (conn, sql, NULL));
  g_assert_true (vouch_conn_checkpoint (conn, TRUE, NULL));
  g_assert_true (vouch_conn_close (conn, NULL));
  assert_refused_untouched (path, "/test/second", named);
}

static void
test_a_foreign_trigger_is_refused (Scratch *scratch, gconstpointer data)
{
  assert_intruder_is_refused (
      scratch, "CREATE TRIGGER thing_audit AFTER INSERT ON thing BEGIN DELETE FROM thing WHERE id <> new.id; END",
      "trigger thing_audit");
}

static void
test_a_view_in_a_tables_place_is_refused (Scratch *scratch, gconstpointer data)
{
  assert_intruder_is_refused (
      scratch,
      "ALTER TABLE thing RENAME TO kept; CREATE VIEW thing AS SELECT id, 'good' AS name, 'red' AS colour FROM kept",
      "thing");
}

static void
test_a_changed_table_is_refused (Scratch *scratch, gconstpointer data)
{
  assert_intruder_is_refused (scratch, "ALTER TABLE thing RENAME COLUMN name TO title", "table thing");
}

static void
test_what_sqlite_counts_for_itself_is_no_intruder (Scratch *scratch, gconstpointer data)
{
  g_autofree char *path = scratch_dup_path (scratch, "a.db");
  VouchSchema schema = get_schema ("/test/second");
  g_autoptr (VouchConn) conn = NULL;
  g_autoptr (GError) error = NULL;

  make (path, "/test/second");
  conn = open_file (path, VOUCH_CONN_WRITE);
  g_assert_true (vouch_conn_exec (conn, "ANALYZE", NULL));
  g_assert_true (vouch_schema_prepare (&schema, conn, NULL, &error));
  g_assert_no_error (error);
}

/* Where the fingerprint fits, nothing is made anew; where it does not, as with another SQLite, nobody is shut out. */
static void
test_a_fingerprint_fits_the_newest_version_alone (Scratch *scratch, gconstpointer data)
{
  g_autofree char *path = scratch_dup_path (scratch, "a.db");
  VouchSchema schema = get_schema ("/test/second"), old = get_schema ("/test/first");
  g_autofree char *fingerprint = vouch_schema_dup_fingerprint (&schema, NULL);
  g_autofree char *other = vouch_schema_dup_fingerprint (&old, NULL);
  g_autoptr (VouchConn) conn = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (strlen (fingerprint), ==, 64);
  g_assert_cmpstr (fingerprint, !=, other);
  make (path, "/test/second");
  conn = open_file (path, VOUCH_CONN_WRITE);
  schema.fingerprint = fingerprint;
  g_assert_true (vouch_schema_check_objects (&schema, conn, &error));
  schema.fingerprint = other;
  g_assert_true (vouch_schema_check_objects (&schema, conn, &error));
  g_assert_no_error (error);
}

static void
test_a_fingerprint_does_not_let_an_intruder_in (Scratch *scratch, gconstpointer data)
{
  g_autofree char *path = scratch_dup_path (scratch, "a.db");
  VouchSchema schema = get_schema ("/test/second");
  g_autofree char *fingerprint = vouch_schema_dup_fingerprint (&schema, NULL);
  g_autoptr (VouchConn) conn = NULL;
  g_autoptr (GError) error = NULL;

  make (path, "/test/second");
  conn = open_file (path, VOUCH_CONN_WRITE);
  g_assert_true (vouch_conn_exec (conn, "CREATE VIEW twice AS SELECT id FROM thing", NULL));
  schema.fingerprint = fingerprint;
  g_assert_false (vouch_schema_check_objects (&schema, conn, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE);
  g_assert_nonnull (strstr (error->message, "view twice"));
}

static void
test_a_folder_of_this_machine_is_local (Scratch *scratch, gconstpointer data)
{
  g_autofree char *missing = scratch_dup_path (scratch, "missing");
  g_autoptr (GError) error = NULL;

  g_assert_true (vouch_schema_is_local_file (scratch->directory, &error));
  g_assert_no_error (error);
  g_assert_false (vouch_schema_is_local_file (missing, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Scratch, NULL, scratch_set_up, test, scratch_tear_down)
  ADD ("/schema/an-empty-database-becomes-ours", test_an_empty_database_becomes_ours);
  ADD ("/schema/an-older-database-is-brought-up-to-date-after-a-copy",
       test_an_older_database_is_brought_up_to_date_after_a_copy);
  ADD ("/schema/an-up-to-date-database-is-not-copied", test_an_up_to_date_database_is_not_copied);
  ADD ("/schema/a-migration-that-is-begun-again-makes-no-other-copy",
       test_a_migration_that_is_begun_again_makes_no_other_copy);
  ADD ("/schema/another-state-gets-a-copy-of-its-own", test_another_state_gets_a_copy_of_its_own);
  ADD ("/schema/a-migration-that-fails-changes-nothing", test_a_migration_that_fails_changes_nothing);
  ADD ("/schema/a-migration-without-its-copy-is-not-begun", test_a_migration_without_its_copy_is_not_begun);
  ADD ("/schema/a-newer-database-is-refused-untouched", test_a_newer_database_is_refused_untouched);
  ADD ("/schema/another-applications-database-is-refused-untouched",
       test_another_applications_database_is_refused_untouched);
  ADD ("/schema/an-empty-database-of-another-application-is-refused-untouched",
       test_an_empty_database_of_another_application_is_refused_untouched);
  ADD ("/schema/no-database-at-all-is-refused-untouched", test_no_database_at_all_is_refused_untouched);
  ADD ("/schema/a-foreign-trigger-is-refused", test_a_foreign_trigger_is_refused);
  ADD ("/schema/a-view-in-a-tables-place-is-refused", test_a_view_in_a_tables_place_is_refused);
  ADD ("/schema/a-changed-table-is-refused", test_a_changed_table_is_refused);
  ADD ("/schema/what-sqlite-counts-for-itself-is-no-intruder", test_what_sqlite_counts_for_itself_is_no_intruder);
  ADD ("/schema/a-fingerprint-fits-the-newest-version-alone", test_a_fingerprint_fits_the_newest_version_alone);
  ADD ("/schema/a-fingerprint-does-not-let-an-intruder-in", test_a_fingerprint_does_not_let_an_intruder_in);
  ADD ("/schema/a-folder-of-this-machine-is-local", test_a_folder_of_this_machine_is_local);
  return g_test_run ();
}
