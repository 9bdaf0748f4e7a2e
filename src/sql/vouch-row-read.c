/* Rows as records again: one, all of a statement, or those with certain ids. */
#include "vouch-row.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-id.h"

static void
read_field (VouchStmt *stmt, int column, const VouchField *field, gpointer record)
{
  if (field->kind == VOUCH_FIELD_TEXT)
    VOUCH_RECORD_TEXT (field, record) = vouch_stmt_dup_text (stmt, column);
  else if (field->kind == VOUCH_FIELD_BYTES)
    VOUCH_RECORD_BYTES (field, record) = vouch_stmt_dup_bytes (stmt, column);
  else if (field->kind == VOUCH_FIELD_ENUM)
    vouch_record_set_number (field, record, vouch_enum_find (field->values, vouch_stmt_get_text (stmt, column)));
  else
    vouch_record_set_number (field, record, vouch_stmt_get_number (stmt, column));
}

/**
 * vouch_row_read:
 * @stmt: a statement that stands on a row
 * @type: the record's type
 * @first_column: where its fields begin
 *
 * Returns: (transfer full): the record
 */
gpointer
vouch_row_read (VouchStmt *stmt, const VouchRecordType *type, int first_column)
{
  gpointer record = vouch_record_new (type);

  for (guint i = 0; i < type->n_fields; i++)
    if (!(type->fields[i].flags & VOUCH_FIELD_SECRET))
      read_field (stmt, first_column++, &type->fields[i], record);
  return record;
}

/**
 * vouch_row_take_one:
 * @stmt: (nullable) (transfer full): a bound select, or %NULL with @error set
 * @type: the row's type
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable): the first row; %NULL without an error where there is none
 */
gpointer
vouch_row_take_one (VouchStmt *stmt, const VouchRecordType *type, GError **error)
{
  g_autoptr (VouchStmt) taken = stmt;
  gboolean has_row;

  if (taken == NULL || !vouch_stmt_step (taken, &has_row, error) || !has_row)
    return NULL;
  return vouch_row_read (taken, type, 0);
}

/**
 * vouch_row_take_all:
 * @stmt: (nullable) (transfer full): a bound select, or %NULL with @error set
 * @type: the rows' type
 * @free_record: the type's destructor
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type gpointer): the rows, maybe none; %NULL on error
 */
GPtrArray *
vouch_row_take_all (VouchStmt *stmt, const VouchRecordType *type, GDestroyNotify free_record, GError **error)
{
  g_autoptr (VouchStmt) taken = stmt;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_record);
  gboolean has_row;

  if (taken == NULL)
    return NULL;
  for (;;)
    {
      if (!vouch_stmt_step (taken, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&rows);
      g_ptr_array_add (rows, vouch_row_read (taken, type, 0));
    }
}

/**
 * vouch_row_load:
 * @conn: a connection
 * @type: the record's type, whose first field is the id
 * @id: the row's id
 * @error: NOT_FOUND where there is no such row
 *
 * Returns: (transfer full) (nullable): the record
 */
