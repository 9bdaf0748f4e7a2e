#pragma once

#include "vouch-conn.h"
#include "vouch-correction.h"

G_BEGIN_DECLS

/* Corrections of recorded facts. */

GPtrArray *vouch_correction_store_list (VouchConn *conn, gint64 lot_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_correction_store_list_for_review (VouchConn *conn, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
