#pragma once

#include "vouch-lookup-db.h"

G_BEGIN_DECLS

gboolean vouch_lookup_postgres_schema_prepare (VouchLookupDb *db, GError **error);

G_END_DECLS
