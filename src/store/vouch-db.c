#include "vouch-db.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "vouch-db-lock.h"
#include "vouch-derived.h"
#include "vouch-error.h"
#include "vouch-schema.h"
#include "vouch-store-fingerprint.h"
#include "vouch-store-resources.h"

#define APPLICATION_ID 0x56434831 /* "VCH1" */
#define CHECKPOINT_EVERY 200      /* jobs of the writer */

struct _VouchDb
{
  char *directory;
  char *path;
  int lock_fd;     /* -1: only looking */
  char *read_only; /* (nullable): why it is only looked at, though it was to be owned */
  VouchDiskProbe probe;
  gpointer probe_data;
  GMutex write_lock;   /* of the writer, which a failed commit replaces */
  VouchWorker *writer; /* NULL while it could not be opened again */
  VouchWorker *reader;
  struct stat identity; /* of the file when it was opened */
  guint n_writes;
};

static void
get_schema (VouchSchema *schema)
{
  *schema = (VouchSchema){
    .application_id = APPLICATION_ID,
    .resources = vouch_store_get_resource (),
    .folder = "/app/vouch/Store/sql",
    .what = "station",
    .fingerprint = VOUCH_STORE_FINGERPRINT,
  };
}

/* What lies on a disk that takes nothing can still be read. */
static gboolean
take_lock (VouchDb *self, const char *holder, GError **error)
{
  g_autoptr (GError) refusal = NULL;
  gboolean is_read_only;

  self->lock_fd = vouch_db_lock_take (self->directory, holder, &is_read_only, &refusal);
  if (self->lock_fd >= 0)
    return TRUE;
  if (is_read_only && g_file_test (self->path, G_FILE_TEST_EXISTS))
    {
      self->read_only = g_strdup (refusal->message);
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&refusal));
  return FALSE;
}

/* A new database is made under another name and renamed when it is whole, so that a crash leaves no empty one behind.
 */
static gboolean
make_database (VouchDb *self, GError **error)
{
  g_autofree char *fresh = g_strconcat (self->path, ".new", NULL);
  g_autoptr (VouchConn) conn = NULL;
  VouchSchema schema;

  get_schema (&schema);
  g_unlink (fresh);
  conn = vouch_conn_open (fresh, VOUCH_CONN_CREATE, error);
  if (conn == NULL || !vouch_schema_prepare (&schema, conn, NULL, error) ||
      !vouch_conn_exec (conn, "PRAGMA journal_mode=DELETE", error) ||
      !vouch_conn_close (g_steal_pointer (&conn), error))
    return FALSE;
  if (g_rename (fresh, self->path) == 0)
    return TRUE;
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, _ ("%s cannot be created: %s"), self->path, g_strerror (errno));
  return FALSE;
}

static VouchConn *
open_writer (VouchDb *self, GError **error)
{
  g_autofree char *backup = g_strdup_printf ("%s.before-%s", self->path, VOUCH_VERSION);
  g_autoptr (VouchConn) conn = NULL;
  VouchSchema schema;

  get_schema (&schema);
  conn = vouch_conn_open (self->path, VOUCH_CONN_WRITE, error);
  if (conn == NULL || !vouch_schema_prepare (&schema, conn, backup, error) || !vouch_derived_prepare (conn, error))
    return NULL;
  return g_steal_pointer (&conn);
}

/* Whoever only looks does not change the format, and would take for missing or altered what is not there yet. */
static gboolean
check_format (const VouchSchema *schema, gint64 version, GError **error)
{
  if (version >= vouch_schema_get_version (schema))
    return TRUE;
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE,
               _ ("The database has the format %d of an older Vouch, and this program reads %d; start the station "
                  "once, which brings it up to date"),
               (int)version, vouch_schema_get_version (schema));
  return FALSE;
}

static VouchConn *
open_reader (VouchDb *self, GError **error)
{
  g_autoptr (VouchConn) conn = vouch_conn_open (self->path, VOUCH_CONN_READ, error);
  VouchSchema schema;
  gint64 version;

  get_schema (&schema);
  if (conn == NULL || !vouch_schema_read_version (&schema, conn, &version, error))
    return NULL;
  /* Whoever owns the database has looked at it before; what a newer program made in it, this one cannot judge, and
   * nothing that stands there does anything while it is only read. */
  if (self->lock_fd < 0 && version <= vouch_schema_get_version (&schema) &&
      (!check_format (&schema, version, error) || !vouch_schema_check_objects (&schema, conn, error)))
    return NULL;
  return g_steal_pointer (&conn);
}

