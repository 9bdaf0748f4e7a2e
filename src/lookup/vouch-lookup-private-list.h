#pragma once

#include "vouch-lookup-db.h"

G_BEGIN_DECLS

gboolean vouch_lookup_private_is_list (const char *path);
char *vouch_lookup_private_list (VouchLookupDb *reader, const char *path, const char *query,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
