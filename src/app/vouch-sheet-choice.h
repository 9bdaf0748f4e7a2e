#pragma once

#include <adwaita.h>

#include "vouch-printer-profile.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_SHEET_CHOICE (vouch_sheet_choice_get_type ())
G_DECLARE_FINAL_TYPE (VouchSheetChoice, vouch_sheet_choice, VOUCH, SHEET_CHOICE, AdwBin)

/**
 * VouchSheetChoice:
 *
 * For a printer of pages: whether labels go onto sheets, onto which, and where on the first one they begin. Is not
 * seen for a label printer.
 */

void vouch_sheet_choice_show (VouchSheetChoice *self, const VouchPrinterProfile *printer, int width_um, int height_um);
const char *vouch_sheet_choice_get_sheet (VouchSheetChoice *self);
gint64 vouch_sheet_choice_get_position (VouchSheetChoice *self);

G_END_DECLS