/* A file of no bytes, or only a -wal without its database, is somebody's accident: say so, touch nothing. */
static gboolean
check_remains (VouchDb *self, GError **error)
{
  g_autofree char *wal = g_strconcat (self->path, "-wal", NULL);
  struct stat about;
  gboolean exists = stat (self->path, &about) == 0;

  if (exists && (about.st_size == 0 || !S_ISREG (about.st_mode)))
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE,
                   _ ("%s is not a database (it is empty or no regular file); it was left as it is"), self->path);
      return FALSE;
    }
  if (!exists && g_file_test (wal, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE,
                   _ ("%s is there without its database; put the database back or restore a backup"), wal);
      return FALSE;
    }
  return TRUE;
}

/* What a newer program wrote would be broken by writing as this one does; it is only looked at, and whoever can do more
 * may have it. A file that cannot be read is told of by whoever opens it next. */
static void
give_way_to_newer (VouchDb *self)
{
  g_autoptr (VouchConn) conn = NULL;
  VouchSchema schema;
  gint64 version;

  get_schema (&schema);
  if (g_file_test (self->path, G_FILE_TEST_EXISTS))
    conn = vouch_conn_open (self->path, VOUCH_CONN_READ, NULL);
  if (conn == NULL || !vouch_schema_read_version (&schema, conn, &version, NULL) ||
      version <= vouch_schema_get_version (&schema))
    return;
  self->read_only = vouch_schema_dup_newer (&schema, version);
  close (self->lock_fd);
  self->lock_fd = -1;
}

static gboolean
open_connections (VouchDb *self, GError **error)
{
  VouchConn *conn;

  if (self->lock_fd >= 0)
    give_way_to_newer (self);
  if (self->lock_fd >= 0)
    {
      if (!g_file_test (self->path, G_FILE_TEST_EXISTS) && !make_database (self, error))
        return FALSE;
      conn = open_writer (self, error);
      if (conn == NULL)
        return FALSE;
      self->writer = vouch_worker_new ("vouch-writer", conn);
    }
  conn = open_reader (self, error);
  if (conn == NULL)
    return FALSE;
  self->reader = vouch_worker_new ("vouch-reader", conn);
  return stat (self->path, &self->identity) == 0;
}

/**
 * vouch_db_open:
 * @directory: the station's data directory; made if it is missing and @mode is to own it
 * @holder: the program's name, for whoever is refused because of it
 * @mode: to own it, or only to look
 * @error: STORAGE if the database is not ours, damaged, of an older format and only looked at, or on a network file
 *   system; BUSY if another process owns it;
 *   NOT_FOUND if there is none to look at
 *
 * A database that is refused is left untouched. One that a newer program wrote, or that lies on a disk which takes
 * nothing, is only looked at, whatever @mode: vouch_db_get_read_only_reason() says why.
 *
 * Returns: (transfer full) (nullable): the database; close it with vouch_db_close()
 */
VouchDb *
vouch_db_open (const char *directory, const char *holder, VouchDbMode mode, GError **error)
{
  VouchDb *self;

  if (mode == VOUCH_DB_OWN && g_mkdir_with_parents (directory, 0700) != 0)
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, _ ("%s cannot be made: %s"), directory, g_strerror (errno));
      return NULL;
    }
  self = g_new0 (VouchDb, 1);
  self->lock_fd = -1;
  g_mutex_init (&self->write_lock);
  self->directory = g_strdup (directory);
  self->path = g_build_filename (directory, "station.db", NULL);
  self->probe = vouch_disk_look;
  if (mode == VOUCH_DB_LOOK && !g_file_test (self->path, G_FILE_TEST_EXISTS))
    g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND, _ ("There is no station in %s"), directory);
  else if (vouch_schema_is_local_file (directory, error) && check_remains (self, error) &&
           (mode == VOUCH_DB_LOOK || take_lock (self, holder, error)) && open_connections (self, error))
    return self;
  vouch_db_close (self, NULL);
  return NULL;
}

static gpointer
write_last_checkpoint (VouchConn *conn, gpointer data, GError **error)
{
  return GINT_TO_POINTER (vouch_conn_checkpoint (conn, TRUE, error));
}

/**
 * vouch_db_close:
 * @self: (transfer full): a database
 * @error: STORAGE if the last checkpoint failed; what was acknowledged is in the log and safe
 *
 * Stops both threads. A thread cannot join itself, so this is called explicitly and not from a job.
 *
 * Returns: whether everything went well
 */
gboolean
vouch_db_close (VouchDb *self, GError **error)
{
  gboolean good = TRUE;

  if (self->reader != NULL)
    vouch_conn_free (vouch_worker_stop (self->reader));
  if (self->writer != NULL)
    {
      good = vouch_worker_run (self->writer, write_last_checkpoint, NULL, error) != NULL;
      good = vouch_conn_close (vouch_worker_stop (self->writer), good ? error : NULL) && good;
    }
  if (self->lock_fd >= 0)
    close (self->lock_fd);
  g_mutex_clear (&self->write_lock);
  g_free (self->read_only);
  g_free (self->directory);
  g_free (self->path);
  g_free (self);
  return good;
}

