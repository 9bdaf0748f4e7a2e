#include "vouch-lookup-db.h"

#include "vouch-lookup-resources.h"
#include "vouch-schema.h"

#define APPLICATION_ID 0x56434C4B /* "VCLK" */

static char *
dup_path (const char *data_dir)
{
  return g_build_filename (data_dir, "lookup.db", NULL);
}

/**
 * vouch_lookup_db_open_writer:
 * @data_dir: the service's folder
 * @error: STORAGE, or BUSY
 *
 * Opens the database for writing; makes it, or brings it up to date after a copy. There is one writer: the process
 * that holds the folder's lock.
 *
 * Returns: (transfer full) (nullable): the connection
 */
VouchConn *
vouch_lookup_db_open_writer (const char *data_dir, GError **error)
{
  const VouchSchema schema = { APPLICATION_ID, vouch_lookup_get_resource (), "/app/vouch/Lookup/sql", "lookup" };
  g_autofree char *path = dup_path (data_dir);
  g_autofree char *backup_path = g_strconcat (path, ".before-update", NULL);
  g_autoptr (VouchConn) conn = NULL;

  if (!vouch_schema_is_local_file (data_dir, error))
    return NULL;
  conn = vouch_conn_open (path, VOUCH_CONN_CREATE, error);
  if (conn == NULL || !vouch_schema_prepare (&schema, conn, backup_path, error))
    return NULL;
  return g_steal_pointer (&conn);
}

/**
 * vouch_lookup_db_open_reader:
 * @data_dir: the service's folder, whose database a writer of this process has open
 * @error: STORAGE
 *
 * Opens the database for reading; the writer is never in a reader's way.
 *
 * Returns: (transfer full) (nullable): the connection
 */
VouchConn *
vouch_lookup_db_open_reader (const char *data_dir, GError **error)
{
  g_autofree char *path = dup_path (data_dir);

  return vouch_conn_open (path, VOUCH_CONN_READ, error);
}
