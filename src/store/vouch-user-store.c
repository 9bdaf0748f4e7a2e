#include "vouch-user-store.h"

#include "vouch-row.h"

/**
 * vouch_user_store_find_by_badge:
 * @conn: a connection
 * @badge: what to look for
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable): the user with this badge; %NULL without an error where there is none
 */
VouchUser *
vouch_user_store_find_by_badge (VouchConn *conn, const char *badge, GError **error)
{
  return vouch_row_find (conn, &vouch_user_type, "WHERE badge = ?1", badge, error);
}

/**
 * vouch_user_store_list_roles:
 * @conn: a connection
 * @user_id: whose
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchUserRole): the roles of a user
 */
GPtrArray *
vouch_user_store_list_roles (VouchConn *conn, gint64 user_id, GError **error)
{
  return vouch_row_list_by_id (conn, &vouch_user_role_type, "WHERE user_id = ?1 ORDER BY id", user_id,
                               (GDestroyNotify)vouch_user_role_free, error);
}

/**
 * vouch_user_store_list:
 * @conn: a connection
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchUser): every user
 */
GPtrArray *
vouch_user_store_list (VouchConn *conn, GError **error)
{
  return vouch_row_take_all (vouch_row_prepare_select (conn, &vouch_user_type, "ORDER BY id", error), &vouch_user_type,
                             (GDestroyNotify)vouch_user_free, error);
}

/**
 * vouch_user_store_count_other_administrators:
 * @conn: a connection
 * @user_id: somebody
 * @n: (out): how many administrators there are besides, who have not left
 * @error: what the database said
 *
 * Returns: whether they could be counted
 */
gboolean
vouch_user_store_count_other_administrators (VouchConn *conn, gint64 user_id, gint64 *n, GError **error)
{
  g_autoptr (VouchStmt) stmt =
      vouch_conn_prepare (conn,
                          "SELECT count(*) FROM user_role JOIN user ON user.id = user_id "
                          "WHERE role = 'administrator' AND state = 'active' AND user_id <> ?1",
                          error);
  gboolean has_row;

  if (stmt == NULL)
    return FALSE;
  vouch_stmt_bind_number (stmt, 1, user_id);
  if (!vouch_stmt_step (stmt, &has_row, error))
    return FALSE;
  *n = vouch_stmt_get_number (stmt, 0);
  return TRUE;
}
