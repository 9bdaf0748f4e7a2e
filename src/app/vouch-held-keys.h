#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * VouchHeldKeys:
 *
 * Keys that a menu would act on at once, while it is not known whether they are the beginning of a scan. Those that are
 * none come a second time, and may pass then.
 */
typedef struct _VouchHeldKeys VouchHeldKeys;

VouchHeldKeys *vouch_held_keys_new (void) G_GNUC_WARN_UNUSED_RESULT;
void vouch_held_keys_free (VouchHeldKeys *self);
gboolean vouch_held_keys_wants (GtkWidget *focus, guint keyval, GdkModifierType state);
void vouch_held_keys_hold (VouchHeldKeys *self, GdkEvent *event, guint wait_ms);
gboolean vouch_held_keys_has_come_back (VouchHeldKeys *self, GdkEvent *event);
void vouch_held_keys_drop (VouchHeldKeys *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchHeldKeys, vouch_held_keys_free)

G_END_DECLS
