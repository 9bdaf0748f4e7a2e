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
char *vouch_lookup_count_list_lots (VouchLookupDb *db, char **after, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_lookup_count_list_units (VouchLookupDb *db, const char *lot, gint64 after,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
