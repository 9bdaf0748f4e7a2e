#pragma once

#include <gtk/gtk.h>

#include "vouch-desk-state.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_STATE_LINE (vouch_state_line_get_type ())
G_DECLARE_FINAL_TYPE (VouchStateLine, vouch_state_line, VOUCH, STATE_LINE, GtkBox)

/**
 * VouchStateLine:
 *
 * Where the inspector is: station, inspector, delivery, line, item, lot, sample, fails. Always in sight.
 */

void vouch_state_line_set_state (VouchStateLine *self, const VouchDeskState *state);

G_END_DECLS
