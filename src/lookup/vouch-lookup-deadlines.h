#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VouchLookupDeadline:
 *
 * Until when a connection has to have done what it is at.
 */
typedef struct _VouchLookupDeadline VouchLookupDeadline;

/**
 * VouchLookupDeadlines:
 *
 * Those of all connections of a listener, which sets them; another thread drops who is too slow.
 */
typedef struct
{
  GMutex mutex;
  GQueue deadlines; /* VouchLookupDeadline *, linked by themselves */
} VouchLookupDeadlines;

void vouch_lookup_deadlines_init (VouchLookupDeadlines *self);
void vouch_lookup_deadlines_clear (VouchLookupDeadlines *self);
VouchLookupDeadline *vouch_lookup_deadlines_add (VouchLookupDeadlines *self, int fd, gint64 from_now_us);
void vouch_lookup_deadlines_remove (VouchLookupDeadlines *self, VouchLookupDeadline *deadline);
void vouch_lookup_deadline_set (VouchLookupDeadline *deadline, gint64 from_now_us);
void vouch_lookup_deadlines_drop_late (VouchLookupDeadlines *self);

G_END_DECLS
