#include "vouch-conn-private.h"

void
vouch_stmt_free (gpointer stmt)
{
  VouchStmt *self = stmt;

  sqlite3_finalize (self->stmt);
  g_free (self);
}

/**
 * vouch_conn_prepare:
 * @self: a connection
 * @sql: one statement, from our own sources
 * @error: STORAGE if the database does not understand it
 *
 * Lends the prepared form of @sql from the connection's cache. Give it back with vouch_stmt_done().
 *
 * Returns: (transfer full) (nullable): the statement, reset and with nothing bound
 */
VouchStmt *
vouch_conn_prepare (VouchConn *self, const char *sql, GError **error)
{
  VouchStmt *stmt = g_hash_table_lookup (self->statements, sql);
  gboolean cache = stmt == NULL;
  int result;

  if (stmt != NULL && !stmt->is_lent)
    {
      stmt->is_lent = TRUE;
      return stmt;
    }
  stmt = g_new0 (VouchStmt, 1);
  stmt->conn = self;
  result = sqlite3_prepare_v3 (self->db, sql, -1, cache ? SQLITE_PREPARE_PERSISTENT : 0, &stmt->stmt, NULL);
  if (result != SQLITE_OK)
    {
      g_free (stmt);
      vouch_conn_fail (self, result, error);
      return NULL;
    }
  stmt->is_lent = TRUE;
  stmt->is_cached = cache;
  if (cache)
    g_hash_table_insert (self->statements, g_strdup (sql), stmt);
  return stmt;
}

static void
note_bind (VouchStmt *self, int result)
{
  if (self->bind_result == SQLITE_OK)
    self->bind_result = result;
}

void
vouch_stmt_bind_number (VouchStmt *self, int index, gint64 number)
{
  note_bind (self, sqlite3_bind_int64 (self->stmt, index, number));
}

/* 0 stands for "none" in our structs and is NULL in the database. */
void
vouch_stmt_bind_number_or_null (VouchStmt *self, int index, gint64 number)
{
  if (number == 0)
    note_bind (self, sqlite3_bind_null (self->stmt, index));
  else
    vouch_stmt_bind_number (self, index, number);
}

/* The text has to live until the statement is stepped to its end; NULL is NULL. */
void
vouch_stmt_bind_text (VouchStmt *self, int index, const char *text)
{
  note_bind (self, sqlite3_bind_text (self->stmt, index, text, -1, SQLITE_STATIC));
}

/* The bytes have to live until the statement is stepped to its end; NULL is NULL. */
void
vouch_stmt_bind_bytes (VouchStmt *self, int index, const void *bytes, gsize length)
{
  if (bytes == NULL && length == 0)
    note_bind (self, sqlite3_bind_null (self->stmt, index));
  else
    note_bind (self, sqlite3_bind_blob64 (self->stmt, index, bytes, length, SQLITE_STATIC));
}

/**
 * vouch_stmt_step:
 * @self: a statement
 * @has_row: (out): whether there is a row to read
 * @error: what the database said
 *
 * Returns: whether the statement went on without an error
 */
gboolean
vouch_stmt_step (VouchStmt *self, gboolean *has_row, GError **error)
{
  int result;

  *has_row = FALSE;
  if (!vouch_conn_check_whole (self->conn, error))
    return FALSE;
  result = self->bind_result != SQLITE_OK ? self->bind_result : sqlite3_step (self->stmt);
  *has_row = result == SQLITE_ROW;
  return result == SQLITE_ROW || result == SQLITE_DONE || vouch_conn_fail (self->conn, result, error);
}

/**
 * vouch_stmt_run:
 * @self: a statement that gives no rows
 * @error: what the database said
 *
 * Runs the statement and makes it ready to be bound and run again.
 *
 * Returns: whether it ran
 */
gboolean
vouch_stmt_run (VouchStmt *self, GError **error)
{
  gboolean has_row;
  gboolean done = vouch_stmt_step (self, &has_row, error);

  sqlite3_reset (self->stmt);
  return done;
}

gboolean
vouch_stmt_is_null (VouchStmt *self, int column)
{
  return sqlite3_column_type (self->stmt, column) == SQLITE_NULL;
}

/* NULL is 0. */
gint64
vouch_stmt_get_number (VouchStmt *self, int column)
{
  return sqlite3_column_int64 (self->stmt, column);
}

/* Lent until the next step. */
const char *
vouch_stmt_get_text (VouchStmt *self, int column)
{
  return (const char *)sqlite3_column_text (self->stmt, column);
}

char *
vouch_stmt_dup_text (VouchStmt *self, int column)
{
  return g_strdup (vouch_stmt_get_text (self, column));
}

/* Lent until the next step. */
const guint8 *
vouch_stmt_get_bytes (VouchStmt *self, int column, gsize *length)
{
  const guint8 *bytes = sqlite3_column_blob (self->stmt, column);

  *length = (gsize)sqlite3_column_bytes (self->stmt, column);
  return bytes;
}

/* NULL is NULL; an empty value is empty bytes. */
GBytes *
vouch_stmt_dup_bytes (VouchStmt *self, int column)
{
  gsize length;
  const guint8 *bytes;

  if (vouch_stmt_is_null (self, column))
    return NULL;
  bytes = vouch_stmt_get_bytes (self, column, &length);
  return g_bytes_new (bytes, length);
}

/**
 * vouch_stmt_done:
 * @self: (nullable) (transfer full): a lent statement
 *
 * Gives a statement back to its connection.
 */
void
vouch_stmt_done (VouchStmt *self)
{
  if (self == NULL)
    return;
  if (!self->is_cached)
    {
      vouch_stmt_free (self);
      return;
    }
  sqlite3_reset (self->stmt);
  sqlite3_clear_bindings (self->stmt);
  self->bind_result = SQLITE_OK;
  self->is_lent = FALSE;
}
