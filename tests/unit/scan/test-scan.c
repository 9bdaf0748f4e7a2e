/* What becomes a scan, and what does not. */

#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "vouch-error.h"
#include "vouch-picture-file.h"
#include "vouch-scan.h"

static void
test_takes_the_aim_identifier_off (void)
{
  static const struct
  {
    const char *sent, *aim, *text;
  } cases[] = {
    { "]C1010690", "]C1", "010690" }, { "]E06901234567892", "]E0", "6901234567892" },
    { "LOT-7", "", "LOT-7" },         { "]C1", "", "]C1" },
    { "]12x", "", "]12x" },           { "]C-x", "", "]C-x" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (VouchScan) scan = vouch_scan_new (cases[i].sent, -1, VOUCH_SCAN_WEDGE, 42, &error);
      g_autofree char *whole = NULL;

      g_assert_no_error (error);
      g_assert_cmpstr (scan->aim, ==, cases[i].aim);
      g_assert_cmpstr (scan->text, ==, cases[i].text);
      g_assert_cmpuint (scan->length, ==, strlen (cases[i].text));
      g_assert_cmpint (scan->at_us, ==, 42);
      whole = vouch_scan_dup_with_aim (scan);
      g_assert_cmpstr (whole, ==, cases[i].sent);
    }
}

static void
test_refuses_control_characters_whole (void)
{
  static const struct
  {
    const char *sent;
    gssize length;
  } cases[] = {
    { "LOT\0DROP", 8 }, { "LOT\rDROP", -1 }, { "LOT\nDROP", -1 },    { "\033[31mLOT", -1 },
    { "LOT\t7", -1 },   { "LOT\177", -1 },   { "LOT\302\205X", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (vouch_scan_new (cases[i].sent, cases[i].length, VOUCH_SCAN_WEDGE, 0, &error));
      g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, "contains control characters"));
      g_assert_null (strpbrk (error->message, "\r\n\t\033\177"));
    }
}

static void
test_keeps_group_separators (void)
{
  g_autoptr (VouchScan) scan = vouch_scan_new ("10L1\x1d"
                                               "3712",
                                               -1, VOUCH_SCAN_WEDGE, 0, NULL);

  g_assert_cmpuint (scan->length, ==, 9);
}

static void
test_refuses_by_length_and_coding (void)
{
  g_autofree char *digits = g_strnfill (7089, '7');
  g_autofree char *longest = g_strnfill (VOUCH_SCAN_MAX_LENGTH, '7');
  g_autoptr (VouchScan) scan = vouch_scan_new (longest, -1, VOUCH_SCAN_CAMERA, 0, NULL);

  g_assert_nonnull (scan);
  g_assert_null (vouch_scan_new (digits, -1, VOUCH_SCAN_CAMERA, 0, NULL));
  g_assert_null (vouch_scan_new ("", -1, VOUCH_SCAN_CAMERA, 0, NULL));
  g_assert_null (vouch_scan_new ("\377\376", -1, VOUCH_SCAN_CAMERA, 0, NULL));
}

static void
test_copies (void)
{
  g_autoptr (VouchScan) scan = vouch_scan_new ("]d2x", -1, VOUCH_SCAN_SERIAL, 9, NULL);
  g_autoptr (VouchScan) copy = vouch_scan_copy (scan);

  g_assert_cmpstr (copy->text, ==, "x");
  g_assert_true (copy->text != scan->text);
  g_assert_cmpstr (copy->aim, ==, "]d2");
  g_assert_cmpint (copy->origin, ==, VOUCH_SCAN_SERIAL);
}

static void
test_a_spoiled_burst_is_no_scan (void)
{
  static const VouchWedgeFault faults[] = { VOUCH_WEDGE_TOO_LONG, VOUCH_WEDGE_CONTROLS, VOUCH_WEDGE_TORN,
                                            VOUCH_WEDGE_MIXED };
  char text[] = "LOT7";
  VouchWedgeBurst burst = { .text = text, .length = 4 };
  g_autoptr (VouchScan) scan = vouch_scan_new_from_burst (&burst, 1, NULL);

  g_assert_cmpstr (scan->text, ==, "LOT7");
  g_assert_cmpint (scan->origin, ==, VOUCH_SCAN_WEDGE);
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (GError) error = NULL;

      burst.fault = faults[i];
      g_assert_null (vouch_scan_new_from_burst (&burst, 1, &error));
      g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
    }
}

