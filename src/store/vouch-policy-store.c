#include "vouch-policy-store.h"

#include "vouch-row.h"

/**
 * vouch_policy_store_find:
 * @conn: a connection
 * @name: what to look for
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable): the policy with this name; %NULL without an error where there is none
 */
VouchPolicy *
vouch_policy_store_find (VouchConn *conn, const char *name, GError **error)
{
  return vouch_row_find (conn, &vouch_policy_type, "WHERE name = ?1", name, error);
}

/**
 * vouch_policy_store_list:
 * @conn: a connection
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchPolicy): every policy
 */
GPtrArray *
vouch_policy_store_list (VouchConn *conn, GError **error)
{
  return vouch_row_take_all (vouch_row_prepare_select (conn, &vouch_policy_type, "ORDER BY name", error),
                             &vouch_policy_type, (GDestroyNotify)vouch_policy_free, error);
}
