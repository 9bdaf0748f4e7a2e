#pragma once

#include "vouch-clock.h"
#include "vouch-lookup-db.h"

G_BEGIN_DECLS

/**
 * VouchLookupCode:
 * @lot: a lot number
 * @key_version: version of the code key that made the serial
 * @unit: the unit's number
 *
 * Which unit is counted. A station that was restored makes codes with another key: its units are none of those before.
 */
typedef struct
{
  const char *lot;
  guint32 key_version;
  guint32 unit;
} VouchLookupCode;

/**
 * VouchLookupCount:
 * @queries: how often the unit was asked for, this time included; 0 is never
 * @first_at: when first, Unix microseconds, UTC
 * @last_at: when last
 */
typedef struct
{
  gint64 queries;
  gint64 first_at;
  gint64 last_at;
} VouchLookupCount;

void vouch_lookup_count_bind (VouchLookupStmt *stmt, const VouchLookupCode *code, const VouchLookupCount *count);
gboolean vouch_lookup_count_add (VouchLookupDb *db, const VouchLookupCode *code, gint64 now_us, VouchLookupCount *count,
                                 GError **error);
gboolean
vouch_lookup_count_put (VouchLookupDb *db, const VouchLookupCode *code, const VouchLookupCount *count, GError **error);
gboolean
vouch_lookup_count_load (VouchLookupDb *db, const VouchLookupCode *code, VouchLookupCount *count, GError **error);
char *vouch_lookup_count_list_lots (VouchLookupDb *db, char **after, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_lookup_count_list_units (VouchLookupDb *db, const char *lot, gint64 after,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
