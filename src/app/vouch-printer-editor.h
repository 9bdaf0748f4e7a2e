#pragma once

#include <adwaita.h>

#include "vouch-printer-profile.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_PRINTER_EDITOR (vouch_printer_editor_get_type ())
G_DECLARE_FINAL_TYPE (VouchPrinterEditor, vouch_printer_editor, VOUCH, PRINTER_EDITOR, AdwBin)

/**
 * VouchPrinterEditor:
 *
 * Sets a printer up, or changes one, in the words of vouch_printer_form_take().
 */

void vouch_printer_editor_set_settings (VouchPrinterEditor *self, GSettings *settings);
void vouch_printer_editor_change (VouchPrinterEditor *self, const VouchPrinterProfile *profile);
void vouch_printer_editor_forget (VouchPrinterEditor *self, const char *name);

G_END_DECLS
