#pragma once

#include <adwaita.h>

#include "vouch-scanner-lesson.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_SCANNER_STEP (vouch_scanner_step_get_type ())
G_DECLARE_FINAL_TYPE (VouchScannerStep, vouch_scanner_step, VOUCH, SCANNER_STEP, AdwBin)

/**
 * VouchScannerStep:
 *
 * The check of a scanner: shows one code after the other, says in plain words what arrives, and keeps what was learned.
 * While it is on the screen the state of the action "app.learn-scanner" is true, and every scan is its own.
 *
 * Signals: "finished": whoever scans is done with it; "changed": it may have become right.
 */

void vouch_scanner_step_set_settings (VouchScannerStep *self, GSettings *settings, const char *prefix);
void vouch_scanner_step_take_burst (VouchScannerStep *self, const VouchWedgeBurst *burst);
void vouch_scanner_step_take_scan (VouchScannerStep *self, const VouchScan *scan);
gboolean vouch_scanner_step_is_right (VouchScannerStep *self);

G_END_DECLS
