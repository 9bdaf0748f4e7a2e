#pragma once

#include "vouch-conn.h"
#include "vouch-public-report.h"

G_BEGIN_DECLS

/* The reports that lots are published with. */

VouchPublicReport *
vouch_public_report_store_find_by_lot (VouchConn *conn, gint64 lot_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_public_report_store_list_wanted (VouchConn *conn, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
