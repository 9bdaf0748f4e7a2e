#include "vouch-lookup-visitors.h"

/* 16,384 sets of four visits in 1.5 MiB: a minute of a thousand first scans a second. */
#define SETS 16384
#define WAYS 4
#define KEPT_US (60 * G_USEC_PER_SEC)

typedef struct
{
  guint64 visit;
  gint64 at_us; /* 0: never used */
  gint64 count;
} Visit;

struct _VouchLookupVisitors
{
  Visit visits[SETS][WAYS];
};

/**
 * vouch_lookup_visitors_new:
 *
 * Makes an empty memory.
 *
 * Returns: (transfer full): the memory
 */
VouchLookupVisitors *
vouch_lookup_visitors_new (void)
{
  return g_new0 (VouchLookupVisitors, 1);
}

/**
 * vouch_lookup_visitors_free:
 * @self: (nullable): a memory
 *
 * Frees it.
 */
void
vouch_lookup_visitors_free (VouchLookupVisitors *self)
{
  g_free (self);
}

static Visit *
find_visit (VouchLookupVisitors *self, guint64 visit)
{
  Visit *set = self->visits[visit % SETS];

  for (guint i = 0; i < WAYS; i++)
    if (set[i].at_us != 0 && set[i].visit == visit)
      return &set[i];
  return NULL;
}

/**
 * vouch_lookup_visitors_find:
 * @self: a memory
 * @visit: a keyed hash of visitor and unit
 * @now_us: the time, microseconds
 * @count: (out): what the visitor was told
 *
 * Looks a visit up.
 *
 * Returns: whether this visitor asked for this unit within the last minute
 */
gboolean
vouch_lookup_visitors_find (VouchLookupVisitors *self, guint64 visit, gint64 now_us, gint64 *count)
{
  const Visit *found = find_visit (self, visit);

  if (found == NULL || now_us - found->at_us >= KEPT_US || now_us < found->at_us)
    return FALSE;
  *count = found->count;
  return TRUE;
}

/**
 * vouch_lookup_visitors_remember:
 * @self: a memory
 * @visit: a keyed hash of visitor and unit
 * @now_us: the time, microseconds
 * @count: what the visitor is told
 *
 * Remembers a visit for a minute, in the place of the oldest one of its set.
 */
void
vouch_lookup_visitors_remember (VouchLookupVisitors *self, guint64 visit, gint64 now_us, gint64 count)
{
  Visit *set = self->visits[visit % SETS];
  Visit *place = find_visit (self, visit);

  if (place == NULL)
    {
      place = &set[0];
      for (guint i = 1; i < WAYS; i++)
        if (set[i].at_us < place->at_us)
          place = &set[i];
    }
  *place = (Visit){ visit, now_us, count };
}

/**
 * vouch_lookup_visitors_forget:
 * @self: a memory
 * @visit: a keyed hash of visitor and unit
 *
 * Forgets a visit, because what the visitor was to be told could not be stored.
 */
void
vouch_lookup_visitors_forget (VouchLookupVisitors *self, guint64 visit)
{
  Visit *found = find_visit (self, visit);

  if (found != NULL)
    found->at_us = 0;
}
