#pragma once

#include "vouch-lookup-db.h"

G_BEGIN_DECLS

/* Publications as files, for stations without a network. */
gboolean vouch_lookup_import_files (const VouchLookupPlace *place, char **files, int *exit_code, GError **error);

G_END_DECLS
