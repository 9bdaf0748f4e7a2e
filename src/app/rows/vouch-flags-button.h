#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VOUCH_TYPE_FLAGS_BUTTON (vouch_flags_button_get_type ())

/**
 * VouchFlagsButton:
 *
 * A setting of which any number of choices can be on: a button that says how many are, and opens a list in which each
 * can be ticked.
 */
G_DECLARE_FINAL_TYPE (VouchFlagsButton, vouch_flags_button, VOUCH, FLAGS_BUTTON, GtkWidget)

GtkWidget *vouch_flags_button_new (GSettings *settings, const char *key);

G_END_DECLS
