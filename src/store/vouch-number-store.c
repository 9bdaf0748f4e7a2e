#include "vouch-number-store.h"

#include "vouch-record-types.h"

/**
 * vouch_number_store_count_users:
 * @conn: a connection
 * @n: (out): how many users there are, retired ones too
 * @error: what the database said
 *
 * Returns: whether they could be counted
 */
gboolean
vouch_number_store_count_users (VouchConn *conn, gint64 *n, GError **error)
{
  return vouch_conn_get_number (conn, "SELECT count(*) FROM user", n, error);
}

/**
 * vouch_number_store_get_greatest_id:
 * @conn: a connection
 * @id: (out): the greatest id of any record, 0 where there is none
 * @error: what the database said
 *
 * Each table gives its greatest id by one look at its key.
 *
 * Returns: whether it is known
 */
gboolean
vouch_number_store_get_greatest_id (VouchConn *conn, gint64 *id, GError **error)
{
  *id = 0;
  for (guint i = 0; vouch_record_types[i] != NULL; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT max(id) FROM \"%s\"", vouch_record_types[i]->name);
      gint64 greatest;

      if (!vouch_conn_get_number (conn, sql, &greatest, error))
        return FALSE;
      *id = MAX (*id, greatest);
    }
  return TRUE;
}

/**
 * vouch_number_store_get_next_unit:
 * @conn: a connection
 * @lot_id: a lot
 * @unit: (out): the first unit number that was never issued in this lot, whatever the key version
 * @error: what the database said
 *
 * Returns: whether it is known
 */
gboolean
vouch_number_store_get_next_unit (VouchConn *conn, gint64 lot_id, gint64 *unit, GError **error)
{
  g_autoptr (VouchStmt) stmt =
      vouch_conn_prepare (conn, "SELECT max(first_unit + units) FROM code_batch WHERE lot_id = ?1", error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;
  vouch_stmt_bind_number (stmt, 1, lot_id);
  if (!vouch_stmt_step (stmt, &has_row, error))
    return FALSE;
  *unit = has_row ? vouch_stmt_get_number (stmt, 0) : 0;
  return TRUE;
}
