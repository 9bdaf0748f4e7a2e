#pragma once

#include <adwaita.h>

#include "vouch-page.h"
#include "vouch-scanner-step.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_FIRST_RUN_PAGE (vouch_first_run_page_get_type ())
G_DECLARE_FINAL_TYPE (VouchFirstRunPage, vouch_first_run_page, VOUCH, FIRST_RUN_PAGE, AdwBin)

/**
 * VouchFirstRunPage:
 *
 * A station that nobody has an account on, in three steps: name it and make the first administrator by the one-time
 * code, check the scanner, check the printer. The first offers example data instead; the others can be skipped.
 *
 * Signals: "sample": example data is wanted; "file-chosen" (path): a file is to be opened; "finished": whoever set the
 * station up can sign in now.
 */

void vouch_first_run_page_set_code_path (VouchFirstRunPage *self, const char *path);
void vouch_first_run_page_refuse (VouchFirstRunPage *self, const char *message);
VouchScannerStep *vouch_first_run_page_get_scanner (VouchFirstRunPage *self);
void vouch_first_run_page_take_scan (VouchFirstRunPage *self, const VouchScan *scan);
gboolean vouch_first_run_page_is_under_way (VouchFirstRunPage *self);

G_END_DECLS
