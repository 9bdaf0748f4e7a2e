#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VouchLookupLimit:
 * @VOUCH_LOOKUP_LIMIT_HIT: pages that exist
 * @VOUCH_LOOKUP_LIMIT_MISS: unknown codes and cases
 * @VOUCH_LOOKUP_LIMIT_MALFORMED: what is no address of ours
 * @VOUCH_LOOKUP_LIMIT_REPORT: problem reports sent
 *
 * What is rationed, each by itself: a carrier's whole network may share one address, so a person there who mistypes
 * must not lock the others out of genuine codes.
 */
typedef enum
{
  VOUCH_LOOKUP_LIMIT_HIT,
  VOUCH_LOOKUP_LIMIT_MISS,
  VOUCH_LOOKUP_LIMIT_MALFORMED,
  VOUCH_LOOKUP_LIMIT_REPORT,
} VouchLookupLimit;

#define VOUCH_LOOKUP_LIMITS 4

/**
 * VouchLookupRate:
 * @per_minute: how many a minute, for ever
 * @burst: how many at once
 */
typedef struct
{
  guint per_minute;
  guint burst;
} VouchLookupRate;

extern const VouchLookupRate vouch_lookup_default_rates[VOUCH_LOOKUP_LIMITS];
extern const char *const vouch_lookup_limit_names[VOUCH_LOOKUP_LIMITS];

gboolean vouch_lookup_rate_read (const char *text, VouchLookupRate rates[VOUCH_LOOKUP_LIMITS], GError **error);

/**
 * VouchLookupLimiter:
 *
 * Token buckets per address in a table of fixed size, whatever comes in. Used by one thread.
 */
typedef struct _VouchLookupLimiter VouchLookupLimiter;

VouchLookupLimiter *
vouch_lookup_limiter_new (const VouchLookupRate rates[VOUCH_LOOKUP_LIMITS]) G_GNUC_WARN_UNUSED_RESULT;
void vouch_lookup_limiter_free (VouchLookupLimiter *self);
gboolean vouch_lookup_limiter_take (VouchLookupLimiter *self, guint64 address, VouchLookupLimit limit, gint64 now_us);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchLookupLimiter, vouch_lookup_limiter_free)

G_END_DECLS
