#pragma once

#include "vouch-schema.h"

G_BEGIN_DECLS

/* Applies the migrations after version @from up to version @to, each in a transaction of its own. */
gboolean vouch_schema_apply (const VouchSchema *self, VouchConn *conn, int from, int to, GError **error);

/* Writes a checked copy to @path with ".1" or the next free number behind it, unless there is one of the same state. */
gboolean vouch_schema_keep_copy (VouchConn *conn, const char *path, GError **error);

G_END_DECLS