static gpointer
write_checkpoint (VouchConn *conn, gpointer data, GError **error)
{
  return GINT_TO_POINTER (vouch_conn_checkpoint (conn, FALSE, error));
}

static void
checkpoint_sometimes (VouchDb *self)
{
  g_autoptr (GError) error = NULL;

  if (++self->n_writes % CHECKPOINT_EVERY != 0)
    return;
  /* The records are safe in the log; a disk that cannot take the checkpoint will be told by the next commit. */
  if (vouch_worker_run (self->writer, write_checkpoint, NULL, &error) == NULL)
    g_message ("%s", error->message);
}

static gboolean
replace_writer (VouchDb *self, GError **error)
{
  VouchConn *conn;

  if (self->writer != NULL)
    vouch_conn_free (vouch_worker_stop (g_steal_pointer (&self->writer)));
  conn = vouch_db_is_in_place (self, error) ? open_writer (self, error) : NULL;
  if (conn == NULL)
    return FALSE;
  self->writer = vouch_worker_new ("vouch-writer", conn);
  return TRUE;
}

/**
 * vouch_db_write:
 * @self: a database
 * @job: what to do on the writer's thread
 * @data: handed to @job
 * @error: BUSY if this process only looks; STORAGE if the disk is read-only, or if there is no writer after a failed
 * commit and none can be had; else what @job said
 *
 * Returns: what @job returned
 */
gpointer
vouch_db_write (VouchDb *self, VouchJob job, gpointer data, GError **error)
{
  gpointer result = NULL;

  if (self->read_only != NULL)
    g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, self->read_only);
  else if (self->lock_fd < 0)
    g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_BUSY, _ ("The database was opened only for looking"));
  if (self->lock_fd < 0)
    return NULL;
  g_mutex_lock (&self->write_lock);
  if (self->writer != NULL || replace_writer (self, error))
    {
      result = vouch_worker_run (self->writer, job, data, error);
      checkpoint_sometimes (self);
    }
  g_mutex_unlock (&self->write_lock);
  return result;
}

/**
 * vouch_db_read:
 * @self: a database
 * @job: what to do on the reader's thread
 * @data: handed to @job
 * @error: what @job said
 *
 * Returns: what @job returned
 */
gpointer
vouch_db_read (VouchDb *self, VouchJob job, gpointer data, GError **error)
{
  return vouch_worker_run (self->reader, job, data, error);
}

/* Whether this process owns the station. */
gboolean
vouch_db_is_writable (VouchDb *self)
{
  return self->lock_fd >= 0;
}

/**
 * vouch_db_reopen_writer:
 * @self: a database whose last commit failed
 * @error: STORAGE if it cannot be opened again
 *
 * After a failed commit nothing is assumed of the old connection. Where it cannot be opened again, the next
 * vouch_db_write() tries once more.
 *
 * Returns: whether there is a writer again
 */
gboolean
vouch_db_reopen_writer (VouchDb *self, GError **error)
{
  gboolean replaced;

  g_mutex_lock (&self->write_lock);
  replaced = replace_writer (self, error);
  g_mutex_unlock (&self->write_lock);
  return replaced;
}

/**
 * vouch_db_is_in_place:
 * @self: a database
 * @error: STORAGE if the file was deleted, renamed or replaced
 *
 * Asks the file system, never by opening the file.
 *
 * Returns: whether the path still leads to the file that was opened
 */
gboolean
vouch_db_is_in_place (VouchDb *self, GError **error)
{
  struct stat about;

  if (stat (self->path, &about) == 0 && about.st_ino == self->identity.st_ino && about.st_dev == self->identity.st_dev)
    return TRUE;
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE,
               _ ("%s was moved, replaced or deleted while it was open; stop working and put it back"), self->path);
  return FALSE;
}

/**
 * vouch_db_get_read_only_reason:
 * @self: a database
 *
 * Returns: (transfer none) (nullable): why it is only looked at, though it was to be owned
 */
const char *
vouch_db_get_read_only_reason (VouchDb *self)
{
  return self->read_only;
}

/**
 * vouch_db_look_at_disk:
 * @self: a database
 * @facts: (out): what is found
 *
 * Returns: whether anything could be found out about its disk
 */
gboolean
vouch_db_look_at_disk (VouchDb *self, VouchDiskFacts *facts)
{
  return self->probe (self->directory, facts, self->probe_data);
}

/**
 * vouch_db_set_disk_probe:
 * @self: a database, before anybody works with it
 * @probe: who says how the disk is
 * @data: for @probe
 *
 * Replaces vouch_disk_look().
 */
void
vouch_db_set_disk_probe (VouchDb *self, VouchDiskProbe probe, gpointer data)
{
  self->probe = probe;
  self->probe_data = data;
}
