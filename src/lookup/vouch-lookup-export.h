#pragma once

#include "vouch-lookup-db.h"

G_BEGIN_DECLS

gboolean vouch_lookup_export (const VouchLookupPlace *place, const char *folder, const char *host, GError **error);

G_END_DECLS
