#include "vouch-ticket-store.h"

#include "vouch-row.h"

/**
 * vouch_ticket_store_find_by_number:
 * @conn: a connection
 * @number: what to look for
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable): the case with this number; %NULL without an error where there is none
 */
VouchTicket *
vouch_ticket_store_find_by_number (VouchConn *conn, const char *number, GError **error)
{
  return vouch_row_find (conn, &vouch_ticket_type, "WHERE number = ?1", number, error);
}

/**
 * vouch_ticket_store_find_by_case:
 * @conn: a connection
 * @case_id: its id
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable): the case with the lookup service's id; %NULL without an error where there is
 * none
 */
VouchTicket *
vouch_ticket_store_find_by_case (VouchConn *conn, gint64 case_id, GError **error)
{
  return vouch_row_find_by_id (conn, &vouch_ticket_type, "WHERE case_id = ?1", case_id, error);
}

/**
 * vouch_ticket_store_list_by_lot:
 * @conn: a connection
 * @lot_id: whose
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchTicket): the cases about a lot
 */
GPtrArray *
vouch_ticket_store_list_by_lot (VouchConn *conn, gint64 lot_id, GError **error)
{
  return vouch_row_list_by_id (conn, &vouch_ticket_type, "WHERE lot_id = ?1 ORDER BY id", lot_id,
                               (GDestroyNotify)vouch_ticket_free, error);
}

/**
 * vouch_ticket_store_list_open:
 * @conn: a connection
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchTicket): the open cases, the next promise first
 */
GPtrArray *
vouch_ticket_store_list_open (VouchConn *conn, GError **error)
{
  return vouch_row_take_all (vouch_row_prepare_select (conn, &vouch_ticket_type,
                                                       "WHERE state NOT IN ('closed', 'archived') ORDER BY due_at",
                                                       error),
                             &vouch_ticket_type, (GDestroyNotify)vouch_ticket_free, error);
}

/**
 * vouch_ticket_store_find_last:
 * @conn: a connection
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable): the case with the lookup service's greatest id, from which the next are asked
 * for
 */
VouchTicket *
vouch_ticket_store_find_last (VouchConn *conn, GError **error)
{
  return vouch_row_take_one (
      vouch_row_prepare_select (conn, &vouch_ticket_type, "ORDER BY case_id DESC LIMIT 1", error), &vouch_ticket_type,
      error);
}

/**
 * vouch_ticket_store_list_open_ids:
 * @conn: a connection
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the ids of the open cases, those that wait for an answer
 * first, and the next promise before the others
 */
GArray *
vouch_ticket_store_list_open_ids (VouchConn *conn, GError **error)
{
  return vouch_row_take_ids (vouch_conn_prepare (conn,
                                                 "SELECT id FROM ticket WHERE state NOT IN ('closed', 'archived') "
                                                 "ORDER BY state = 'resolved', due_at, id",
                                                 error),
                             error);
}

/**
 * vouch_ticket_store_list_closed_ids:
 * @conn: a connection
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the ids of the closed cases, the latest first
 */
GArray *
vouch_ticket_store_list_closed_ids (VouchConn *conn, GError **error)
{
  return vouch_row_take_ids (vouch_conn_prepare (conn,
                                                 "SELECT id FROM ticket WHERE state IN ('closed', 'archived') "
                                                 "ORDER BY received_at DESC, id DESC",
                                                 error),
                             error);
}

/**
 * vouch_ticket_store_list_photo_wanted:
 * @conn: a connection
 * @error: what the database said
 *
 * Returns: (transfer full) (nullable) (element-type VouchTicket): the cases whose photograph is still at the lookup
 * service, the oldest first
 */
GPtrArray *
vouch_ticket_store_list_photo_wanted (VouchConn *conn, GError **error)
{
  return vouch_row_take_all (
      vouch_row_prepare_select (conn, &vouch_ticket_type, "WHERE photo = 'wanted' ORDER BY id LIMIT 500", error),
      &vouch_ticket_type, (GDestroyNotify)vouch_ticket_free, error);
}
