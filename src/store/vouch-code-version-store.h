#pragma once

#include "vouch-code-version.h"
#include "vouch-conn.h"

G_BEGIN_DECLS

/* What the database knows of the code key's versions. */

GPtrArray *vouch_code_version_store_list (VouchConn *conn, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *vouch_code_version_store_list_unseen (VouchConn *conn, GError **error) G_GNUC_WARN_UNUSED_RESULT;
VouchCodeVersion *
vouch_code_version_store_find (VouchConn *conn, gint64 version, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_code_version_store_get_greatest (VouchConn *conn, gint64 *known, gint64 *used, GError **error);
gboolean
vouch_code_version_store_count (VouchConn *conn, gint64 version, gint64 *batches, gint64 *units, GError **error);
GPtrArray *
vouch_code_version_store_list_batches (VouchConn *conn, gint64 version, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
