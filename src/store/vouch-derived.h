#pragma once

#include "vouch-conn.h"

G_BEGIN_DECLS

/* What is derived from the records, for lists: the words they are found by, and what waits for whom. */

gboolean vouch_derived_prepare (VouchConn *conn, GError **error);

G_END_DECLS
