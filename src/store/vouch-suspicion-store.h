#pragma once

#include "vouch-conn.h"
#include "vouch-lookup-cursor.h"
#include "vouch-suspicion.h"

G_BEGIN_DECLS

/* What the lookup service found suspicious. */

GPtrArray *vouch_suspicion_store_list_open (VouchConn *conn, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_suspicion_store_list_recent (VouchConn *conn, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_suspicion_store_list_by_lot (VouchConn *conn, gint64 lot_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
VouchLookupCursor *
vouch_suspicion_store_find_cursor (VouchConn *conn, const char *service, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_suspicion_store_count_open (VouchConn *conn, gint64 *count, GError **error);
VouchSuspicion *vouch_suspicion_store_find_open_of_unit (VouchConn *conn, const VouchSuspicion *like,
                                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
