#include "vouch-attachment-store.h"

#include "vouch-row.h"

/**
 * vouch_attachment_store_list:
 * @conn: a connection
 * @subject_id: whose
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchAttachment): the attachments of one record
 */
GPtrArray *
vouch_attachment_store_list (VouchConn *conn, gint64 subject_id, GError **error)
{
  return vouch_row_list_by_id (conn, &vouch_attachment_type, "WHERE subject_id = ?1 ORDER BY id", subject_id,
                               (GDestroyNotify)vouch_attachment_free, error);
}

/**
 * vouch_attachment_store_list_of_lot:
 * @conn: a connection
 * @lot_id: whose
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchAttachment): the attachments of a lot and of its readings
 */
GPtrArray *
vouch_attachment_store_list_of_lot (VouchConn *conn, gint64 lot_id, GError **error)
{
  return vouch_row_list_by_id (conn, &vouch_attachment_type, "WHERE lot_id = ?1 ORDER BY id", lot_id,
                               (GDestroyNotify)vouch_attachment_free, error);
}
