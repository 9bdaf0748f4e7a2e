#pragma once

#include "vouch-lookup-db.h"

G_BEGIN_DECLS

gboolean vouch_lookup_answers_are (const char *content, gsize length);
gboolean vouch_lookup_answers_take (VouchLookupDb *db, const char *content, gsize length, gint64 now_us,
                                    GString *replies, GError **error);

G_END_DECLS
