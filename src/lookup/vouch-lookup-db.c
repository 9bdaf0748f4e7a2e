#include "vouch-lookup-db-private.h"
#include "vouch-lookup-postgres.h"
#include "vouch-lookup-sqlite.h"

/**
 * vouch_lookup_db_open_writer:
 * @place: where
 * @error: STORAGE, or BUSY
 *
 * Opens the database for writing; makes it, or brings it up to date.
 *
 * Returns: (transfer full) (nullable): the connection
 */
VouchLookupDb *
vouch_lookup_db_open_writer (const VouchLookupPlace *place, GError **error)
{
  if (place->database != NULL)
    return vouch_lookup_postgres_open_writer (place->database, error);
  return vouch_lookup_sqlite_open_writer (place->data_dir, error);
}

/**
 * vouch_lookup_db_open_reader:
 * @place: where; its database a writer of this process has open
 * @error: STORAGE
 *
 * Opens the database for reading; the writer is never in a reader's way.
 *
 * Returns: (transfer full) (nullable): the connection
 */
VouchLookupDb *
vouch_lookup_db_open_reader (const VouchLookupPlace *place, GError **error)
{
  if (place->database != NULL)
    return vouch_lookup_postgres_open_reader (place->database, error);
  return vouch_lookup_sqlite_open_reader (place->data_dir, error);
}

/**
 * vouch_lookup_db_close:
 * @self: (transfer full): a connection
 * @error: STORAGE
 *
 * Closes a connection, and says whether that went well.
 *
 * Returns: whether it was closed cleanly
 */
gboolean
vouch_lookup_db_close (VouchLookupDb *self, GError **error)
{
  return self->driver->close (self, error);
}

/**
 * vouch_lookup_db_free:
 * @self: (nullable): a connection
 *
 * Closes a connection.
 */
void
vouch_lookup_db_free (VouchLookupDb *self)
{
  if (self != NULL)
    self->driver->free (self);
}

/* Runs statements without parameters or rows. */
gboolean
vouch_lookup_db_exec (VouchLookupDb *self, const char *sql, GError **error)
{
  return self->driver->exec (self, sql, error);
}

gboolean
vouch_lookup_db_begin (VouchLookupDb *self, GError **error)
{
  return self->driver->begin (self, error);
}

/* After a commit that failed nothing may be assumed: it may have saved all the same. */
gboolean
vouch_lookup_db_commit (VouchLookupDb *self, GError **error)
{
  return self->driver->commit (self, error);
}

void
vouch_lookup_db_rollback (VouchLookupDb *self)
{
  self->driver->rollback (self);
}

/* Opens a part of the transaction that can be taken back on its own. */
gboolean
vouch_lookup_db_savepoint (VouchLookupDb *self, const char *name, GError **error)
{
  g_autofree char *sql = g_strconcat ("SAVEPOINT ", name, NULL);

  return self->driver->exec (self, sql, error);
}

gboolean
vouch_lookup_db_release (VouchLookupDb *self, const char *name, GError **error)
{
  g_autofree char *sql = g_strconcat ("RELEASE ", name, NULL);

  return self->driver->exec (self, sql, error);
}

gboolean
vouch_lookup_db_take_back (VouchLookupDb *self, const char *name, GError **error)
{
  g_autofree char *sql = g_strconcat ("ROLLBACK TO ", name, "; RELEASE ", name, NULL);

  return self->driver->exec (self, sql, error);
}

/* Reads one number, 0 for NULL and for no row. */
gboolean
vouch_lookup_db_get_number (VouchLookupDb *self, const char *sql, gint64 *number, GError **error)
{
  g_autoptr (VouchLookupStmt) stmt = vouch_lookup_db_prepare (self, sql, error);
  gboolean has_row;

  *number = 0;
  if (stmt == NULL || !vouch_lookup_stmt_step (stmt, &has_row, error))
    return FALSE;
  if (has_row)
    *number = vouch_lookup_stmt_get_number (stmt, 0);
  return TRUE;
}

/* How many rows the last statement that writes changed. */
gint64
vouch_lookup_db_get_changes (VouchLookupDb *self)
{
  return self->driver->get_changes (self);
}

/* Tells every process on this database, once the transaction commits, that something was published. */
gboolean
vouch_lookup_db_announce (VouchLookupDb *self, GError **error)
{
  self->has_news = TRUE;
  return self->driver->announce (self, error);
}

/* Looks whether something was announced since this was asked last. */
gboolean
vouch_lookup_db_take_news (VouchLookupDb *self)
{
  gboolean has_news = self->has_news;

  self->has_news = FALSE;
  return has_news;
}

/* Lets the database tidy up what it keeps of past commits, if that is much; @wait: now and completely. */
gboolean
vouch_lookup_db_checkpoint (VouchLookupDb *self, gboolean wait, GError **error)
{
  return self->driver->checkpoint (self, wait, error);
}

/**
 * vouch_lookup_db_prepare:
 * @self: a connection
 * @sql: one statement, from our own sources
 * @error: STORAGE
 *
 * Lends the prepared form of a statement.
 *
 * Returns: (transfer full) (nullable): the statement, with nothing bound
 */
VouchLookupStmt *
vouch_lookup_db_prepare (VouchLookupDb *self, const char *sql, GError **error)
{
  return self->driver->prepare (self, sql, error);
}
