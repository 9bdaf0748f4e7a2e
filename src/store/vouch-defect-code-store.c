#include "vouch-defect-code-store.h"

#include "vouch-row.h"

/**
 * vouch_defect_code_store_find:
 * @conn: a connection
 * @code: what to look for
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable): the defect with this code; %NULL without an error where there is none
 */
VouchDefectCode *
vouch_defect_code_store_find (VouchConn *conn, const char *code, GError **error)
{
  return vouch_row_find (conn, &vouch_defect_code_type, "WHERE code = ?1", code, error);
}

/**
 * vouch_defect_code_store_list:
 * @conn: a connection
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchDefectCode): every defect code
 */
GPtrArray *
vouch_defect_code_store_list (VouchConn *conn, GError **error)
{
  return vouch_row_take_all (vouch_row_prepare_select (conn, &vouch_defect_code_type, "ORDER BY code", error),
                             &vouch_defect_code_type, (GDestroyNotify)vouch_defect_code_free, error);
}
