#pragma once

#include "vouch-clock.h"
#include "vouch-lookup-db.h"

G_BEGIN_DECLS

gboolean
vouch_lookup_trust_files_take (const VouchLookupPlace *place, VouchLookupDb *db, VouchClock *clock, GError **error);

G_END_DECLS
