#include "vouch-scan-history-store.h"

#include "vouch-row.h"

static gboolean
append_all (VouchConn *conn, GPtrArray *traces, GError **error)
{
  gint64 last;

  if (!vouch_conn_get_number (conn, "SELECT coalesce (max (id), 0) FROM scan_history", &last, error))
    return FALSE;
  for (guint i = 0; i < traces->len; i++)
    {
      VouchScanTrace *trace = g_ptr_array_index (traces, i);

      trace->id = ++last;
      if (!vouch_row_insert (conn, &vouch_scan_trace_type, trace, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
drop_oldest (VouchConn *conn, GError **error)
{
  g_autoptr (VouchStmt) stmt =
      vouch_conn_prepare (conn, "DELETE FROM scan_history WHERE id <= (SELECT max (id) FROM scan_history) - ?1", error);

  if (stmt == NULL)
    return FALSE;
  vouch_stmt_bind_number (stmt, 1, VOUCH_SCAN_TRACE_MAX);
  return vouch_stmt_run (stmt, error);
}

/**
 * vouch_scan_history_store_append:
 * @conn: the writer's connection, in no transaction
 * @traces: (element-type VouchScanTrace): in the order in which they were scanned; their ids are made here
 * @error: what the database said
 *
 * Adds all of them in one transaction of their own, and lets the oldest go.
 *
 * Returns: whether they are kept
 */
gboolean
vouch_scan_history_store_append (VouchConn *conn, GPtrArray *traces, GError **error)
{
  if (!vouch_conn_begin (conn, error))
    return FALSE;
  if (append_all (conn, traces, error) && drop_oldest (conn, error) && vouch_conn_commit (conn, error))
    return TRUE;
  vouch_conn_rollback (conn);
  return FALSE;
}

/**
 * vouch_scan_history_store_list:
 * @conn: a connection
 * @before: the id that those wanted are below, 0 for the latest
 * @limit: how many at most
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchScanTrace): the latest first
 */
GPtrArray *
vouch_scan_history_store_list (VouchConn *conn, gint64 before, guint limit, GError **error)
{
  VouchStmt *stmt =
      vouch_row_prepare_select (conn, &vouch_scan_trace_type, "WHERE id < ?1 ORDER BY id DESC LIMIT ?2", error);

  if (stmt == NULL)
    return NULL;
  vouch_stmt_bind_number (stmt, 1, before > 0 ? before : G_MAXINT64);
  vouch_stmt_bind_number (stmt, 2, limit);
  return vouch_row_take_all (stmt, &vouch_scan_trace_type, (GDestroyNotify)vouch_scan_trace_free, error);
}
