#pragma once

#include <gtk/gtk.h>

#include "vouch-desk-state.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_RESULT_PANEL (vouch_result_panel_get_type ())
G_DECLARE_FINAL_TYPE (VouchResultPanel, vouch_result_panel, VOUCH, RESULT_PANEL, GtkBox)

/**
 * VouchResultPanel:
 *
 * How the last act ended, by word, shape and colour, and under it what to do next in large type. A good result clears
 * itself; a failure or hold stays until the next act; what was not understood stays until it is acknowledged or a good
 * scan follows. Where a text can be typed instead of scanned, an entry is shown.
 *
 * Signals: "answered" (text): the entry was confirmed; "showing" (feedback): a new result is shown, or none;
 * "acknowledged": what was not understood has been seen.
 */

void vouch_result_panel_set_seconds (VouchResultPanel *self, double seconds);
void vouch_result_panel_set_state (VouchResultPanel *self, const VouchDeskState *state);
void vouch_result_panel_refuse (VouchResultPanel *self, const char *message);
gboolean vouch_result_panel_acknowledge (VouchResultPanel *self);
VouchFeedback vouch_result_panel_get_feedback (VouchResultPanel *self);
gboolean vouch_result_panel_type (VouchResultPanel *self, const char *text);

G_END_DECLS
