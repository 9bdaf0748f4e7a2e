#pragma once

#include <adwaita.h>

#include "vouch-desk.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_PLACE_PANE (vouch_place_pane_get_type ())
G_DECLARE_FINAL_TYPE (VouchPlacePane, vouch_place_pane, VOUCH, PLACE_PANE, AdwBin)

/**
 * VouchPlacePane:
 *
 * Labels of places in the warehouse: what stands on them is written, and they are printed as often as one likes. Emits
 * "printed" when something was.
 */

void vouch_place_pane_set_desk (VouchPlacePane *self, VouchDesk *desk);
void vouch_place_pane_read (VouchPlacePane *self);

G_END_DECLS
