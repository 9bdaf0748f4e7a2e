#include "vouch-ticket-answer-store.h"

#include "vouch-row.h"

/**
 * vouch_ticket_answer_store_list:
 * @conn: a connection
 * @ticket_id: whose
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchTicketAnswer): what was said to a case, in its order
 */
GPtrArray *
vouch_ticket_answer_store_list (VouchConn *conn, gint64 ticket_id, GError **error)
{
  return vouch_row_list_by_id (conn, &vouch_ticket_answer_type, "WHERE ticket_id = ?1 ORDER BY id", ticket_id,
                               (GDestroyNotify)vouch_ticket_answer_free, error);
}

/**
 * vouch_ticket_answer_store_list_waiting:
 * @conn: a connection
 * @after: the id of an answer; 0 for all
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchTicketAnswer): the next answers after one that the lookup
 * service has not got, in their order
 */
GPtrArray *
vouch_ticket_answer_store_list_waiting (VouchConn *conn, gint64 after, GError **error)
{
  return vouch_row_list_by_id (conn, &vouch_ticket_answer_type,
                               "WHERE delivery = 'waiting' AND id > ?1 ORDER BY id LIMIT 500", after,
                               (GDestroyNotify)vouch_ticket_answer_free, error);
}

/**
 * vouch_ticket_answer_store_find_photo:
 * @conn: a connection
 * @ticket_id: whose
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable): the sealed photograph of a case; %NULL without an error where there is
 * none
 */
VouchTicketPhoto *
vouch_ticket_answer_store_find_photo (VouchConn *conn, gint64 ticket_id, GError **error)
{
  return vouch_row_find_by_id (conn, &vouch_ticket_photo_type, "WHERE ticket_id = ?1", ticket_id, error);
}

/**
 * vouch_ticket_answer_store_list_looks:
 * @conn: a connection
 * @ticket_id: whose
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchTicketLook): who looked at its contact and photograph
 */
GPtrArray *
vouch_ticket_answer_store_list_looks (VouchConn *conn, gint64 ticket_id, GError **error)
{
  return vouch_row_list_by_id (conn, &vouch_ticket_look_type, "WHERE ticket_id = ?1 ORDER BY id", ticket_id,
                               (GDestroyNotify)vouch_ticket_look_free, error);
}
