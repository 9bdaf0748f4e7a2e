#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "vouch-conn-private.h"
#include "vouch-error.h"

static int
code_of (int result)
{
  switch (result & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return VOUCH_ERROR_BUSY;
    case SQLITE_CONSTRAINT:
      return VOUCH_ERROR_CONFLICT;
    default:
      return VOUCH_ERROR_STORAGE;
    }
}

/* SQLite takes a transaction back by itself when the disk fails, and what follows would be committed row by row:
 * whoever overlooks an error must not get the rest of his transaction saved. */
static void
spoil_transaction (VouchConn *self, const char *detail)
{
  if (self->in_transaction && self->fault == NULL)
    self->fault = g_strdup (detail);
}

gboolean
vouch_conn_check_whole (VouchConn *self, GError **error)
{
  if (self->fault == NULL)
    return TRUE;
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, _ ("The database failed: %s"), self->fault);
  return FALSE;
}

gboolean
vouch_conn_fail (VouchConn *self, int result, GError **error)
{
  const char *detail = self->db != NULL ? sqlite3_errmsg (self->db) : sqlite3_errstr (result);

  switch (code_of (result))
    {
    case VOUCH_ERROR_BUSY:
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_BUSY, _ ("The database is in use by another process (%s)"), detail);
      break;
    case VOUCH_ERROR_CONFLICT:
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT, _ ("The database refuses the record (%s)"), detail);
      break;
    default:
      spoil_transaction (self, detail);
      if ((result & 0xff) == SQLITE_NOTADB)
        g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE,
                             _ ("The file is not a database of Vouch; it was left as it is"));
      else if ((result & 0xff) == SQLITE_FULL)
        g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE,
                             _ ("The disk is full and nothing was saved; free some space and do it again"));
      else
        g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, _ ("The database failed: %s"), detail);
    }
  return FALSE;
}

/* SQLite would make the file with the process's umask; the records in it are nobody else's. */
static gboolean
make_private_file (const char *path, gboolean may_exist, GError **error)
{
  int fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_EXCL, 0600);

  if (fd >= 0)
    {
      close (fd);
      return TRUE;
    }
  if (errno == EEXIST && may_exist)
    return TRUE;
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, _ ("%s cannot be created: %s"), path, g_strerror (errno));
  return FALSE;
}

static int
note_log_pages (gpointer conn, sqlite3 *db, const char *name, int pages)
{
  VouchConn *self = conn;

  self->log_pages = pages;
  if (pages < self->checkpointed)
    self->checkpointed = 0;
  return SQLITE_OK;
}

static gboolean
set_up (VouchConn *self, GError **error)
{
  sqlite3_extended_result_codes (self->db, 1);
  sqlite3_busy_timeout (self->db, 2000);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  /* Only the writer checkpoints, explicitly and checked (the WAL-reset bug of SQLite before 3.51.3). */
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  sqlite3_limit (self->db, SQLITE_LIMIT_ATTACHED, 0);
  if (!vouch_conn_exec (self,
                        "PRAGMA trusted_schema=OFF; PRAGMA mmap_size=0; PRAGMA foreign_keys=ON;"
                        "PRAGMA wal_autocheckpoint=0; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-8192;",
                        error))
    return FALSE;
  sqlite3_wal_hook (self->db, note_log_pages, self);
  return TRUE;
}

/**
 * vouch_conn_open:
 * @path: the database file
 * @mode: what for
 * @error: STORAGE if it cannot be opened, BUSY if another process holds it
 *
 * Opens a database hardened and with explicit checkpoints only. A writing connection still has to choose its journal
 * mode: vouch_schema_prepare() does that after it has seen that the database is the right one.
 *
 * Returns: (transfer full) (nullable): the connection
 */
