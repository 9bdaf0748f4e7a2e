#pragma once

#include "vouch-schema.h"

G_BEGIN_DECLS

/* Applies the migrations after version @from up to version @to, each in a transaction of its own. */
gboolean vouch_schema_apply (const VouchSchema *self, VouchConn *conn, int from, int to, GError **error);

G_END_DECLS
