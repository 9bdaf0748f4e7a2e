#pragma once

#include <gtk/gtk.h>

#include "vouch-desk-state.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_TYPED_KEYS (vouch_typed_keys_get_type ())
G_DECLARE_FINAL_TYPE (VouchTypedKeys, vouch_typed_keys, VOUCH, TYPED_KEYS, GObject)

/**
 * VouchTypedKeys:
 *
 * Keys that a person types while no text widget has the focus. Each is kept back until it is certain that it is not
 * the first one of a scan.
 *
 * Signals: "key" (keyval).
 */

VouchTypedKeys *vouch_typed_keys_new (GtkWidget *window, guint gap_ms) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_typed_keys_feed (VouchTypedKeys *self, guint keyval, GdkModifierType state);
void vouch_typed_keys_forget (VouchTypedKeys *self);
VouchCommand vouch_typed_keys_interpret (const VouchDeskState *state, guint keyval, int *argument);

G_END_DECLS
