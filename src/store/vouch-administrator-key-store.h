#pragma once

#include "vouch-administrator-key.h"
#include "vouch-conn.h"

G_BEGIN_DECLS

GPtrArray *vouch_administrator_key_store_list (VouchConn *conn, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_administrator_key_store_list_in_force (VouchConn *conn, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
