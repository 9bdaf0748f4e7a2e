#include "vouch-conn.h"
#include "vouch-error.h"

static VouchConn *
open_memory (void)
{
  g_autoptr (GError) error = NULL;
  VouchConn *conn = vouch_conn_open (NULL, VOUCH_CONN_MEMORY, &error);

  vouch_conn_exec (conn, "CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT, c BLOB) STRICT", &error);
  g_assert_no_error (error);
  return conn;
}

static VouchStmt *
prepare (VouchConn *conn, const char *sql)
{
  g_autoptr (GError) error = NULL;
  VouchStmt *stmt = vouch_conn_prepare (conn, sql, &error);

  g_assert_no_error (error);
  return stmt;
}

static gboolean
step (VouchStmt *stmt)
{
  g_autoptr (GError) error = NULL;
  gboolean has_row;

  vouch_stmt_step (stmt, &has_row, &error);
  g_assert_no_error (error);
  return has_row;
}

static void
test_a_statement_given_back_is_lent_again (void)
{
  g_autoptr (VouchConn) conn = open_memory ();
  VouchStmt *first = prepare (conn, "SELECT ?1");
  VouchStmt *again;

  vouch_stmt_bind_number (first, 1, 5);
  g_assert_true (step (first));
  g_assert_cmpint (vouch_stmt_get_number (first, 0), ==, 5);
  vouch_stmt_done (first);
  again = prepare (conn, "SELECT ?1");
  g_assert_true (again == first);
  g_assert_true (step (again)); /* nothing bound any more, and at its beginning */
  g_assert_true (vouch_stmt_is_null (again, 0));
  vouch_stmt_done (again);
}

static void
test_a_statement_in_use_is_not_lent_twice (void)
{
  g_autoptr (VouchConn) conn = open_memory ();
  g_autoptr (VouchStmt) outer = prepare (conn, "SELECT ?1");
  g_autoptr (VouchStmt) inner = prepare (conn, "SELECT ?1");

  g_assert_true (outer != inner);
  vouch_stmt_bind_number (outer, 1, 1);
  vouch_stmt_bind_number (inner, 1, 2);
  g_assert_true (step (outer) && step (inner));
  g_assert_cmpint (vouch_stmt_get_number (outer, 0), ==, 1);
  g_assert_cmpint (vouch_stmt_get_number (inner, 0), ==, 2);
}

static void
test_a_statement_that_failed_can_be_used_again (void)
{
  g_autoptr (VouchConn) conn = open_memory ();
  g_autoptr (VouchStmt) stmt = prepare (conn, "INSERT INTO t (a) VALUES (?1)");
  g_autoptr (GError) error = NULL;

  vouch_stmt_bind_number (stmt, 1, 1);
  g_assert_true (vouch_stmt_run (stmt, &error));
  g_assert_false (vouch_stmt_run (stmt, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT);
  g_clear_error (&error);
  vouch_stmt_bind_number (stmt, 1, 2);
  g_assert_true (vouch_stmt_run (stmt, &error));
  g_assert_no_error (error);
}

static void
test_a_failed_binding_shows_in_the_next_step (void)
{
  g_autoptr (VouchConn) conn = open_memory ();
  VouchStmt *stmt = prepare (conn, "SELECT ?1");
  g_autoptr (GError) error = NULL;
  gboolean has_row;

  vouch_stmt_bind_number (stmt, 9, 1);
  g_assert_false (vouch_stmt_step (stmt, &has_row, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE);
  g_assert_false (has_row);
  vouch_stmt_done (stmt);
  stmt = prepare (conn, "SELECT ?1");
  g_assert_true (step (stmt)); /* given back, it is forgotten */
  vouch_stmt_done (stmt);
}

static void
test_values_come_back_as_they_were_bound (void)
{
  static const guint8 bytes[] = { 0, 1, 255, 0 };
  g_autoptr (VouchConn) conn = open_memory ();
  g_autoptr (VouchStmt) stmt = prepare (conn, "SELECT ?1, ?2, ?3, ?4, ?5");
  g_autoptr (GBytes) read = NULL;
  gsize length;

  vouch_stmt_bind_number (stmt, 1, G_MININT64);
  vouch_stmt_bind_number_or_null (stmt, 2, 0);
  vouch_stmt_bind_text (stmt, 3, "清禾 '; DROP TABLE t;-- %s%n");
  vouch_stmt_bind_bytes (stmt, 4, bytes, sizeof bytes);
  vouch_stmt_bind_text (stmt, 5, NULL);
  g_assert_true (step (stmt));
  g_assert_cmpint (vouch_stmt_get_number (stmt, 0), ==, G_MININT64);
  g_assert_true (vouch_stmt_is_null (stmt, 1));
  g_assert_cmpstr (vouch_stmt_get_text (stmt, 2), ==, "清禾 '; DROP TABLE t;-- %s%n");
  g_assert_cmpmem (vouch_stmt_get_bytes (stmt, 3, &length), sizeof bytes, bytes, length);
  g_assert_null (vouch_stmt_dup_text (stmt, 4));
  g_assert_null (vouch_stmt_dup_bytes (stmt, 4));
  read = vouch_stmt_dup_bytes (stmt, 3);
  g_assert_cmpuint (g_bytes_get_size (read), ==, sizeof bytes);
  g_assert_false (step (stmt));
}

static void
test_empty_bytes_are_not_none (void)
{
  g_autoptr (VouchConn) conn = open_memory ();
  g_autoptr (VouchStmt) stmt = prepare (conn, "SELECT ?1, ?2");
  g_autoptr (GBytes) empty = NULL;

  vouch_stmt_bind_bytes (stmt, 1, "", 0);
  vouch_stmt_bind_bytes (stmt, 2, NULL, 0);
  g_assert_true (step (stmt));
  empty = vouch_stmt_dup_bytes (stmt, 0);
  g_assert_nonnull (empty);
  g_assert_cmpuint (g_bytes_get_size (empty), ==, 0);
  g_assert_null (vouch_stmt_dup_bytes (stmt, 1));
}

static void
test_closing_gives_the_cache_back (void)
{
  g_autoptr (GError) error = NULL;
  VouchConn *conn = open_memory ();

  for (int i = 0; i < 50; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT %d", i);

      vouch_stmt_done (prepare (conn, sql));
    }
  vouch_stmt_done (NULL);
  g_assert_true (vouch_conn_close (conn, &error));
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stmt/a-statement-given-back-is-lent-again", test_a_statement_given_back_is_lent_again);
  g_test_add_func ("/stmt/a-statement-in-use-is-not-lent-twice", test_a_statement_in_use_is_not_lent_twice);
  g_test_add_func ("/stmt/a-statement-that-failed-can-be-used-again", test_a_statement_that_failed_can_be_used_again);
  g_test_add_func ("/stmt/a-failed-binding-shows-in-the-next-step", test_a_failed_binding_shows_in_the_next_step);
  g_test_add_func ("/stmt/values-come-back-as-they-were-bound", test_values_come_back_as_they_were_bound);
  g_test_add_func ("/stmt/empty-bytes-are-not-none", test_empty_bytes_are_not_none);
  g_test_add_func ("/stmt/closing-gives-the-cache-back", test_closing_gives_the_cache_back);
  return g_test_run ();
}
