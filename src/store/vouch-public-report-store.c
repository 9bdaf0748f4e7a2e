#include "vouch-public-report-store.h"

#include "vouch-row.h"

/**
 * vouch_public_report_store_find_by_lot:
 * @conn: a connection
 * @lot_id: whose
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable): the lot's report; %NULL without an error where it was never published
 */
VouchPublicReport *
vouch_public_report_store_find_by_lot (VouchConn *conn, gint64 lot_id, GError **error)
{
  return vouch_row_find_by_id (conn, &vouch_public_report_type, "WHERE lot_id = ?1", lot_id, error);
}

/**
 * vouch_public_report_store_list_wanted:
 * @conn: a connection
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchPublicReport): the next reports to draw
 */
GPtrArray *
vouch_public_report_store_list_wanted (VouchConn *conn, GError **error)
{
  return vouch_row_take_all (
      vouch_row_prepare_select (conn, &vouch_public_report_type, "WHERE state = 'wanted' ORDER BY id LIMIT 64", error),
      &vouch_public_report_type, (GDestroyNotify)vouch_public_report_free, error);
}
