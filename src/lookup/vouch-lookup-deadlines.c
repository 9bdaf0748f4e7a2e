#include "vouch-lookup-deadlines.h"

#include <sys/socket.h>

struct _VouchLookupDeadline
{
  GList link;
  int fd;
  int at_ms; /* monotonic, modulo 2^32; set by the listener's thread, read by who drops */
};

static int
get_ms_after (gint64 from_now_us)
{
  return (int)(guint32)((g_get_monotonic_time () + from_now_us) / 1000);
}

/**
 * vouch_lookup_deadlines_init:
 * @self: deadlines
 *
 * Begins with none.
 */
void
vouch_lookup_deadlines_init (VouchLookupDeadlines *self)
{
  g_mutex_init (&self->mutex);
  g_queue_init (&self->deadlines);
}

/**
 * vouch_lookup_deadlines_clear:
 * @self: deadlines, of which none is left
 */
void
vouch_lookup_deadlines_clear (VouchLookupDeadlines *self)
{
  g_mutex_clear (&self->mutex);
}

/**
 * vouch_lookup_deadlines_add:
 * @self: deadlines
 * @fd: a connection
 * @from_now_us: its first one
 *
 * Begins to watch a connection.
 *
 * Returns: its deadline, until vouch_lookup_deadlines_remove()
 */
VouchLookupDeadline *
vouch_lookup_deadlines_add (VouchLookupDeadlines *self, int fd, gint64 from_now_us)
{
  VouchLookupDeadline *deadline = g_new0 (VouchLookupDeadline, 1);

  deadline->link.data = deadline;
  deadline->fd = fd;
  deadline->at_ms = get_ms_after (from_now_us);
  g_mutex_lock (&self->mutex);
  g_queue_push_tail_link (&self->deadlines, &deadline->link);
  g_mutex_unlock (&self->mutex);
  return deadline;
}

/**
 * vouch_lookup_deadlines_remove:
 * @self: deadlines
 * @deadline: (transfer full): of a connection that is about to be closed
 *
 * Watches it no more: its number may be another connection's from now on.
 */
void
vouch_lookup_deadlines_remove (VouchLookupDeadlines *self, VouchLookupDeadline *deadline)
{
  g_mutex_lock (&self->mutex);
  g_queue_unlink (&self->deadlines, &deadline->link);
  g_mutex_unlock (&self->mutex);
  g_free (deadline);
}

/**
 * vouch_lookup_deadline_set:
 * @deadline: a connection's
 * @from_now_us: when it ends
 *
 * Gives a connection time for what it does next.
 */
void
vouch_lookup_deadline_set (VouchLookupDeadline *deadline, gint64 from_now_us)
{
  g_atomic_int_set (&deadline->at_ms, get_ms_after (from_now_us));
}

/**
 * vouch_lookup_deadlines_drop_late:
 * @self: deadlines
 *
 * Shuts down the connections that are past theirs. Safe from any thread.
 */
void
vouch_lookup_deadlines_drop_late (VouchLookupDeadlines *self)
{
  guint32 now_ms = (guint32)get_ms_after (0);

  g_mutex_lock (&self->mutex);
  for (const GList *link = self->deadlines.head; link != NULL; link = link->next)
    {
      VouchLookupDeadline *deadline = link->data;

      if ((int)(now_ms - (guint32)g_atomic_int_get (&deadline->at_ms)) > 0)
        shutdown (deadline->fd, SHUT_RDWR);
    }
  g_mutex_unlock (&self->mutex);
}
