#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/vfs.h>

#include "vouch-error.h"
#include "vouch-schema-private.h"

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static char **
list_migrations (const VouchSchema *self)
{
  char **names = self->resources != NULL ? g_resource_enumerate_children (self->resources, self->folder, 0, NULL)
                                         : g_resources_enumerate_children (self->folder, 0, NULL);

  g_return_val_if_fail (names != NULL, NULL);

  qsort (names, g_strv_length (names), sizeof *names, compare_names);
  return names;
}

static GBytes *
load_migration (const VouchSchema *self, const char *name, GError **error)
{
  g_autofree char *path = g_strconcat (self->folder, "/", name, NULL);

  return self->resources != NULL ? g_resource_lookup_data (self->resources, path, 0, error)
                                 : g_resources_lookup_data (path, 0, error);
}

/**
 * vouch_schema_get_version:
 * @self: a schema
 *
 * Returns: the version that this program knows: the number of its last migration
 */
int
vouch_schema_get_version (const VouchSchema *self)
{
  g_auto (GStrv) names = list_migrations (self);

  return (int)g_strv_length (names);
}

/**
 * vouch_schema_is_local_file:
 * @path: a file or folder that exists
 * @error: STORAGE if it lies on a network file system
 *
 * Locks and shared memory do not work over NFS, SMB and their like, so a database there would be damaged sooner or
 * later.
 *
 * Returns: whether @path is on a disk of this machine
 */
gboolean
vouch_schema_is_local_file (const char *path, GError **error)
{
  static const struct
  {
    guint32 magic;
    const char *name;
  } networks[] = {
    { 0x6969, "NFS" },     { 0xFF534D42, "CIFS" }, { 0xFE534D42, "SMB2" },
    { 0x517B, "SMB" },     { 0x01021997, "9P" },   { 0x00C36400, "Ceph" },
    { 0x5346414F, "AFS" }, { 0x73757245, "Coda" }, { 0x65735546, "FUSE" },
  };
  struct statfs about;

  if (statfs (path, &about) != 0)
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, _ ("%s cannot be looked at: %s"), path, g_strerror (errno));
      return FALSE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (networks); i++)
    if ((guint32)about.f_type == networks[i].magic)
      {
        g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE,
                     _ ("%s is on a network file system (%s); choose a folder on a disk of this machine"), path,
                     networks[i].name);
        return FALSE;
      }
  return TRUE;
}

static gboolean
is_empty (VouchConn *conn, gboolean *empty, GError **error)
{
  gint64 tables, application, version;

  if (!vouch_conn_get_number (conn, "SELECT count(*) FROM sqlite_schema", &tables, error) ||
      !vouch_conn_get_number (conn, "PRAGMA application_id", &application, error) ||
      !vouch_conn_get_number (conn, "PRAGMA user_version", &version, error))
    return FALSE;
  *empty = tables == 0 && application == 0 && version == 0;
  return TRUE;
}

/**
 * vouch_schema_read_version:
 * @self: a schema
 * @conn: a connection
 * @version: (out): the format that the database has, as the number of migrations
 * @error: STORAGE if the database is not one of this schema
 *
 * Returns: whether the database is ours, of whatever program's version
 */
gboolean
vouch_schema_read_version (const VouchSchema *self, VouchConn *conn, gint64 *version, GError **error)
{
  gint64 application;

  if (!vouch_conn_get_number (conn, "PRAGMA application_id", &application, error) ||
      !vouch_conn_get_number (conn, "PRAGMA user_version", version, error))
    return FALSE;
  if (application == self->application_id)
    return TRUE;
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE,
               _ ("The file is not a %s database of Vouch; it was left as it is"), self->what);
  return FALSE;
}

/**
 * vouch_schema_dup_newer:
 * @self: a schema
 * @version: a format that is newer than this program
 *
 * Returns: (transfer full): a sentence that says so, and what to do
 */
char *
vouch_schema_dup_newer (const VouchSchema *self, gint64 version)
{
  return g_strdup_printf (
      _ ("The database was written by a newer Vouch (format %d, this program knows %d); install that "
         "version"),
      (int)version, vouch_schema_get_version (self));
}

/**
 * vouch_schema_check:
 * @self: a schema
 * @conn: a connection
 * @error: STORAGE if the database is not one of this schema, or is of a newer program
 *
 * Only reads.
 *
 * Returns: whether the database is ours and not newer than this program
 */
gboolean
vouch_schema_check (const VouchSchema *self, VouchConn *conn, GError **error)
{
  g_autofree char *message = NULL;
  gint64 version;

  if (!vouch_schema_read_version (self, conn, &version, error))
    return FALSE;
  if (version <= vouch_schema_get_version (self))
    return TRUE;
  message = vouch_schema_dup_newer (self, version);
  g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, message);
  return FALSE;
}

static gboolean
apply_migration (const VouchSchema *self, VouchConn *conn, const char *name, int version, GError **error)
{
  g_autoptr (GBytes) sql = load_migration (self, name, error);
  g_autofree char *pragmas = NULL;

  if (sql == NULL)
    return FALSE;
  pragmas = g_strdup_printf ("PRAGMA application_id=%d; PRAGMA user_version=%d;", self->application_id, version);
  if (!vouch_conn_begin (conn, error))
    return FALSE;
  if (vouch_conn_exec (conn, g_bytes_get_data (sql, NULL), error) && vouch_conn_exec (conn, pragmas, error) &&
      vouch_conn_commit (conn, error))
    return TRUE;
  vouch_conn_rollback (conn);
  return FALSE;
}

gboolean
vouch_schema_apply (const VouchSchema *self, VouchConn *conn, int from, int to, GError **error)
{
  g_auto (GStrv) names = list_migrations (self);

  for (int i = from; i < to; i++)
    if (!apply_migration (self, conn, names[i], i + 1, error))
      return FALSE;
  return TRUE;
}

/**
 * vouch_schema_prepare:
 * @self: a schema
 * @conn: the writing connection
 * @backup_path: (nullable): where a copy goes before an existing database is migrated, but for a number behind it
 * @error: STORAGE if the database is not ours, is newer, was changed by others, or cannot be migrated
 *
 * Makes an empty database ours, or brings one of ours up to date, each migration in a transaction of its own and after
 * a verified copy; then sets WAL and FULL. A database that is not ours is left untouched.
 *
 * Returns: whether the database is ready for writing
 */
gboolean
vouch_schema_prepare (const VouchSchema *self, VouchConn *conn, const char *backup_path, GError **error)
{
  int newest = vouch_schema_get_version (self);
  gint64 version;
  gboolean empty;

  if (!is_empty (conn, &empty, error) ||
      (!empty && (!vouch_schema_check (self, conn, error) || !vouch_schema_check_objects (self, conn, error))) ||
      !vouch_conn_get_number (conn, "PRAGMA user_version", &version, error))
    return FALSE;
  if (!vouch_conn_exec (conn, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;", error))
    return FALSE;
  if (!empty && backup_path != NULL && version < newest && !vouch_schema_keep_copy (conn, backup_path, error))
    return FALSE;
  return vouch_schema_apply (self, conn, (int)version, newest, error);
}
