#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VOUCH_TYPE_REPEAT_GUARD (vouch_repeat_guard_get_type ())
G_DECLARE_FINAL_TYPE (VouchRepeatGuard, vouch_repeat_guard, VOUCH, REPEAT_GUARD, GObject)

/**
 * VouchRepeatGuard:
 *
 * A key that does something does it once, however long it is held down; letters, digits and arrows repeat as ever.
 */

VouchRepeatGuard *vouch_repeat_guard_new (GtkWidget *window) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_repeat_guard_press (VouchRepeatGuard *self, guint keyval, guint keycode);
void vouch_repeat_guard_release (VouchRepeatGuard *self, guint keycode);

G_END_DECLS
