#pragma once

#include "vouch-attachment.h"
#include "vouch-conn.h"

G_BEGIN_DECLS

GPtrArray *vouch_attachment_store_list (VouchConn *conn, gint64 subject_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *
vouch_attachment_store_list_of_lot (VouchConn *conn, gint64 lot_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
