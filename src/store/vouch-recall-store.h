#pragma once

#include "vouch-conn.h"
#include "vouch-lot-hold.h"
#include "vouch-recall.h"

G_BEGIN_DECLS

/* What blocks goods that had been released: holds and recalls. */

GPtrArray *vouch_recall_store_list_holds (VouchConn *conn, gint64 lot_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_recall_store_list_by_lot (VouchConn *conn, gint64 lot_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_recall_store_list_recent (VouchConn *conn, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
