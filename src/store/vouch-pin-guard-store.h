#pragma once

#include "vouch-conn.h"
#include "vouch-pin-guard.h"

G_BEGIN_DECLS

VouchPinGuard *vouch_pin_guard_store_find (VouchConn *conn, gint64 user_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
