#pragma once

#include <adwaita.h>

#include "vouch-printer-settings.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_PRINTER_CHOICE (vouch_printer_choice_get_type ())
G_DECLARE_FINAL_TYPE (VouchPrinterChoice, vouch_printer_choice, VOUCH, PRINTER_CHOICE, AdwBin)

/**
 * VouchPrinterChoice:
 *
 * Which printer labels go to. Those that have other labels in them are there, but cannot be chosen, and say why.
 * Emits "changed" when another one is chosen.
 */

void vouch_printer_choice_show (VouchPrinterChoice *self, VouchPrintPurpose purpose, int width_um, int height_um);
const VouchPrinterProfile *vouch_printer_choice_get (VouchPrinterChoice *self);

G_END_DECLS
