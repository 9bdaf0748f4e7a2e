#include "vouch-outbox-store.h"

#include "vouch-row.h"

/**
 * vouch_outbox_store_find_last:
 * @conn: a connection
 * @epoch: its id
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable): the last publication of an epoch; %NULL without an error where there is none
 */
VouchOutbox *
vouch_outbox_store_find_last (VouchConn *conn, gint64 epoch, GError **error)
{
  return vouch_row_find_by_id (conn, &vouch_outbox_type, "WHERE epoch = ?1 ORDER BY seq DESC LIMIT 1", epoch, error);
}

/**
 * vouch_outbox_store_list_by_lot:
 * @conn: a connection
 * @lot_id: whose
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchOutbox): what was published of a lot
 */
GPtrArray *
vouch_outbox_store_list_by_lot (VouchConn *conn, gint64 lot_id, GError **error)
{
  return vouch_row_list_by_id (conn, &vouch_outbox_type, "WHERE lot_id = ?1 ORDER BY id", lot_id,
                               (GDestroyNotify)vouch_outbox_free, error);
}

/**
 * vouch_outbox_store_list_waiting:
 * @conn: a connection
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchOutbox): the next publications to send, in order
 */
GPtrArray *
vouch_outbox_store_list_waiting (VouchConn *conn, GError **error)
{
  return vouch_row_take_all (vouch_row_prepare_select (conn, &vouch_outbox_type,
                                                       "WHERE state = 'waiting' ORDER BY epoch, seq LIMIT 1000", error),
                             &vouch_outbox_type, (GDestroyNotify)vouch_outbox_free, error);
}
