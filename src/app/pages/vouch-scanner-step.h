#pragma once

#include <adwaita.h>

#include "vouch-scan.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_SCANNER_STEP (vouch_scanner_step_get_type ())
G_DECLARE_FINAL_TYPE (VouchScannerStep, vouch_scanner_step, VOUCH, SCANNER_STEP, AdwBin)

/**
 * VouchScannerStep:
 *
 * Shows a code and says in plain words whether what the scanner sends is what is shown.
 */

void vouch_scanner_step_take_scan (VouchScannerStep *self, const VouchScan *scan);
gboolean vouch_scanner_step_is_right (VouchScannerStep *self);

G_END_DECLS
