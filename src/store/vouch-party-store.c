#include "vouch-party-store.h"

#include "vouch-row.h"

/**
 * vouch_party_store_find_by_code:
 * @conn: a connection
 * @code: what to look for
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable): the firm with this code; %NULL without an error where there is none
 */
VouchParty *
vouch_party_store_find_by_code (VouchConn *conn, const char *code, GError **error)
{
  return vouch_row_find (conn, &vouch_party_type, "WHERE code = ?1", code, error);
}
