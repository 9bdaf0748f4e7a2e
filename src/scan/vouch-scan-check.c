#include "vouch-scan-check.h"

/**
 * vouch_scan_check:
 * @scan: what arrived
 * @shown: the content of the code that was to be scanned
 *
 * Wrong characters are told before a missing end: whoever puts them right scans again anyway.
 *
 * Returns: how the scanner is set up
 */
VouchScanCheck
vouch_scan_check (const VouchScan *scan, const char *shown)
{
  g_return_val_if_fail (scan != NULL, VOUCH_SCAN_CHECK_CHARACTERS);
  g_return_val_if_fail (shown != NULL, VOUCH_SCAN_CHECK_CHARACTERS);

  if (g_str_equal (scan->text, shown))
    return scan->is_bare ? VOUCH_SCAN_CHECK_NO_END : VOUCH_SCAN_CHECK_RIGHT;
  return g_ascii_strcasecmp (scan->text, shown) == 0 ? VOUCH_SCAN_CHECK_CASE : VOUCH_SCAN_CHECK_CHARACTERS;
}
