#include "vouch-lookup-limiter.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"

/* 4096 sets of four buckets: 16,384 addresses at a time in 640 KiB. */
#define SETS 4096
#define WAYS 4
#define THOUSAND 1000
#define RATE_MAX 1000000

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

const char *const vouch_lookup_limit_names[VOUCH_LOOKUP_LIMITS] = {
  [VOUCH_LOOKUP_LIMIT_HIT] = "hit",
  [VOUCH_LOOKUP_LIMIT_MISS] = "miss",
  [VOUCH_LOOKUP_LIMIT_MALFORMED] = "malformed",
  [VOUCH_LOOKUP_LIMIT_REPORT] = "report",
};

static gboolean
read_rate (const char *text, VouchLookupRate *rate)
{
  const char *slash = strchr (text, '/');
  g_autofree char *per_minute = slash != NULL ? g_strndup (text, (gsize)(slash - text)) : NULL;
  guint64 rates[2];

  if (slash == NULL || !g_ascii_string_to_unsigned (per_minute, 10, 1, RATE_MAX, &rates[0], NULL) ||
      !g_ascii_string_to_unsigned (slash + 1, 10, 1, RATE_MAX, &rates[1], NULL))
    return FALSE;
  *rate = (VouchLookupRate){ (guint)rates[0], (guint)rates[1] };
  return TRUE;
}

/**
 * vouch_lookup_rate_read:
 * @text: "hit=120/240": of which kind, how many a minute, how many at once
 * @rates: (inout): the rates, of which one is changed
 * @error: INVALID
 *
 * Reads what an operator says of one kind of request.
 *
 * Returns: whether it was understood
 */
gboolean
vouch_lookup_rate_read (const char *text, VouchLookupRate rates[VOUCH_LOOKUP_LIMITS], GError **error)
{
  for (guint i = 0; i < VOUCH_LOOKUP_LIMITS; i++)
    {
      gsize length = strlen (vouch_lookup_limit_names[i]);

      if (strncmp (text, vouch_lookup_limit_names[i], length) == 0 && text[length] == '=' &&
          read_rate (text + length + 1, &rates[i]))
        return TRUE;
    }
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
               _ ("\"%s\" is no limit; write hit, miss, malformed or report, how many a minute and how many at once, "
                  "like hit=120/240"),
               text);
  return FALSE;
}

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
