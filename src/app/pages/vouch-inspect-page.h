#pragma once

#include <adwaita.h>

#include "vouch-desk-state.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_INSPECT_PAGE (vouch_inspect_page_get_type ())
G_DECLARE_FINAL_TYPE (VouchInspectPage, vouch_inspect_page, VOUCH, INSPECT_PAGE, AdwBin)

/**
 * VouchInspectPage:
 *
 * The check on one unit: which unit to open, what to look at, the limits, the plan and its reason; beside it the
 * history, or the defects to choose from.
 *
 * Signals: "open-file" (path): what was printed is to be shown.
 */

void vouch_inspect_page_set_state (VouchInspectPage *self, const VouchDeskState *state);

G_END_DECLS
