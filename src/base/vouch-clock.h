#pragma once

#include <glib.h>

#include "vouch-date.h"

G_BEGIN_DECLS

/**
 * VouchClock:
 *
 * The time, injected: rules and stores ask the clock they were given and never the system. Reference counted; reading
 * it is safe from any thread.
 */
typedef struct _VouchClock VouchClock;

VouchClock *vouch_clock_new_system (void) G_GNUC_WARN_UNUSED_RESULT;
VouchClock *vouch_clock_new_fixed (gint64 now_us, int offset_s) G_GNUC_WARN_UNUSED_RESULT;
VouchClock *vouch_clock_ref (VouchClock *self);
void vouch_clock_unref (VouchClock *self);
gint64 vouch_clock_now (VouchClock *self);
int vouch_clock_offset (VouchClock *self, gint64 at_us);
VouchDate vouch_clock_today (VouchClock *self);
void vouch_clock_advance (VouchClock *self, gint64 by_us);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchClock, vouch_clock_unref)

G_END_DECLS
