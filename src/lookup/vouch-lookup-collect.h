#pragma once

#include "vouch-lookup-db.h"

G_BEGIN_DECLS

gboolean vouch_lookup_collect (const VouchLookupPlace *place, const char *path, gint64 after_case, gint64 after_event,
                               GError **error);

G_END_DECLS
