#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VOUCH_TYPE_SPINNER (vouch_spinner_get_type ())
G_DECLARE_FINAL_TYPE (VouchSpinner, vouch_spinner, VOUCH, SPINNER, GtkWidget)

/**
 * VouchSpinner:
 *
 * A spinner that turns while it can be seen. GTK's own turns on wherever it is, and the window is then drawn and laid
 * out anew for every frame of a shift.
 */

G_END_DECLS
