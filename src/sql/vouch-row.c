#include "vouch-row.h"

#include <glib/gi18n-lib.h>

#include "vouch-conn-private.h"
#include "vouch-error.h"
#include "vouch-id.h"

static gboolean
is_stored (const VouchField *field)
{
  return !(field->flags & VOUCH_FIELD_SECRET);
}

static void
append_columns (GString *sql, const VouchRecordType *type)
{
  const char *separator = "";

  for (guint i = 0; i < type->n_fields; i++)
    if (is_stored (&type->fields[i]))
      {
        g_string_append_printf (sql, "%s\"%s\"", separator, type->fields[i].name);
        separator = ",";
      }
}

static void
bind_field (VouchStmt *stmt, int index, const VouchField *field, gconstpointer record)
{
  GBytes *bytes;

  switch (field->kind)
    {
    case VOUCH_FIELD_TEXT:
      vouch_stmt_bind_text (stmt, index, VOUCH_RECORD_TEXT (field, record));
      break;
    case VOUCH_FIELD_BYTES:
      bytes = VOUCH_RECORD_BYTES (field, record);
      if (bytes != NULL)
        vouch_stmt_bind_bytes (stmt, index, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      break;
    case VOUCH_FIELD_ENUM:
      vouch_stmt_bind_text (stmt, index,
                            vouch_enum_get_name (field->values, (int)vouch_record_get_number (field, record)));
      break;
    case VOUCH_FIELD_ID:
    case VOUCH_FIELD_DATE:
    case VOUCH_FIELD_TIME:
      vouch_stmt_bind_number_or_null (stmt, index, vouch_record_get_number (field, record));
      break;
    case VOUCH_FIELD_QUANTITY:
    case VOUCH_FIELD_NUMBER:
    case VOUCH_FIELD_FLAG:
    default:
      vouch_stmt_bind_number (stmt, index, vouch_record_get_number (field, record));
    }
}

static void
bind_fields (VouchStmt *stmt, const VouchRecordType *type, gconstpointer record)
{
  int index = 1;

  for (guint i = 0; i < type->n_fields; i++)
    if (is_stored (&type->fields[i]))
      bind_field (stmt, index++, &type->fields[i], record);
}

/* What a row's SQL is made of: its type, and a clause or "+" for an insertion, "=" for an update. */
typedef struct
{
  const VouchRecordType *type;
  char *clause;
} TextKey;

static guint
hash_key (gconstpointer data)
{
  const TextKey *key = data;

  return g_direct_hash (key->type) ^ g_str_hash (key->clause);
}

static gboolean
keys_are_equal (gconstpointer a, gconstpointer b)
{
  const TextKey *first = a, *second = b;

  return first->type == second->type && g_str_equal (first->clause, second->clause);
}

static void
free_key (gpointer data)
{
  TextKey *key = data;

  g_free (key->clause);
  g_free (key);
}

static char *
make_insert (const VouchRecordType *type)
{
  GString *sql = g_string_new (NULL);
  int n = 0;

  g_string_append_printf (sql, "INSERT INTO \"%s\" (", type->name);
  append_columns (sql, type);
  g_string_append (sql, ") VALUES (");
  for (guint i = 0; i < type->n_fields; i++)
    if (is_stored (&type->fields[i]))
      g_string_append_printf (sql, "%s?%d", n > 0 ? "," : "", n + 1), n++;
  g_string_append_c (sql, ')');
  return g_string_free (sql, FALSE);
}

static char *
make_update (const VouchRecordType *type)
{
  GString *sql = g_string_new (NULL);
  int n = 1;

  g_string_append_printf (sql, "UPDATE \"%s\" SET ", type->name);
  for (guint i = 1; i < type->n_fields; i++)
    if (is_stored (&type->fields[i]))
      g_string_append_printf (sql, "%s\"%s\"=?%d", n > 1 ? "," : "", type->fields[i].name, n + 1), n++;
  g_string_append_printf (sql, " WHERE \"%s\"=?1", type->fields[0].name);
  return g_string_free (sql, FALSE);
}

static char *
make_select (const VouchRecordType *type, const char *clause)
{
  GString *sql = g_string_new ("SELECT ");

  append_columns (sql, type);
  g_string_append_printf (sql, " FROM \"%s\" %s", type->name, clause);
  return g_string_free (sql, FALSE);
}

/* Every row goes through here, so the text is made once for each connection and found again. */
static VouchStmt *
prepare (VouchConn *conn, const VouchRecordType *type, const char *clause, GError **error)
{
  TextKey wanted = { type, (char *)clause };
  TextKey *key;
  char *sql;

  if (conn->row_texts == NULL)
    conn->row_texts = g_hash_table_new_full (hash_key, keys_are_equal, free_key, g_free);
  sql = g_hash_table_lookup (conn->row_texts, &wanted);
  if (sql == NULL)
    {
      sql = *clause == '+' ? make_insert (type) : *clause == '=' ? make_update (type) : make_select (type, clause);
      key = g_new0 (TextKey, 1);
      key->type = type;
      key->clause = g_strdup (clause);
      g_hash_table_insert (conn->row_texts, key, sql);
    }
  return vouch_conn_prepare (conn, sql, error);
}

/**
 * vouch_row_insert:
 * @conn: a writing connection
 * @type: the record's type
 * @record: a record with its id made
 * @error: CONFLICT where the table's rules refuse it
 *
 * Returns: whether the row was inserted
 */
gboolean
vouch_row_insert (VouchConn *conn, const VouchRecordType *type, gconstpointer record, GError **error)
{
  g_autoptr (VouchStmt) stmt = prepare (conn, type, "+", error);

  if (stmt == NULL)
    return FALSE;
  bind_fields (stmt, type, record);
  return vouch_stmt_run (stmt, error);
}

/**
 * vouch_row_update:
 * @conn: a writing connection
 * @type: the record's type, whose first field is the id
 * @record: the row as it is to be
 * @error: CONFLICT where the table's rules refuse it, NOT_FOUND where there is no such row
 *
 * Returns: whether the row was changed
 */
gboolean
vouch_row_update (VouchConn *conn, const VouchRecordType *type, gconstpointer record, GError **error)
{
  g_autoptr (VouchStmt) stmt = prepare (conn, type, "=", error);

  if (stmt == NULL)
    return FALSE;
  bind_fields (stmt, type, record);
  if (!vouch_stmt_run (stmt, error))
    return FALSE;
  if (vouch_conn_get_changes (conn) == 1)
    return TRUE;
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND, _ ("There is no such record in “%s”"), type->name);
  return FALSE;
}

/**
 * vouch_row_prepare_select:
 * @conn: a connection
 * @type: the rows' type
 * @where: what follows the table's name: WHERE, ORDER BY, LIMIT, from our own sources
 * @error: STORAGE if the database does not understand it
 *
 * Returns: (transfer full) (nullable): a statement to bind and then to hand to vouch_row_take_one() or _all()
 */
VouchStmt *
vouch_row_prepare_select (VouchConn *conn, const VouchRecordType *type, const char *where, GError **error)
{
  return prepare (conn, type, where, error);
}

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
    if (is_stored (&type->fields[i]))
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
