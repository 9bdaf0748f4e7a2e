#include "vouch-deadline.h"

#include <time.h>

static gint64
cpu_time_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (gint64)now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

/**
 * vouch_deadline_after:
 * @ms: from now on, of the processor's time
 * @wall_per_cpu: how many times as long it may take on a busy machine
 *
 * Returns: a deadline
 */
VouchDeadline
vouch_deadline_after (guint ms, guint wall_per_cpu)
{
  gint64 us = (gint64)ms * 1000;

  return (VouchDeadline){ .cpu_us = cpu_time_us () + us, .wall_us = g_get_monotonic_time () + us * wall_per_cpu };
}

/**
 * vouch_deadline_is_over:
 * @self: a deadline
 *
 * Returns: whether it has passed
 */
gboolean
vouch_deadline_is_over (const VouchDeadline *self)
{
  return cpu_time_us () >= self->cpu_us || g_get_monotonic_time () >= self->wall_us;
}
