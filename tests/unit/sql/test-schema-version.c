#include "scratch.h"
#include "test-schema-resources.h"
#include "vouch-error.h"
#include "vouch-schema.h"

/* No tables and no application id, but a version that no program of ours wrote. */
static void
test_an_empty_database_with_a_version_is_refused (Scratch *scratch, gconstpointer data)
{
  VouchSchema schema = { 0x54455354, test_schema_get_resource (), "/test/second", "test" };
  g_autofree char *path = scratch_dup_path (scratch, "a.db");
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchConn) conn = vouch_conn_open (path, VOUCH_CONN_CREATE, &error);

  g_assert_true (vouch_conn_exec (conn, "PRAGMA user_version = 7", &error));
  g_assert_false (vouch_schema_prepare (&schema, conn, NULL, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/schema/an-empty-database-with-a-version-is-refused", Scratch, NULL, scratch_set_up,
              test_an_empty_database_with_a_version_is_refused, scratch_tear_down);
  return g_test_run ();
}
