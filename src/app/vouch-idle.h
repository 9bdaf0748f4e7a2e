#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VOUCH_TYPE_IDLE (vouch_idle_get_type ())
G_DECLARE_FINAL_TYPE (VouchIdle, vouch_idle, VOUCH, IDLE, GObject)

/**
 * VouchIdle:
 *
 * Notices that nobody has touched any of the windows for a while: no key, no scan, no finger, no mouse.
 *
 * Signals: "idle" (void), once for each such while.
 */

VouchIdle *vouch_idle_new (void) G_GNUC_WARN_UNUSED_RESULT;
void vouch_idle_set_seconds (VouchIdle *self, guint seconds);
void vouch_idle_touch (VouchIdle *self);

G_END_DECLS
