#include "vouch-scan-problem-store.h"

#include "vouch-row.h"

/**
 * vouch_scan_problem_store_list:
 * @conn: a connection
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchScanProblem): what is kept, the latest first
 */
GPtrArray *
vouch_scan_problem_store_list (VouchConn *conn, GError **error)
{
  return vouch_row_take_all (
      vouch_row_prepare_select (conn, &vouch_scan_problem_type, "ORDER BY scanned_at DESC, id DESC", error),
      &vouch_scan_problem_type, (GDestroyNotify)vouch_scan_problem_free, error);
}

/**
 * vouch_scan_problem_store_list_open:
 * @conn: a connection
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchScanProblem): those that nobody has acknowledged
 */
GPtrArray *
vouch_scan_problem_store_list_open (VouchConn *conn, GError **error)
{
  return vouch_row_take_all (
      vouch_row_prepare_select (conn, &vouch_scan_problem_type, "WHERE acknowledged_at IS NULL ORDER BY id", error),
      &vouch_scan_problem_type, (GDestroyNotify)vouch_scan_problem_free, error);
}

/**
 * vouch_scan_problem_store_find_replaceable:
 * @conn: a connection
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable): the oldest one, where as many are kept as may be; %NULL without an error where
 * there is room for another
 */
VouchScanProblem *
vouch_scan_problem_store_find_replaceable (VouchConn *conn, GError **error)
{
  return vouch_row_find_by_id (conn, &vouch_scan_problem_type,
                               "WHERE (SELECT count (*) FROM scan_problem) >= ?1 ORDER BY scanned_at, id LIMIT 1",
                               VOUCH_SCAN_PROBLEM_MAX, error);
}
