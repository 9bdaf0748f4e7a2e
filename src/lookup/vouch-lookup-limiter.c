#include "vouch-lookup-limiter.h"

/* 4096 sets of four buckets: 16,384 addresses at a time in 640 KiB. */
#define SETS 4096
#define WAYS 4
#define THOUSAND 1000

typedef struct
{
  guint64 address;
  gint64 at_ms;                        /* when the tokens below were right */
  guint32 tokens[VOUCH_LOOKUP_LIMITS]; /* in thousandths */
} Bucket;

struct _VouchLookupLimiter
{
  VouchLookupRate rates[VOUCH_LOOKUP_LIMITS];
  Bucket buckets[SETS][WAYS];
};

const VouchLookupRate vouch_lookup_default_rates[VOUCH_LOOKUP_LIMITS] = {
  [VOUCH_LOOKUP_LIMIT_HIT] = { 120, 240 },
  [VOUCH_LOOKUP_LIMIT_MISS] = { 10, 60 },
  [VOUCH_LOOKUP_LIMIT_MALFORMED] = { 10, 30 },
  [VOUCH_LOOKUP_LIMIT_REPORT] = { 6, 20 },
};

/**
 * vouch_lookup_limiter_new:
 * @rates: how much of each kind an address may ask
 *
 * Makes a limiter that has seen nobody.
 *
 * Returns: (transfer full): the limiter
 */
VouchLookupLimiter *
vouch_lookup_limiter_new (const VouchLookupRate rates[VOUCH_LOOKUP_LIMITS])
{
  VouchLookupLimiter *self = g_new0 (VouchLookupLimiter, 1);

  for (guint i = 0; i < VOUCH_LOOKUP_LIMITS; i++)
    self->rates[i] = rates[i];
  return self;
}

/**
 * vouch_lookup_limiter_free:
 * @self: (nullable): a limiter
 *
 * Frees a limiter.
 */
void
vouch_lookup_limiter_free (VouchLookupLimiter *self)
{
  g_free (self);
}

/* Finds the address's bucket, or empties for it the one of its set that was untouched for longest: who was quiet has
 * full tokens again anyhow. */
static Bucket *
find_bucket (VouchLookupLimiter *self, guint64 address, gint64 now_ms)
{
  Bucket *set = self->buckets[address % SETS];
  Bucket *oldest = &set[0];

  for (guint i = 0; i < WAYS; i++)
    {
      if (set[i].address == address && set[i].at_ms != 0)
        return &set[i];
      if (set[i].at_ms < oldest->at_ms)
        oldest = &set[i];
    }
  oldest->address = address;
  oldest->at_ms = now_ms;
  for (guint i = 0; i < VOUCH_LOOKUP_LIMITS; i++)
    oldest->tokens[i] = self->rates[i].burst * THOUSAND;
  return oldest;
}

static void
refill (const VouchLookupLimiter *self, Bucket *bucket, gint64 now_ms)
{
  /* A clock that went back refills nothing; an hour fills every bucket there is. */
  gint64 passed_ms = CLAMP (now_ms - bucket->at_ms, 0, 3600 * THOUSAND);

  /* In whole steps of 60 ms every rate is a whole number of thousandths, so nothing is lost by asking often. */
  passed_ms -= passed_ms % 60;
  if (passed_ms == 0)
    return;
  bucket->at_ms = MAX (bucket->at_ms + passed_ms, now_ms - 3600 * THOUSAND);
  for (guint i = 0; i < VOUCH_LOOKUP_LIMITS; i++)
    {
      gint64 tokens = bucket->tokens[i] + passed_ms * self->rates[i].per_minute / 60;

      bucket->tokens[i] = (guint32)MIN (tokens, (gint64)self->rates[i].burst * THOUSAND);
    }
}

/**
 * vouch_lookup_limiter_take:
 * @self: a limiter
 * @address: a keyed hash of the asker's address; the address itself is not kept
 * @limit: what is asked for
 * @now_us: the time, monotonic, microseconds
 *
 * Takes one token of a kind.
 *
 * Returns: whether there was one; if not, the answer is 429
 */
gboolean
vouch_lookup_limiter_take (VouchLookupLimiter *self, guint64 address, VouchLookupLimit limit, gint64 now_us)
{
  gint64 now_ms = MAX (now_us / THOUSAND, 1);
  Bucket *bucket = find_bucket (self, address, now_ms);

  refill (self, bucket, now_ms);
  if (bucket->tokens[limit] < THOUSAND)
    return FALSE;
  bucket->tokens[limit] -= THOUSAND;
  return TRUE;
}
