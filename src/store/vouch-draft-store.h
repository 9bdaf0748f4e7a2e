#pragma once

#include "vouch-conn.h"
#include "vouch-draft.h"

G_BEGIN_DECLS

/* Acts that were begun. */

VouchDraft *vouch_draft_store_find (VouchConn *conn, const char *key, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_draft_store_list_open (VouchConn *conn, gint64 user_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_draft_store_was_carried_out (VouchConn *conn, const char *key, gboolean *was_done, GError **error);

G_END_DECLS
