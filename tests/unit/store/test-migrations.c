/* A database that an earlier program made is brought up to date, and nothing in it is lost. */
#include <gio/gio.h>
#include <glib/gstdio.h>

#include "store-fixture.h"

#define FOLDER "/app/vouch/Store/sql/"

static void
exec (VouchConn *conn, const char *sql)
{
  g_autoptr (GError) error = NULL;

  vouch_conn_exec (conn, sql, &error);
  g_assert_no_error (error);
}

/* The station's database as the first format had it. */
static VouchConn *
make_first_format (StoreFixture *self)
{
  g_autoptr (GBytes) sql = NULL;
  g_autoptr (GError) error = NULL;
  gint64 application = store_fixture_ask (self, "PRAGMA application_id");
  g_autofree char *pragmas = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = 1", (int)application);
  VouchConn *conn;

  store_fixture_close (self);
  g_assert_cmpint (g_remove (self->path), ==, 0);
  conn = vouch_conn_open (self->path, VOUCH_CONN_CREATE, &error);
  g_assert_no_error (error);
  sql = g_resources_lookup_data (FOLDER "0001-station.sql", 0, &error);
  g_assert_no_error (error);
  exec (conn, g_bytes_get_data (sql, NULL));
  exec (conn, pragmas);
  return conn;
}

static void
migrate (StoreFixture *self, VouchConn *conn)
{
  g_autoptr (GError) error = NULL;

  vouch_conn_close (conn, &error);
  g_assert_no_error (error);
  store_fixture_open (self);
}

static void
test_signatures_stay_as_they_were (StoreFixture *self, gconstpointer data)
{
  VouchConn *conn = make_first_format (self);

  exec (conn, "INSERT INTO user (id, badge, name, personal_salt, state, created_at)"
              " VALUES (9, 'T9', 'T', x'00', 'active', 1)");
  exec (conn, "INSERT INTO signature (id, subject, subject_id, record_hash, meaning, signer_id, signed_at)"
              " VALUES (7, 'usage_decision', 8, x'0102', 'usage_decision', 9, 10), (11, 'inspection', 12, x'03',"
              " 'rejection_confirmed', 9, 13)");
  migrate (self, conn);
  g_assert_cmpint (store_fixture_ask (self, "SELECT count(*) FROM signature"), ==, 2);
  g_assert_cmpint (store_fixture_ask (self, "SELECT count(*) FROM signature WHERE id = 7 AND subject = 'usage_decision'"
                                            " AND subject_id = 8 AND record_hash = x'0102'"
                                            " AND meaning = 'usage_decision' AND signer_id = 9 AND signed_at = 10"),
                   ==, 1);
}

static void
test_a_hold_keeps_its_words (StoreFixture *self, gconstpointer data)
{
  VouchConn *conn = make_first_format (self);

  exec (conn,
        "PRAGMA foreign_keys = OFF; INSERT INTO lot (id, number, product_id, supplier_id, receipt_line_id, status,"
        " received, accepted, rejected, held, used, unit, hold_reason) VALUES (9, 'L9', 1, 1, 1, 'quarantined', 5, 0,"
        " 0, 5, 0, 'pc', 'The goods expired')");
  migrate (self, conn);
  g_assert_cmpint (store_fixture_ask (self, "SELECT count(*) FROM lot WHERE hold_reason = 'The goods expired'"
                                            " AND hold_gate = 'none'"),
                   ==, 1);
}

static void
test_no_trigger_is_lost (StoreFixture *self, gconstpointer data)
{
  static const char count[] = "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'";
  gint64 fresh = store_fixture_ask (self, count);
  g_autoptr (VouchConn) conn = make_first_format (self);
  gint64 first;

  g_assert_true (vouch_conn_get_number (conn, count, &first, NULL));
  g_assert_cmpint (first, >, 0);
  migrate (self, g_steal_pointer (&conn));
  g_assert_cmpint (store_fixture_ask (self, count), ==, fresh);
  g_assert_cmpint (fresh, >, first);
}

static void
test_a_copy_is_kept_of_what_was_migrated (StoreFixture *self, gconstpointer data)
{
  VouchConn *conn = make_first_format (self);
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint n = 0;

  migrate (self, conn);
  dir = g_dir_open (self->directory, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_prefix (name, "station.db.before-") && g_str_has_suffix (name, ".1");
  g_assert_cmpuint (n, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, StoreFixture, NULL, store_fixture_set_up, test, store_fixture_tear_down)
  ADD ("/migrations/signatures-stay-as-they-were", test_signatures_stay_as_they_were);
  ADD ("/migrations/a-hold-keeps-its-words", test_a_hold_keeps_its_words);
  ADD ("/migrations/no-trigger-is-lost", test_no_trigger_is_lost);
  ADD ("/migrations/a-copy-is-kept-of-what-was-migrated", test_a_copy_is_kept_of_what_was_migrated);
  return g_test_run ();
}
