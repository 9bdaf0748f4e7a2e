#pragma once

#include "vouch-lookup-count.h"

G_BEGIN_DECLS

/* The log of an embedded database: what was counted lately, before unit_query has it. */

gboolean vouch_lookup_count_log_append (VouchLookupDb *db, gint64 row, const VouchLookupCode *code,
                                        const VouchLookupCount *count, GError **error);
gboolean vouch_lookup_count_log_remove (VouchLookupDb *db, gint64 after, gint64 up_to, GError **error);
gboolean vouch_lookup_count_log_fold (VouchLookupDb *db, GError **error);

G_END_DECLS
