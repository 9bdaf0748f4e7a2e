#define G_LOG_DOMAIN "vouch-lookup"

#include "vouch-lookup-bell.h"

#include <errno.h>
#include <sys/eventfd.h>
#include <unistd.h>

/**
 * vouch_lookup_bell_init:
 * @self: a bell
 *
 * Makes a bell that nobody rang. Without a descriptor left for it, @self->fd is negative.
 */
void
vouch_lookup_bell_init (VouchLookupBell *self)
{
  *self = (VouchLookupBell){ .fd = eventfd (0, EFD_CLOEXEC | EFD_NONBLOCK) };
}

/**
 * vouch_lookup_bell_clear:
 * @self: a bell that nobody rings any more
 *
 * Gives its descriptor back.
 */
void
vouch_lookup_bell_clear (VouchLookupBell *self)
{
  if (self->fd >= 0)
    close (self->fd);
  self->fd = -1;
}

/**
 * vouch_lookup_bell_ring:
 * @self: a bell
 *
 * Wakes whoever polls it. Safe from any thread.
 */
void
vouch_lookup_bell_ring (VouchLookupBell *self)
{
  guint64 one = 1;

  if (!g_atomic_int_exchange (&self->is_rung, TRUE) && write (self->fd, &one, sizeof one) < 0)
    g_debug ("The listener could not be woken: %s", g_strerror (errno));
}

/**
 * vouch_lookup_bell_answer:
 * @self: a bell that was rung
 *
 * To be called before looking at what it was rung for: whoever rings after this rings anew, and who rang before is
 * seen by what follows.
 */
void
vouch_lookup_bell_answer (VouchLookupBell *self)
{
  guint64 rung;

  if (read (self->fd, &rung, sizeof rung) < 0)
    g_debug ("The listener was woken for nothing");
  g_atomic_int_set (&self->is_rung, FALSE);
}
