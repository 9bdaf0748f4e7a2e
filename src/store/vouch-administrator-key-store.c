#include "vouch-administrator-key-store.h"

#include "vouch-row.h"

/**
 * vouch_administrator_key_store_list:
 * @conn: a connection
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchAdministratorKey): all of them, in the order they came; few
 */
GPtrArray *
vouch_administrator_key_store_list (VouchConn *conn, GError **error)
{
  return vouch_row_take_all (vouch_row_prepare_select (conn, &vouch_administrator_key_type, "ORDER BY id", error),
                             &vouch_administrator_key_type, (GDestroyNotify)vouch_administrator_key_free, error);
}

/**
 * vouch_administrator_key_store_list_in_force:
 * @conn: a connection
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchAdministratorKey): those that were not withdrawn
 */
GPtrArray *
vouch_administrator_key_store_list_in_force (VouchConn *conn, GError **error)
{
  return vouch_row_take_all (
      vouch_row_prepare_select (conn, &vouch_administrator_key_type, "WHERE withdrawn_at IS NULL ORDER BY id", error),
      &vouch_administrator_key_type, (GDestroyNotify)vouch_administrator_key_free, error);
}
