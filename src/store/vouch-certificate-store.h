#pragma once

#include "vouch-certificate.h"
#include "vouch-conn.h"

G_BEGIN_DECLS

/* The papers that came with lots. */

GPtrArray *vouch_certificate_store_list (VouchConn *conn, gint64 lot_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
