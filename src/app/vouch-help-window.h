#pragma once

#include <adwaita.h>

#include "vouch-desk-state.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_HELP_WINDOW (vouch_help_window_get_type ())
G_DECLARE_FINAL_TYPE (VouchHelpWindow, vouch_help_window, VOUCH, HELP_WINDOW, AdwWindow)

/**
 * VouchHelpWindow:
 *
 * Help for somebody with a scanner in the hand: what can be scanned now, with its codes. It needs no click: the next
 * scan takes it away.
 */

void vouch_help_window_follow (GtkWindow *parent, const VouchDeskState *state);

G_END_DECLS
