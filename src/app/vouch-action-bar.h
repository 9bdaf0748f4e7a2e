#pragma once

#include <adwaita.h>

#include "vouch-desk-state.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_ACTION_BAR (vouch_action_bar_get_type ())
G_DECLARE_FINAL_TYPE (VouchActionBar, vouch_action_bar, VOUCH, ACTION_BAR, AdwBin)

/**
 * VouchActionBar:
 *
 * At most four large buttons, each with a place of its own that never moves: what says yes is at the left edge, what
 * says no at the right. Lesser answers stand small between them.
 */

gboolean vouch_action_bar_set_state (VouchActionBar *self, const VouchDeskState *state);

G_END_DECLS
