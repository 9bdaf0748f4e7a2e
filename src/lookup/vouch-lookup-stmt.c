#include "vouch-lookup-db-private.h"

void
vouch_lookup_stmt_bind_number (VouchLookupStmt *self, int index, gint64 number)
{
  self->db->driver->bind_number (self, index, number);
}

/* 0 stands for "none" in our structs and is NULL in the database. */
void
vouch_lookup_stmt_bind_number_or_null (VouchLookupStmt *self, int index, gint64 number)
{
  if (number == 0)
    self->db->driver->bind_text (self, index, NULL);
  else
    self->db->driver->bind_number (self, index, number);
}

/* The text has to live until the statement is done; %NULL is NULL. */
void
vouch_lookup_stmt_bind_text (VouchLookupStmt *self, int index, const char *text)
{
  self->db->driver->bind_text (self, index, text);
}

/* The bytes have to live until the statement is done; %NULL is NULL. */
void
vouch_lookup_stmt_bind_bytes (VouchLookupStmt *self, int index, const void *bytes, gsize length)
{
  self->db->driver->bind_bytes (self, index, bytes, length);
}

/**
 * vouch_lookup_stmt_step:
 * @self: a statement
 * @has_row: (out): whether there is a row to read
 * @error: STORAGE, or BUSY
 *
 * Goes to the first or next row.
 *
 * Returns: whether the statement went on without an error
 */
gboolean
vouch_lookup_stmt_step (VouchLookupStmt *self, gboolean *has_row, GError **error)
{
  return self->db->driver->step (self, has_row, error);
}

/* Runs a statement that returns no row. */
gboolean
vouch_lookup_stmt_run (VouchLookupStmt *self, GError **error)
{
  gboolean has_row;

  return self->db->driver->step (self, &has_row, error);
}

/**
 * vouch_lookup_stmt_write_lines:
 * @self: a statement that lists something
 * @append: writes the row it is at
 * @data: handed to @append
 * @error: STORAGE, or BUSY
 *
 * Writes all the rows there are.
 *
 * Returns: (transfer full) (nullable): what was written, maybe nothing
 */
char *
vouch_lookup_stmt_write_lines (VouchLookupStmt *self,
                               void (*append) (GString *lines, VouchLookupStmt *stmt, gpointer data), gpointer data,
                               GError **error)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  gboolean has_row;

  while (vouch_lookup_stmt_step (self, &has_row, error))
    {
      if (!has_row)
        return g_string_free (g_steal_pointer (&lines), FALSE);
      append (lines, self, data);
    }
  return NULL;
}

gboolean
vouch_lookup_stmt_is_null (VouchLookupStmt *self, int column)
{
  return self->db->driver->is_null (self, column);
}

gint64
vouch_lookup_stmt_get_number (VouchLookupStmt *self, int column)
{
  return self->db->driver->get_number (self, column);
}

/* Borrowed until the next step. */
const char *
vouch_lookup_stmt_get_text (VouchLookupStmt *self, int column)
{
  return self->db->driver->get_text (self, column);
}

char *
vouch_lookup_stmt_dup_text (VouchLookupStmt *self, int column)
{
  return g_strdup (vouch_lookup_stmt_get_text (self, column));
}

/* Borrowed until the next step. */
const guint8 *
vouch_lookup_stmt_get_bytes (VouchLookupStmt *self, int column, gsize *length)
{
  return self->db->driver->get_bytes (self, column, length);
}

GBytes *
vouch_lookup_stmt_dup_bytes (VouchLookupStmt *self, int column)
{
  const guint8 *bytes;
  gsize length;

  if (vouch_lookup_stmt_is_null (self, column))
    return NULL;
  bytes = vouch_lookup_stmt_get_bytes (self, column, &length);
  return g_bytes_new (bytes, length);
}

/* Gives the statement back to its connection; %NULL is nothing. */
void
vouch_lookup_stmt_done (VouchLookupStmt *self)
{
  if (self != NULL)
    self->db->driver->done (self);
}