static void
test_a_symbol_becomes_a_scan (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("]C1 is content here", 19);
  g_autoptr (VouchSymbol) symbol = vouch_symbol_new ("QR", "]Q1", bytes);
  g_autoptr (VouchScan) scan = NULL;

  symbol->sure = FALSE;
  scan = vouch_scan_new_from_symbol (symbol, VOUCH_SCAN_PICTURE, 5, NULL);
  g_assert_cmpstr (scan->aim, ==, "]Q1");
  g_assert_cmpstr (scan->text, ==, "]C1 is content here");
  g_assert_false (scan->sure);
}

static void
test_guesses_chinese_and_is_not_sure (void)
{
  g_autoptr (GBytes) gb18030 = g_bytes_new_static ("\305\372\264\316", 4);
  g_autoptr (GBytes) utf8 = g_bytes_new_static ("批次", 6);
  g_autoptr (VouchSymbol) guessed = vouch_symbol_new ("QR", "]Q1", gb18030);
  g_autoptr (VouchSymbol) known = vouch_symbol_new ("QR", "]Q1", utf8);

  g_assert_cmpstr (guessed->text, ==, "批次");
  g_assert_false (guessed->sure);
  g_assert_cmpstr (known->text, ==, "批次");
  g_assert_true (known->sure);
}

static void
test_a_nul_in_a_symbol_is_refused_not_cut (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("LOT\0DROP", 8);
  g_autoptr (VouchSymbol) symbol = vouch_symbol_new ("QR", "]Q1", bytes);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (symbol->length, ==, 8);
  g_assert_null (vouch_scan_new_from_symbol (symbol, VOUCH_SCAN_PICTURE, 0, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
}

static void
test_a_refused_symbol_is_no_scan (void)
{
  static const VouchSymbolRefusal refusals[] = { VOUCH_SYMBOL_PART, VOUCH_SYMBOL_TOO_LONG };
  static const char *const says[] = { "one of several", "more text than" };

  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
      g_autoptr (VouchSymbol) symbol = vouch_symbol_new ("QR", "]Q1", nothing);
      g_autoptr (GError) error = NULL;

      symbol->refusal = refusals[i];
      g_assert_null (vouch_scan_new_from_symbol (symbol, VOUCH_SCAN_PICTURE, 0, &error));
      g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, says[i]));
    }
}

static void
assert_not_loaded (const char *path, VouchErrorCode code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (vouch_picture_file_load (path, &error));
  g_assert_error (error, VOUCH_ERROR, (int)code);
  g_assert_nonnull (strstr (error->message, path));
}

static void
test_loads_regular_files_only (void)
{
  g_autofree char *folder = g_dir_make_tmp ("vouch-XXXXXX", NULL);
  g_autofree char *missing = g_build_filename (folder, "missing.png", NULL);
  g_autofree char *pipe = g_build_filename (folder, "pipe", NULL);
  g_autofree char *file = g_build_filename (folder, "file", NULL);
  g_autoptr (GBytes) bytes = NULL;

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_true (g_file_set_contents (file, "bytes", 5, NULL));
  assert_not_loaded (missing, VOUCH_ERROR_NOT_FOUND);
  assert_not_loaded (pipe, VOUCH_ERROR_INVALID);
  assert_not_loaded (folder, VOUCH_ERROR_INVALID);
  bytes = vouch_picture_file_load (file, NULL);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "bytes", 5);
  g_unlink (pipe);
  g_unlink (file);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scan/takes-the-aim-identifier-off", test_takes_the_aim_identifier_off);
  g_test_add_func ("/scan/refuses-control-characters-whole", test_refuses_control_characters_whole);
  g_test_add_func ("/scan/keeps-group-separators", test_keeps_group_separators);
  g_test_add_func ("/scan/refuses-by-length-and-coding", test_refuses_by_length_and_coding);
  g_test_add_func ("/scan/copies", test_copies);
  g_test_add_func ("/scan/a-spoiled-burst-is-no-scan", test_a_spoiled_burst_is_no_scan);
  g_test_add_func ("/scan/a-symbol-becomes-a-scan", test_a_symbol_becomes_a_scan);
  g_test_add_func ("/scan/guesses-chinese-and-is-not-sure", test_guesses_chinese_and_is_not_sure);
  g_test_add_func ("/scan/a-nul-in-a-symbol-is-refused-not-cut", test_a_nul_in_a_symbol_is_refused_not_cut);
  g_test_add_func ("/scan/a-refused-symbol-is-no-scan", test_a_refused_symbol_is_no_scan);
  g_test_add_func ("/scan/loads-regular-files-only", test_loads_regular_files_only);
  return g_test_run ();
}
