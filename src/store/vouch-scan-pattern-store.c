#include "vouch-scan-pattern-store.h"

#include "vouch-row.h"

/**
 * vouch_scan_pattern_store_list:
 * @conn: a connection
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchScanPattern): every pattern, retired ones too, in the order in
 * which they are looked at
 */
GPtrArray *
vouch_scan_pattern_store_list (VouchConn *conn, GError **error)
{
  return vouch_row_take_all (vouch_row_prepare_select (conn, &vouch_scan_pattern_type, "ORDER BY position, id", error),
                             &vouch_scan_pattern_type, (GDestroyNotify)vouch_scan_pattern_free, error);
}

/**
 * vouch_scan_pattern_store_find:
 * @conn: a connection
 * @name: what to look for
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable): the pattern of this name; %NULL without an error where there is none
 */
VouchScanPattern *
vouch_scan_pattern_store_find (VouchConn *conn, const char *name, GError **error)
{
  return vouch_row_find (conn, &vouch_scan_pattern_type, "WHERE name = ?1", name, error);
}
