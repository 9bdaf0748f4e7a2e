#include "vouch-draft-store.h"

#include "vouch-row.h"

/**
 * vouch_draft_store_find:
 * @conn: a connection
 * @key: what to look for
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable): the draft with this key; %NULL without an error where there is none
 */
VouchDraft *
vouch_draft_store_find (VouchConn *conn, const char *key, GError **error)
{
  return vouch_row_find (conn, &vouch_draft_type, "WHERE idempotency_key = ?1", key, error);
}

/**
 * vouch_draft_store_list_open:
 * @conn: a connection
 * @user_id: whose
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchDraft): a user's open drafts, the latest first
 */
GPtrArray *
vouch_draft_store_list_open (VouchConn *conn, gint64 user_id, GError **error)
{
  return vouch_row_list_by_id (conn, &vouch_draft_type, "WHERE user_id = ?1 AND state = 'open' ORDER BY id DESC",
                               user_id, (GDestroyNotify)vouch_draft_free, error);
}

/**
 * vouch_draft_store_was_carried_out:
 * @conn: a connection
 * @key: an act's key
 * @was_done: (out): whether the act was carried out
 * @error: what the database said
 *
 * Returns: whether it could be looked up
 */
gboolean
vouch_draft_store_was_carried_out (VouchConn *conn, const char *key, gboolean *was_done, GError **error)
{
  g_autoptr (VouchStmt) stmt = vouch_conn_prepare (conn, "SELECT 1 FROM idempotency WHERE key = ?1", error);

  if (stmt == NULL)
    return FALSE;
  vouch_stmt_bind_text (stmt, 1, key);
  return vouch_stmt_step (stmt, was_done, error);
}
