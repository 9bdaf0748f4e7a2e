#include "vouch-row.h"

#include <glib/gi18n-lib.h>

#include "vouch-conn-private.h"
#include "vouch-error.h"

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
