#include "vouch-pin-guard-store.h"

#include "vouch-row.h"

/**
 * vouch_pin_guard_store_find:
 * @conn: a connection
 * @user_id: whose
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable): the guard of somebody's PIN; %NULL without an error where it was never wrong
 */
VouchPinGuard *
vouch_pin_guard_store_find (VouchConn *conn, gint64 user_id, GError **error)
{
  return vouch_row_find_by_id (conn, &vouch_pin_guard_type, "WHERE user_id = ?1", user_id, error);
}
