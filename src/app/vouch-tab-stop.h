#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VOUCH_TYPE_TAB_STOP (vouch_tab_stop_get_type ())
G_DECLARE_FINAL_TYPE (VouchTabStop, vouch_tab_stop, VOUCH, TAB_STOP, AdwBin)

/**
 * VouchTabStop:
 *
 * A part of the window that Tab comes to once, and leaves again: a list, in which arrows go from row to row. Without it
 * Tab would stop at every row of a list of any length.
 */

G_END_DECLS
