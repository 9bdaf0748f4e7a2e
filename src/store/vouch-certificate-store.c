#include "vouch-certificate-store.h"

#include "vouch-row.h"

/**
 * vouch_certificate_store_list:
 * @conn: a connection
 * @lot_id: whose
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchCertificate): a lot's certificates, in the order they came
 */
GPtrArray *
vouch_certificate_store_list (VouchConn *conn, gint64 lot_id, GError **error)
{
  return vouch_row_list_by_id (conn, &vouch_certificate_type, "WHERE lot_id = ?1 ORDER BY id", lot_id,
                               (GDestroyNotify)vouch_certificate_free, error);
}
