#include "vouch-correction-store.h"

#include "vouch-row.h"

/**
 * vouch_correction_store_list:
 * @conn: a connection
 * @lot_id: whose
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchCorrection): the corrections of a lot, in order
 */
GPtrArray *
vouch_correction_store_list (VouchConn *conn, gint64 lot_id, GError **error)
{
  return vouch_row_list_by_id (conn, &vouch_correction_type, "WHERE lot_id = ?1 ORDER BY id", lot_id,
                               (GDestroyNotify)vouch_correction_free, error);
}

/**
 * vouch_correction_store_list_for_review:
 * @conn: a connection
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchCorrection): what waits for the QA lead, the oldest first
 */
GPtrArray *
vouch_correction_store_list_for_review (VouchConn *conn, GError **error)
{
  return vouch_row_take_all (
      vouch_row_prepare_select (conn, &vouch_correction_type,
                                "INDEXED BY correction_for_review WHERE state = 'asked' ORDER BY id", error),
      &vouch_correction_type, (GDestroyNotify)vouch_correction_free, error);
}
