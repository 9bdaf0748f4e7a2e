/* What one scan of a known code tells of the scanner. */

#include <string.h>

#include "vouch-scan-check.h"

static VouchScanCheck
check (const char *text, VouchWedgeEnd end)
{
  g_autoptr (GError) error = NULL;
  VouchWedgeBurst burst = { .text = (char *)text, .length = strlen (text), .end = end };
  g_autoptr (VouchScan) scan = vouch_scan_new_from_burst (&burst, 42, &error);

  g_assert_no_error (error);
  return vouch_scan_check (scan, VOUCH_SCAN_CHECK_TEXT);
}

static void
test_what_was_shown_is_right (void)
{
  g_assert_cmpint (check (VOUCH_SCAN_CHECK_TEXT, VOUCH_WEDGE_END_ENTER), ==, VOUCH_SCAN_CHECK_RIGHT);
  g_assert_cmpint (check (VOUCH_SCAN_CHECK_TEXT, VOUCH_WEDGE_END_TAB), ==, VOUCH_SCAN_CHECK_RIGHT);
}

static void
test_exchanged_or_lost_case_is_told (void)
{
  g_assert_cmpint (check ("yzYZ0189-_/:.@%+$", VOUCH_WEDGE_END_ENTER), ==, VOUCH_SCAN_CHECK_CASE);
  g_assert_cmpint (check ("YZYZ0189-_/:.@%+$", VOUCH_WEDGE_END_GAP), ==, VOUCH_SCAN_CHECK_CASE);
}

static void
test_another_layout_is_told (void)
{
  g_assert_cmpint (check ("ZYzy0189ß?-Ö.\"%*$", VOUCH_WEDGE_END_ENTER), ==, VOUCH_SCAN_CHECK_CHARACTERS);
  g_assert_cmpint (check ("PO-2026-0001", VOUCH_WEDGE_END_ENTER), ==, VOUCH_SCAN_CHECK_CHARACTERS);
}

static void
test_missing_enter_is_told (void)
{
  g_assert_cmpint (check (VOUCH_SCAN_CHECK_TEXT, VOUCH_WEDGE_END_GAP), ==, VOUCH_SCAN_CHECK_NO_END);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scan-check/what-was-shown-is-right", test_what_was_shown_is_right);
  g_test_add_func ("/scan-check/exchanged-or-lost-case-is-told", test_exchanged_or_lost_case_is_told);
  g_test_add_func ("/scan-check/another-layout-is-told", test_another_layout_is_told);
  g_test_add_func ("/scan-check/missing-enter-is-told", test_missing_enter_is_told);
  return g_test_run ();
}