gpointer
vouch_row_load (VouchConn *conn, const VouchRecordType *type, gint64 id, GError **error)
{
  g_autofree char *where = g_strdup_printf ("WHERE \"%s\"=?1", type->fields[0].name);
  g_autoptr (GError) local = NULL;
  VouchStmt *stmt = vouch_row_prepare_select (conn, type, where, &local);
  gpointer record;

  if (stmt != NULL)
    vouch_stmt_bind_number (stmt, 1, id);
  record = vouch_row_take_one (stmt, type, &local);
  if (record == NULL && local == NULL)
    {
      g_autofree char *shown = vouch_id_to_string (id);

      g_set_error (&local, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND, _ ("There is no “%s” with the id %s"), type->name,
                   shown);
    }
  if (record == NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return record;
}

/**
 * vouch_row_find:
 * @conn: a connection
 * @type: the row's type
 * @where: what follows the table's name, with the parameter ?1
 * @text: the parameter
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable): the first row; %NULL without an error where there is none
 */
gpointer
vouch_row_find (VouchConn *conn, const VouchRecordType *type, const char *where, const char *text, GError **error)
{
  VouchStmt *stmt = vouch_row_prepare_select (conn, type, where, error);

  if (stmt != NULL)
    vouch_stmt_bind_text (stmt, 1, text);
  return vouch_row_take_one (stmt, type, error);
}

/**
 * vouch_row_find_by_id:
 * @conn: a connection
 * @type: the row's type
 * @where: what follows the table's name, with the parameter ?1
 * @id: the parameter
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable): the first row; %NULL without an error where there is none
 */
gpointer
vouch_row_find_by_id (VouchConn *conn, const VouchRecordType *type, const char *where, gint64 id, GError **error)
{
  VouchStmt *stmt = vouch_row_prepare_select (conn, type, where, error);

  if (stmt != NULL)
    vouch_stmt_bind_number (stmt, 1, id);
  return vouch_row_take_one (stmt, type, error);
}

/**
 * vouch_row_list_by_id:
 * @conn: a connection
 * @type: the rows' type
 * @where: what follows the table's name, with the parameter ?1 and an order
 * @id: the parameter
 * @free_record: the type's destructor
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type gpointer): the rows, maybe none; %NULL on error
 */
GPtrArray *
vouch_row_list_by_id (VouchConn *conn, const VouchRecordType *type, const char *where, gint64 id,
                      GDestroyNotify free_record, GError **error)
{
  VouchStmt *stmt = vouch_row_prepare_select (conn, type, where, error);

  if (stmt != NULL)
    vouch_stmt_bind_number (stmt, 1, id);
  return vouch_row_take_all (stmt, type, free_record, error);
}

/**
 * vouch_row_take_ids:
 * @stmt: (nullable) (transfer full): a bound select of one whole number a row, or %NULL with @error set
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the numbers, maybe none; %NULL on error
 */
GArray *
vouch_row_take_ids (VouchStmt *stmt, GError **error)
{
  g_autoptr (VouchStmt) taken = stmt;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (taken == NULL)
    return NULL;
  for (;;)
    {
      gboolean has_row;
      gint64 id;

      if (!vouch_stmt_step (taken, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&ids);
      id = vouch_stmt_get_number (taken, 0);
      g_array_append_val (ids, id);
    }
}

/* The row of one id, added to @rows where there is one. */
static gboolean
add_row (VouchConn *conn, const VouchRecordType *type, const char *sql, gint64 id, GPtrArray *rows, GError **error)
{
  g_autoptr (VouchStmt) stmt = vouch_conn_prepare (conn, sql, error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;
  vouch_stmt_bind_number (stmt, 1, id);
  if (!vouch_stmt_step (stmt, &has_row, error))
    return FALSE;
  if (has_row)
    g_ptr_array_add (rows, vouch_row_read (stmt, type, 0));
  return TRUE;
}

/**
 * vouch_row_list_by_ids:
 * @conn: a connection
 * @type: the rows' type
 * @sql: a select of one column a field of @type, from our own sources, for the id ?1
 * @ids: (array length=n): which rows
 * @n: how many
 * @free_record: the type's destructor
 * @error: what the database said
 *
 * A page of a list. What is gone is left out.
 *
 * Returns: (transfer full) (nullable) (element-type gpointer): the rows in the order of @ids; %NULL on error
 */
GPtrArray *
vouch_row_list_by_ids (VouchConn *conn, const VouchRecordType *type, const char *sql, const gint64 *ids, guint n,
                       GDestroyNotify free_record, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_full (n, free_record);

  for (guint i = 0; i < n; i++)
    if (!add_row (conn, type, sql, ids[i], rows, error))
      return NULL;
  return g_steal_pointer (&rows);
}
