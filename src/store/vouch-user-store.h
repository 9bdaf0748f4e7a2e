#pragma once

#include "vouch-conn.h"
#include "vouch-permission.h"
#include "vouch-user-role.h"
#include "vouch-user.h"

G_BEGIN_DECLS

/* Users and their roles. */

VouchUser *
vouch_user_store_find_by_badge (VouchConn *conn, const char *badge, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_user_store_list_roles (VouchConn *conn, gint64 user_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_user_store_list (VouchConn *conn, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_user_store_count_other_administrators (VouchConn *conn, gint64 user_id, gint64 *n, GError **error);

G_END_DECLS
