#include "vouch-code-batch-store.h"

#include "vouch-row.h"
#include "vouch-void-unit.h"

/**
 * vouch_code_batch_store_list:
 * @conn: a connection
 * @lot_id: whose
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchCodeBatch): the batches of a lot
 */
GPtrArray *
vouch_code_batch_store_list (VouchConn *conn, gint64 lot_id, GError **error)
{
  return vouch_row_list_by_id (conn, &vouch_code_batch_type, "WHERE lot_id = ?1 ORDER BY first_unit", lot_id,
                               (GDestroyNotify)vouch_code_batch_free, error);
}

/**
 * vouch_code_batch_store_list_print_jobs:
 * @conn: a connection
 * @lot_id: whose
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchPrintJob): what was printed for a lot
 */
GPtrArray *
vouch_code_batch_store_list_print_jobs (VouchConn *conn, gint64 lot_id, GError **error)
{
  return vouch_row_list_by_id (conn, &vouch_print_job_type, "WHERE lot_id = ?1 ORDER BY id", lot_id,
                               (GDestroyNotify)vouch_print_job_free, error);
}

/**
 * vouch_code_batch_store_list_voids:
 * @conn: a connection
 * @lot_id: whose
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchVoidUnit): the units of a lot whose labels were withdrawn one
 *   by one, ascending
 */
GPtrArray *
vouch_code_batch_store_list_voids (VouchConn *conn, gint64 lot_id, GError **error)
{
  return vouch_row_list_by_id (conn, &vouch_void_unit_type, "WHERE lot_id = ?1 ORDER BY first_unit", lot_id,
                               (GDestroyNotify)vouch_void_unit_free, error);
}

/**
 * vouch_code_batch_store_list_active_lots:
 * @conn: a connection
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the ids of the lots with active codes, ascending
 */
GArray *
vouch_code_batch_store_list_active_lots (VouchConn *conn, GError **error)
{
  g_autoptr (VouchStmt) stmt =
      vouch_conn_prepare (conn, "SELECT DISTINCT lot_id FROM code_batch WHERE state = 'active' ORDER BY lot_id", error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean has_row;

  if (stmt == NULL)
    return NULL;
  for (;;)
    {
      gint64 id;

      if (!vouch_stmt_step (stmt, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&ids);
      id = vouch_stmt_get_number (stmt, 0);
      g_array_append_val (ids, id);
    }
}

/**
 * vouch_code_batch_store_list_jobs_of_pack:
 * @conn: a connection
 * @pack_id: a carton or a pallet
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchPrintJob): what was printed for it
 */
GPtrArray *
vouch_code_batch_store_list_jobs_of_pack (VouchConn *conn, gint64 pack_id, GError **error)
{
  return vouch_row_list_by_id (conn, &vouch_print_job_type, "WHERE pack_id = ?1 ORDER BY id", pack_id,
                               (GDestroyNotify)vouch_print_job_free, error);
}

/**
 * vouch_code_batch_store_list_copies:
 * @conn: a connection
 * @job_id: a print job that repeats none
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchPrintJob): the jobs that repeat it
 */
GPtrArray *
vouch_code_batch_store_list_copies (VouchConn *conn, gint64 job_id, GError **error)
{
  return vouch_row_list_by_id (conn, &vouch_print_job_type, "WHERE copy_of = ?1 ORDER BY id", job_id,
                               (GDestroyNotify)vouch_print_job_free, error);
}

static GArray *
list_ids (VouchStmt *stmt, gint64 before, guint limit, GError **error)
{
  if (stmt == NULL)
    return NULL;
  vouch_stmt_bind_number (stmt, 1, before != 0 ? before : G_MAXINT64);
  vouch_stmt_bind_number (stmt, 2, limit != 0 ? (gint64)limit : -1);
  return vouch_row_take_ids (stmt, error);
}

/**
 * vouch_code_batch_store_list_ids:
 * @conn: a connection
 * @before: an id, or 0
 * @limit: how many at most; 0 is all
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the ids of all batches, the newest first; those older
 * than @before unless it is 0
 */
GArray *
vouch_code_batch_store_list_ids (VouchConn *conn, gint64 before, guint limit, GError **error)
{
  return list_ids (
      vouch_conn_prepare (conn, "SELECT id FROM code_batch WHERE id < ?1 ORDER BY id DESC LIMIT ?2", error), before,
      limit, error);
}

/**
 * vouch_code_batch_store_list_job_ids:
 * @conn: a connection
 * @before: an id, or 0
 * @limit: how many at most; 0 is all
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the ids of all print jobs, the newest first; those older
 * than @before unless it is 0
 */
GArray *
vouch_code_batch_store_list_job_ids (VouchConn *conn, gint64 before, guint limit, GError **error)
{
  return list_ids (vouch_conn_prepare (conn, "SELECT id FROM print_job WHERE id < ?1 ORDER BY id DESC LIMIT ?2", error),
                   before, limit, error);
}
