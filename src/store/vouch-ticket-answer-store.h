#pragma once

#include "vouch-conn.h"
#include "vouch-ticket-answer.h"
#include "vouch-ticket-look.h"
#include "vouch-ticket-photo.h"

G_BEGIN_DECLS

/* What was said and seen of customers' cases. */

GPtrArray *vouch_ticket_answer_store_list (VouchConn *conn, gint64 ticket_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *
vouch_ticket_answer_store_list_waiting (VouchConn *conn, gint64 after, GError **error) G_GNUC_WARN_UNUSED_RESULT;
VouchTicketPhoto *
vouch_ticket_answer_store_find_photo (VouchConn *conn, gint64 ticket_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *
vouch_ticket_answer_store_list_looks (VouchConn *conn, gint64 ticket_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
