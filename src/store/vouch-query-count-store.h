#pragma once

#include "vouch-conn.h"
#include "vouch-query-count.h"

G_BEGIN_DECLS

/* How often customers looked lots up. */

VouchQueryCount *
vouch_query_count_store_find (VouchConn *conn, const char *lot, GError **error) G_GNUC_WARN_UNUSED_RESULT;
VouchQueryCount *
vouch_query_count_store_find_by_lot (VouchConn *conn, gint64 lot_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_query_count_store_list (VouchConn *conn, const char *after, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
