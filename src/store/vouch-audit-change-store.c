/* The audit as what happened to one record. */
#include "vouch-audit-change-store.h"

void
vouch_audit_change_free (VouchAuditChange *self)
{
  if (self == NULL)
    return;
  g_free (self->use_case);
  g_free (self);
}

/**
 * vouch_audit_change_store_get_seq:
 * @conn: a connection
 * @table: a record's table
 * @row_id: its id
 * @seq: (out): the last act that touched it; 0 where none did
 * @error: what the database said
 *
 * Whoever shows the record to somebody keeps this with it, to see later whether it is still as it was.
 *
 * Returns: whether it is known
 */
gboolean
vouch_audit_change_store_get_seq (VouchConn *conn, const char *table, gint64 row_id, gint64 *seq, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (VouchAuditChange) change = vouch_audit_change_store_find_last (conn, table, row_id, 0, &local);

  *seq = change != NULL ? change->seq : 0;
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * vouch_audit_change_store_find_last:
 * @conn: a connection
 * @table: a record's table
 * @row_id: its id
 * @after: an entry of the audit
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable): the last act after @after that touched the record; %NULL without an error where
 *   there is none
 */
VouchAuditChange *
vouch_audit_change_store_find_last (VouchConn *conn, const char *table, gint64 row_id, gint64 after, GError **error)
{
  g_autoptr (VouchStmt) stmt = vouch_conn_prepare (
      conn,
      "SELECT audit_entry.seq, at, actor_id, use_case FROM audit_row JOIN audit_entry ON audit_entry.seq = "
      "audit_row.seq WHERE \"table\" = ?1 AND row_id = ?2 AND audit_row.seq > ?3 ORDER BY audit_row.seq DESC LIMIT 1",
      error);
  VouchAuditChange *change;
  gboolean has_row;

  if (stmt == NULL)
    return NULL;
  vouch_stmt_bind_text (stmt, 1, table);
  vouch_stmt_bind_number (stmt, 2, row_id);
  vouch_stmt_bind_number (stmt, 3, after);
  if (!vouch_stmt_step (stmt, &has_row, error) || !has_row)
    return NULL;
  change = g_new0 (VouchAuditChange, 1);
  change->seq = vouch_stmt_get_number (stmt, 0);
  change->at = vouch_stmt_get_number (stmt, 1);
  change->actor_id = vouch_stmt_get_number (stmt, 2);
  change->use_case = vouch_stmt_dup_text (stmt, 3);
  return change;
}
