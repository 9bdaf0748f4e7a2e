#pragma once

#include "vouch-lookup-db.h"
#include "vouch-lookup-keys.h"

G_BEGIN_DECLS

gboolean vouch_lookup_claim (VouchLookupDb *db, const VouchLookupKeys *keys, GError **error);

G_END_DECLS
