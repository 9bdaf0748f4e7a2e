#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VOUCH_TYPE_PRINTER_USES (vouch_printer_uses_get_type ())
G_DECLARE_FINAL_TYPE (VouchPrinterUses, vouch_printer_uses, VOUCH, PRINTER_USES, AdwBin)

/**
 * VouchPrinterUses:
 *
 * Which labels go to which printer unless somebody says otherwise.
 */

void vouch_printer_uses_set_settings (VouchPrinterUses *self, GSettings *settings);
void vouch_printer_uses_show (VouchPrinterUses *self, const GPtrArray *profiles);

G_END_DECLS
