#pragma once

#include <adwaita.h>

#include "vouch-desk.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_PRINTER_STEP (vouch_printer_step_get_type ())
G_DECLARE_FINAL_TYPE (VouchPrinterStep, vouch_printer_step, VOUCH, PRINTER_STEP, AdwBin)

/**
 * VouchPrinterStep:
 *
 * Writes the badge of the first administrator as a PDF to print, and tells whether the printed one can be scanned.
 *
 * Signals: "file-chosen" (path): a file is to be opened.
 */

void vouch_printer_step_set_desk (VouchPrinterStep *self, VouchDesk *desk);
void vouch_printer_step_set_actor (VouchPrinterStep *self, VouchActor *actor);
void vouch_printer_step_take_scan (VouchPrinterStep *self, const VouchScan *scan);

G_END_DECLS
