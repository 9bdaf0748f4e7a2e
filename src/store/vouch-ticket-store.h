#pragma once

#include "vouch-conn.h"
#include "vouch-ticket.h"

G_BEGIN_DECLS

/* Customers' cases. */

VouchTicket *
vouch_ticket_store_find_by_number (VouchConn *conn, const char *number, GError **error) G_GNUC_WARN_UNUSED_RESULT;
VouchTicket *
vouch_ticket_store_find_by_case (VouchConn *conn, gint64 case_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_ticket_store_list_by_lot (VouchConn *conn, gint64 lot_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_ticket_store_list_open (VouchConn *conn, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GArray *vouch_ticket_store_list_open_ids (VouchConn *conn, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GArray *vouch_ticket_store_list_closed_ids (VouchConn *conn, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_ticket_store_list_photo_wanted (VouchConn *conn, GError **error) G_GNUC_WARN_UNUSED_RESULT;
VouchTicket *vouch_ticket_store_find_last (VouchConn *conn, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
