#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VouchDeadline:
 * @cpu_us: of the process's own time
 * @wall_us: of the monotonic clock
 *
 * When to stop looking. What counts is the time of the processor, so that a busy machine reads as well as an idle one;
 * but somebody waits, and not for longer than a few times that.
 */
typedef struct
{
  gint64 cpu_us;
  gint64 wall_us;
} VouchDeadline;

VouchDeadline vouch_deadline_after (guint ms, guint wall_per_cpu);
gboolean vouch_deadline_is_over (const VouchDeadline *self);

G_END_DECLS
