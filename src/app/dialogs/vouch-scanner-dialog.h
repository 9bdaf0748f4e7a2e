#pragma once

#include "vouch-desk-state.h"
#include "vouch-scanner-step.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_SCANNER_DIALOG (vouch_scanner_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VouchScannerDialog, vouch_scanner_dialog, VOUCH, SCANNER_DIALOG, AdwWindow)

/**
 * VouchScannerDialog:
 *
 * The check of a scanner outside the first run.
 */

void vouch_scanner_dialog_follow (GtkWindow *parent, const VouchDeskState *state, GSettings *settings);
VouchScannerStep *vouch_scanner_dialog_find_step (GtkWindow *parent);

G_END_DECLS
