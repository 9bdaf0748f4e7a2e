#pragma once

#include <adwaita.h>

#include "vouch-desk-state.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_DEFECT_GRID (vouch_defect_grid_get_type ())
G_DECLARE_FINAL_TYPE (VouchDefectGrid, vouch_defect_grid, VOUCH, DEFECT_GRID, AdwBin)

/**
 * VouchDefectGrid:
 *
 * The defects to choose from: the nine likeliest as large tiles that answer to the digits 1 to 9, the rest below.
 */

void vouch_defect_grid_set_defects (VouchDefectGrid *self, const GPtrArray *defects);

G_END_DECLS
