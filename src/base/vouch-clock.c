#include "vouch-clock.h"

struct _VouchClock
{
  gatomicrefcount references;
  gboolean is_fixed;
  GMutex lock;
  gint64 now_us; /* of a fixed clock */
  int offset_s;  /* of a fixed clock */
};

/**
 * vouch_clock_new_system:
 *
 * Returns: (transfer full): a clock that tells the machine's time and time zone
 */
VouchClock *
vouch_clock_new_system (void)
{
  VouchClock *self = g_new0 (VouchClock, 1);

  g_atomic_ref_count_init (&self->references);
  g_mutex_init (&self->lock);
  return self;
}

/**
 * vouch_clock_new_fixed:
 * @now_us: Unix microseconds, UTC
 * @offset_s: the place's offset from UTC, seconds
 *
 * Returns: (transfer full): a clock that stands still until vouch_clock_advance()
 */
VouchClock *
vouch_clock_new_fixed (gint64 now_us, int offset_s)
{
  VouchClock *self = vouch_clock_new_system ();

  self->is_fixed = TRUE;
  self->now_us = now_us;
  self->offset_s = offset_s;
  return self;
}

VouchClock *
vouch_clock_ref (VouchClock *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
vouch_clock_unref (VouchClock *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  g_mutex_clear (&self->lock);
  g_free (self);
}

/**
 * vouch_clock_now:
 * @self: a clock
 *
 * Returns: Unix microseconds, UTC
 */
gint64
vouch_clock_now (VouchClock *self)
{
  gint64 now;

  g_return_val_if_fail (self != NULL, 0);

  if (!self->is_fixed)
    return g_get_real_time ();
  g_mutex_lock (&self->lock);
  now = self->now_us;
  g_mutex_unlock (&self->lock);
  return now;
}

/**
 * vouch_clock_offset:
 * @self: a clock
 * @at_us: the moment, Unix microseconds
 *
 * Returns: the place's offset from UTC at that moment, seconds
 */
int
vouch_clock_offset (VouchClock *self, gint64 at_us)
{
  g_autoptr (GTimeZone) zone = NULL;
  int interval;

  g_return_val_if_fail (self != NULL, 0);

  if (self->is_fixed)
    return self->offset_s;
  zone = g_time_zone_new_local ();
  interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, at_us / G_USEC_PER_SEC);
  return interval < 0 ? 0 : g_time_zone_get_offset (zone, interval);
}

/**
 * vouch_clock_today:
 * @self: a clock
 *
 * Returns: the local date now; expiry is judged by it
 */
VouchDate
vouch_clock_today (VouchClock *self)
{
  gint64 now = vouch_clock_now (self);

  return vouch_date_from_time (now, vouch_clock_offset (self, now));
}

/**
 * vouch_clock_advance:
 * @self: a fixed clock
 * @by_us: microseconds, may be negative
 *
 * Moves a fixed clock.
 */
void
vouch_clock_advance (VouchClock *self, gint64 by_us)
{
  g_return_if_fail (self != NULL && self->is_fixed);

  g_mutex_lock (&self->lock);
  self->now_us += by_us;
  g_mutex_unlock (&self->lock);
}
