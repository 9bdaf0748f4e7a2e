#pragma once

#include "vouch-scan.h"

G_BEGIN_DECLS

/**
 * VOUCH_SCAN_CHECK_TEXT:
 *
 * What a scanner is checked with: letters of both cases, and the characters that keyboard layouts move about.
 */
#define VOUCH_SCAN_CHECK_TEXT "YZyz0189-_/:.@%+$"

/**
 * VouchScanCheck:
 * @VOUCH_SCAN_CHECK_RIGHT: what arrived is what was shown
 * @VOUCH_SCAN_CHECK_CASE: the letters arrived in another case, as with Caps Lock
 * @VOUCH_SCAN_CHECK_CHARACTERS: other characters arrived, as with another keyboard layout
 * @VOUCH_SCAN_CHECK_NO_END: the characters are right, but no Enter followed them
 *
 * How a scanner is set up, as one scan of a known code tells it.
 */
typedef enum
{
  VOUCH_SCAN_CHECK_RIGHT,
  VOUCH_SCAN_CHECK_CASE,
  VOUCH_SCAN_CHECK_CHARACTERS,
  VOUCH_SCAN_CHECK_NO_END,
} VouchScanCheck;

VouchScanCheck vouch_scan_check (const VouchScan *scan, const char *shown);

G_END_DECLS
