#pragma once

#include <gio/gio.h>

#include "vouch-clock.h"
#include "vouch-scanner-words.h"

G_BEGIN_DECLS

/**
 * VouchScannerCheck:
 *
 * The check of a scanner from the first code to the profile that is kept, for window and command line alike. Codes of
 * the command card lead through it: NEXT leaves a code out, BACK goes back to the one before, SETUP ends the check.
 */
typedef struct _VouchScannerCheck VouchScannerCheck;

/**
 * VouchScannerCheckOutcome:
 * @VOUCH_SCANNER_CHECK_ANSWERED: what arrived was compared with the code that was to be scanned
 * @VOUCH_SCANNER_CHECK_MOVED: it was a command, and another code is to be scanned
 * @VOUCH_SCANNER_CHECK_LEFT: whoever scans is done with the check
 *
 * What became of an arrival.
 */
typedef enum
{
  VOUCH_SCANNER_CHECK_ANSWERED,
  VOUCH_SCANNER_CHECK_MOVED,
  VOUCH_SCANNER_CHECK_LEFT,
} VouchScannerCheckOutcome;

VouchScannerCheck *
vouch_scanner_check_new (GSettings *settings, const char *prefix, VouchClock *clock) G_GNUC_WARN_UNUSED_RESULT;
void vouch_scanner_check_free (VouchScannerCheck *self);
void vouch_scanner_check_begin (VouchScannerCheck *self, const char *device);
VouchScannerCheckOutcome
vouch_scanner_check_take (VouchScannerCheck *self, const char *device, const VouchScannerArrival *arrival);
VouchScannerCheckOutcome vouch_scanner_check_go_on (VouchScannerCheck *self);
gboolean vouch_scanner_check_go_back (VouchScannerCheck *self);
gboolean vouch_scanner_check_get_code (const VouchScannerCheck *self, VouchScannerCode *code);
guint vouch_scanner_check_count_codes (const VouchScannerCheck *self, guint *n_over);
const char *vouch_scanner_check_get_arrived (const VouchScannerCheck *self);
const char *vouch_scanner_check_get_verdict (const VouchScannerCheck *self);
VouchScannerAnswer vouch_scanner_check_get_answer (const VouchScannerCheck *self);
const VouchScannerProfile *vouch_scanner_check_get_profile (const VouchScannerCheck *self);
const char *vouch_scanner_check_get_trouble (const VouchScannerCheck *self);
gboolean vouch_scanner_check_is_right (const VouchScannerCheck *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchScannerCheck, vouch_scanner_check_free)

G_END_DECLS
