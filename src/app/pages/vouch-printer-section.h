#pragma once

#include <adwaita.h>

#include "vouch-page.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_PRINTER_SECTION (vouch_printer_section_get_type ())
G_DECLARE_FINAL_TYPE (VouchPrinterSection, vouch_printer_section, VOUCH, PRINTER_SECTION, AdwBin)

/**
 * VouchPrinterSection:
 *
 * The printers of this station: which there are, what goes where, and the ruler that finds their offsets.
 */

void vouch_printer_section_set_settings (VouchPrinterSection *self, GSettings *settings);

G_END_DECLS