VouchConn *
vouch_conn_open (const char *path, VouchConnMode mode, GError **error)
{
  g_autoptr (VouchConn) self = g_new0 (VouchConn, 1);
  int flags = mode == VOUCH_CONN_READ ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  int result;

  if (mode == VOUCH_CONN_MEMORY)
    {
      path = ":memory:";
      flags |= SQLITE_OPEN_CREATE;
    }
  if (mode == VOUCH_CONN_CREATE && !make_private_file (path, TRUE, error))
    return NULL;
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, vouch_stmt_free);
  result = sqlite3_open_v2 (path, &self->db, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
  if (result != SQLITE_OK)
    {
      vouch_conn_fail (self, result, error);
      return NULL;
    }
  if (!set_up (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * vouch_conn_close:
 * @self: (transfer full): a connection with no statement lent
 * @error: STORAGE if the database could not be closed cleanly
 *
 * Returns: whether it closed cleanly; it is gone in any case
 */
gboolean
vouch_conn_close (VouchConn *self, GError **error)
{
  int result;

  g_hash_table_remove_all (self->statements);
  result = sqlite3_close (self->db);
  if (result == SQLITE_OK)
    self->db = NULL;
  else
    vouch_conn_fail (self, result, error);
  vouch_conn_free (self);
  return result == SQLITE_OK;
}

void
vouch_conn_free (VouchConn *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->statements, g_hash_table_unref);
  g_clear_pointer (&self->row_texts, g_hash_table_unref);
  if (self->db != NULL)
    sqlite3_close_v2 (self->db);
  g_free (self->fault);
  g_free (self);
}

/**
 * vouch_conn_exec:
 * @self: a connection
 * @sql: one or more statements without parameters, from our own sources
 * @error: what the database said
 *
 * Returns: whether all of them ran
 */
gboolean
vouch_conn_exec (VouchConn *self, const char *sql, GError **error)
{
  int result;

  if (!vouch_conn_check_whole (self, error))
    return FALSE;
  result = sqlite3_exec (self->db, sql, NULL, NULL, NULL);
  return result == SQLITE_OK || vouch_conn_fail (self, result, error);
}

/**
 * vouch_conn_begin:
 * @self: a writing connection
 * @error: BUSY if another connection writes
 *
 * Returns: whether a transaction that may write was begun
 */
gboolean
vouch_conn_begin (VouchConn *self, GError **error)
{
  self->is_in_doubt = FALSE;
  self->in_transaction = vouch_conn_exec (self, "BEGIN IMMEDIATE", error);
  return self->in_transaction;
}

/* What the system said when the log was written last. */
static int
get_log_errno (VouchConn *self)
{
  sqlite3_file *log = NULL;
  int reason = 0;

  if (sqlite3_file_control (self->db, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log) == SQLITE_OK && log != NULL &&
      log->pMethods != NULL)
    log->pMethods->xFileControl (log, SQLITE_FCNTL_LAST_ERRNO, &reason);
  return reason;
}

/* A commit for which the disk was full or read-only has certainly saved nothing: the page that would have completed it
 * was not written. */
static gboolean
was_refused (VouchConn *self, int result)
{
  int reason = get_log_errno (self);

  return (result & 0xff) == SQLITE_FULL || (result & 0xff) == SQLITE_READONLY ||
         (result == SQLITE_IOERR_WRITE && (reason == ENOSPC || reason == EDQUOT || reason == EROFS));
}

/**
 * vouch_conn_commit:
 * @self: a connection in a transaction
 * @error: STORAGE if the commit failed: where vouch_conn_is_in_doubt(), it may have been saved all the same, so look
 *   the idempotency key up
 *
 * A transaction in which the database failed is not committed, even if that error was overlooked.
 *
 * Returns: whether the transaction is durable
 */
gboolean
vouch_conn_commit (VouchConn *self, GError **error)
{
  int result;

  if (!vouch_conn_check_whole (self, error))
    return FALSE;
  result = sqlite3_exec (self->db, "COMMIT", NULL, NULL, NULL);
  if (result == SQLITE_OK)
    {
      self->in_transaction = FALSE;
      return TRUE;
    }
  self->is_in_doubt = !was_refused (self, result);
  return vouch_conn_fail (self, result, error);
}

/**
 * vouch_conn_is_in_doubt:
 * @self: a connection whose last commit failed
 *
 * Returns: whether the transaction may have been saved all the same
 */
gboolean
vouch_conn_is_in_doubt (VouchConn *self)
{
  return self->is_in_doubt;
}

/**
 * vouch_conn_fence:
 * @self: a writing connection that was opened after a commit had failed
 * @error: STORAGE if the disk cannot take it
 *
 * What a failed commit left in the log would be taken up by the next recovery, though nobody can see it now. A commit
 * of nothing writes over it, so that what was not saved stays not saved.
 *
 * Returns: whether the log ends with what can be seen
 */
gboolean
vouch_conn_fence (VouchConn *self, GError **error)
{
  g_autofree char *same = NULL;
  gint64 version;

  if (!vouch_conn_get_number (self, "PRAGMA user_version", &version, error) || !vouch_conn_begin (self, error))
    return FALSE;
  same = g_strdup_printf ("PRAGMA user_version=%d", (int)version);
  if (vouch_conn_exec (self, same, error) && vouch_conn_commit (self, error))
    return TRUE;
  vouch_conn_rollback (self);
  return FALSE;
}

/**
 * vouch_conn_rollback:
 * @self: a connection, in a transaction or not
 *
 * Takes everything since vouch_conn_begin() back.
 */
void
vouch_conn_rollback (VouchConn *self)
{
  self->in_transaction = FALSE;
  g_clear_pointer (&self->fault, g_free);
  if (!sqlite3_get_autocommit (self->db))
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
}

/**
 * vouch_conn_get_number:
 * @self: a connection
 * @sql: a query without parameters that gives one number
 * @number: (out): the number; 0 where there is no row or it is NULL
 * @error: what the database said
 *
 * Returns: whether the query ran
 */
gboolean
vouch_conn_get_number (VouchConn *self, const char *sql, gint64 *number, GError **error)
{
  g_autoptr (VouchStmt) stmt = vouch_conn_prepare (self, sql, error);
  gboolean has_row;

  if (stmt == NULL || !vouch_stmt_step (stmt, &has_row, error))
    return FALSE;
  *number = has_row ? vouch_stmt_get_number (stmt, 0) : 0;
  return TRUE;
}

/**
 * vouch_conn_get_changes:
 * @self: a connection
 *
 * Returns: how many rows the last statement changed
 */
gint64
vouch_conn_get_changes (VouchConn *self)
{
  return sqlite3_changes64 (self->db);
}

/**
 * vouch_conn_get_log_growth:
 * @self: the database's one writer
 *
 * Returns: how many pages this connection wrote to the log since its last checkpoint
 */
int
vouch_conn_get_log_growth (const VouchConn *self)
{
  return self->log_pages - self->checkpointed;
}

/**
 * vouch_conn_checkpoint:
 * @self: the database's one writer
 * @wait: whether to truncate the log, waiting for readers, rather than to do what can be done at once
 * @error: what the database said
 *
 * Returns: whether there was no I/O error; readers in the way are not one
 */
gboolean
vouch_conn_checkpoint (VouchConn *self, gboolean wait, GError **error)
{
  int result = sqlite3_wal_checkpoint_v2 (self->db, NULL, wait ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE,
                                          NULL, NULL);

  self->checkpointed = self->log_pages;
  return result == SQLITE_OK || (result & 0xff) == SQLITE_BUSY || vouch_conn_fail (self, result, error);
}

/**
 * vouch_conn_check_integrity:
 * @self: a connection
 * @error: STORAGE with the first thing found wrong
 *
 * Returns: whether SQLite finds the whole file sound
 */
gboolean
vouch_conn_check_integrity (VouchConn *self, GError **error)
{
  g_autoptr (VouchStmt) stmt = vouch_conn_prepare (self, "PRAGMA integrity_check(1)", error);
  gboolean has_row;

  if (stmt == NULL || !vouch_stmt_step (stmt, &has_row, error))
    return FALSE;
  if (has_row && g_strcmp0 (vouch_stmt_get_text (stmt, 0), "ok") == 0)
    return TRUE;
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, _ ("The database is damaged: %s"),
               has_row ? vouch_stmt_get_text (stmt, 0) : "");
  return FALSE;
}

/**
 * vouch_conn_copy_to:
 * @self: a connection
 * @path: a file that does not exist yet
 * @error: STORAGE if the copy failed
 *
 * Writes a consistent copy of the database to another file.
 *
 * Returns: whether the copy is whole
 */
gboolean
vouch_conn_copy_to (VouchConn *self, const char *path, GError **error)
{
  VouchConn copy = { .db = NULL };
  sqlite3_backup *backup;
  int result;

  if (!make_private_file (path, FALSE, error))
    return FALSE;
  result = sqlite3_open_v2 (path, &copy.db, SQLITE_OPEN_READWRITE, NULL);
  if (result == SQLITE_OK)
    {
      backup = sqlite3_backup_init (copy.db, "main", self->db, "main");
      if (backup != NULL)
        {
          sqlite3_backup_step (backup, -1);
          sqlite3_backup_finish (backup);
        }
      result = sqlite3_errcode (copy.db);
    }
  if (result != SQLITE_OK)
    vouch_conn_fail (&copy, result, error);
  sqlite3_close (copy.db);
  return result == SQLITE_OK;
}
