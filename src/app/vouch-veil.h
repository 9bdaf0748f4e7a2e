#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VOUCH_TYPE_VEIL (vouch_veil_get_type ())
G_DECLARE_FINAL_TYPE (VouchVeil, vouch_veil, VOUCH, VEIL, GtkWidget)

/**
 * VouchVeil:
 *
 * Lies around work that something else may cover from above for a moment. What would be seen by half then, a line of
 * text or a button, is not seen at all; nothing moves. "child" is the work, "cover" what may lie over it.
 */

void vouch_veil_set_covered (VouchVeil *self, gboolean is_covered);

G_END_DECLS
