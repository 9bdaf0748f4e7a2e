#pragma once

#include "vouch-conn.h"
#include "vouch-policy.h"

G_BEGIN_DECLS

/* Rules of the house. */

VouchPolicy *vouch_policy_store_find (VouchConn *conn, const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_policy_store_list (VouchConn *conn, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
