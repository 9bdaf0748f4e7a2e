#pragma once

#include "vouch-clock.h"
#include "vouch-lookup-db.h"

G_BEGIN_DECLS

/**
 * VouchLookupCount:
 * @queries: how often the unit was asked for, this time included; 0 is never
 * @first_at: when first, Unix microseconds, UTC
 */
typedef struct
{
  gint64 queries;
  gint64 first_at;
} VouchLookupCount;

gboolean vouch_lookup_count_add (VouchLookupDb *db, const char *lot, guint32 key_version, guint32 unit, gint64 now_us,
                                 VouchLookupCount *count, GError **error);
gboolean vouch_lookup_count_load (VouchLookupDb *db, const char *lot, guint32 key_version, guint32 unit,
                                  VouchLookupCount *count, GError **error);

G_END_DECLS
