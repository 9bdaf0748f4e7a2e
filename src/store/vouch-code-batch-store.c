#include "vouch-code-batch-store.h"

#include "vouch-row.h"

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
