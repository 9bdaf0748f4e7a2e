#include "vouch-decision-store.h"

#include "vouch-row.h"

/**
 * vouch_decision_store_list:
 * @conn: a connection
 * @lot_id: whose
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchUsageDecision): the decisions on a lot
 */
GPtrArray *
vouch_decision_store_list (VouchConn *conn, gint64 lot_id, GError **error)
{
  return vouch_row_list_by_id (conn, &vouch_usage_decision_type, "WHERE lot_id = ?1 ORDER BY id", lot_id,
                               (GDestroyNotify)vouch_usage_decision_free, error);
}

/**
 * vouch_decision_store_list_signatures:
 * @conn: a connection
 * @subject_id: whose
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchSignature): the signatures on a record
 */
GPtrArray *
vouch_decision_store_list_signatures (VouchConn *conn, gint64 subject_id, GError **error)
{
  return vouch_row_list_by_id (conn, &vouch_signature_type, "WHERE subject_id = ?1 ORDER BY id", subject_id,
                               (GDestroyNotify)vouch_signature_free, error);
}

/**
 * vouch_decision_store_list_ncrs:
 * @conn: a connection
 * @lot_id: whose
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchNcr): the non-conformance reports of a lot
 */
GPtrArray *
vouch_decision_store_list_ncrs (VouchConn *conn, gint64 lot_id, GError **error)
{
  return vouch_row_list_by_id (conn, &vouch_ncr_type, "WHERE lot_id = ?1 ORDER BY id", lot_id,
                               (GDestroyNotify)vouch_ncr_free, error);
}
