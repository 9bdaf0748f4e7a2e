/* What arrives and a profile in, what was meant out. */

#include <glib.h>
#include <string.h>

#include "vouch-scanner-words.h"

typedef struct
{
  VouchScannerProfile *profile;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->profile = vouch_scanner_profile_new ();
  fixture->profile->device = g_strdup (VOUCH_SCANNER_KEYBOARD);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  vouch_scanner_profile_free (fixture->profile);
}

static void
assert_means (const VouchScannerProfile *profile, const char *arrived, gboolean caps_lock, const char *meant)
{
  gsize length;
  g_autofree char *text = vouch_scanner_profile_apply (profile, arrived, strlen (arrived), caps_lock, &length);

  g_assert_cmpstr (text, ==, meant);
  g_assert_cmpuint (length, ==, strlen (meant));
}

static void
test_a_scanner_that_nobody_checked_is_taken_at_its_word (Fixture *fixture, gconstpointer data)
{
  assert_means (NULL, "LOT-7", FALSE, "LOT-7");
  assert_means (NULL, "lot-7 É", TRUE, "LOT-7 é");
  g_assert_true (vouch_scanner_profile_sends_separators (NULL));
}

static void
test_caps_lock_is_undone_unless_the_scanner_minds_it (Fixture *fixture, gconstpointer data)
{
  assert_means (fixture->profile, "vb1002", TRUE, "VB1002");
  assert_means (fixture->profile, "Vb1002", FALSE, "Vb1002");
  fixture->profile->letter_case = VOUCH_SCANNER_CASE_KEPT;
  assert_means (fixture->profile, "VB1002", TRUE, "VB1002");
  fixture->profile->letter_case = VOUCH_SCANNER_CASE_SWAPPED;
  assert_means (fixture->profile, "vb1002", FALSE, "VB1002");
  assert_means (fixture->profile, "VB1002", TRUE, "VB1002");
}

static void
test_a_map_repairs_a_layout (Fixture *fixture, gconstpointer data)
{
  fixture->profile->character_map = g_strdup ("yzzyßYZ-");
  assert_means (fixture->profile, "yzßZ7", FALSE, "zyY-7");
}

static void
test_what_the_scanner_adds_is_taken_off_once (Fixture *fixture, gconstpointer data)
{
  fixture->profile->before = g_strdup ("#");
  fixture->profile->after = g_strdup ("//");
  assert_means (fixture->profile, "##]C1a////", FALSE, "#]C1a//");
  assert_means (fixture->profile, "a", FALSE, "a");
  assert_means (fixture->profile, "#", FALSE, "#");
}

static void
test_a_substitute_becomes_the_separator (Fixture *fixture, gconstpointer data)
{
  fixture->profile->separator = VOUCH_SCANNER_SEPARATOR_TEXT;
  fixture->profile->separator_text = g_strdup ("<G>");
  assert_means (fixture->profile, "10A<G>17<G>", FALSE,
                "10A\x1d"
                "17\x1d");
  assert_means (fixture->profile, "]C110A<G>17", FALSE,
                "]C110A\x1d"
                "17");
  assert_means (fixture->profile, "]Q1a<G>b", FALSE, "]Q1a<G>b");
  assert_means (fixture->profile, "https://a/<G>b", FALSE, "https://a/<G>b");
}

static void
test_bytes_that_are_no_text_make_no_scan (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->profile->character_map = g_strdup ("zy");
  g_assert_null (vouch_scanner_profile_read (fixture->profile, "ab\xff\0z", 5, VOUCH_SCAN_SERIAL, 1, &error));
  g_assert_nonnull (error);
}

static void
test_a_scan_says_whether_separators_can_be_missing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (VouchScan) scan = NULL;

  fixture->profile->separator = VOUCH_SCANNER_SEPARATOR_NONE;
  scan = vouch_scanner_profile_read (fixture->profile, "10A", 3, VOUCH_SCAN_SERIAL, 1, NULL);
  g_assert_false (scan->sends_separators);
  g_assert_cmpstr (scan->device, ==, VOUCH_SCANNER_KEYBOARD);
}

static void
test_a_torn_scan_is_told (Fixture *fixture, gconstpointer data)
{
  VouchWedgeSettings settings = VOUCH_WEDGE_DEFAULTS;
  g_autoptr (VouchWedge) wedge = NULL;
  g_autoptr (VouchWedgeBurst) burst = NULL;
  g_autoptr (GError) error = NULL;

  fixture->profile->suffix = VOUCH_SCANNER_SUFFIX_ENTER;
  fixture->profile->gap_ms = 100;
  vouch_scanner_profile_set_up_wedge (fixture->profile, &settings);
  g_assert_cmpuint (settings.gap_ms, ==, 100);
  wedge = vouch_wedge_new (&settings);
  for (guint i = 0; i < 6; i++)
    vouch_wedge_feed (wedge, 'A' + i, 'A' + i, 0, 1000 + i);
  g_assert_true (vouch_wedge_tick (wedge, 2000));
  burst = vouch_wedge_take (wedge);
  g_assert_null (vouch_scanner_profile_read_burst (fixture->profile, burst, 1, &error));
  g_assert_nonnull (strstr (error->message, "broke off"));
}

static void
test_tab_within_a_code_that_ends_with_enter_is_refused (Fixture *fixture, gconstpointer data)
{
  VouchWedgeSettings settings = VOUCH_WEDGE_DEFAULTS;
  g_autoptr (VouchWedge) wedge = NULL;
  g_autoptr (VouchWedgeBurst) burst = NULL;

  fixture->profile->suffix = VOUCH_SCANNER_SUFFIX_ENTER;
  vouch_scanner_profile_set_up_wedge (fixture->profile, &settings);
  wedge = vouch_wedge_new (&settings);
  for (guint i = 0; i < 4; i++)
    vouch_wedge_feed (wedge, 'A' + i, 'A' + i, 0, 1000);
  g_assert_cmpint (vouch_wedge_feed (wedge, 0xff09, 9, 0, 1001), ==, VOUCH_WEDGE_SWALLOW);
  vouch_wedge_feed (wedge, 'B', 'B', 0, 1002);
  g_assert_cmpint (vouch_wedge_feed (wedge, 0xff0d, 13, 0, 1003), ==, VOUCH_WEDGE_SCAN);
  burst = vouch_wedge_take (wedge);
  g_assert_cmpint (burst->fault, ==, VOUCH_WEDGE_CONTROLS);
  g_assert_null (vouch_wedge_take (wedge));
}

static void
test_every_fact_is_a_sentence (Fixture *fixture, gconstpointer data)
{
  VouchScannerProfile *profile = fixture->profile;

  for (int suffix = 0; suffix <= VOUCH_SCANNER_SUFFIX_ETX; suffix++)
    for (int separator = 0; separator <= VOUCH_SCANNER_SEPARATOR_BYTE; separator++)
      {
        g_autoptr (GPtrArray) facts = NULL;

        profile->suffix = (VouchScannerSuffix)suffix;
        profile->separator = (VouchScannerSeparator)separator;
        profile->letter_case = (VouchScannerCase)(suffix % 3);
        g_free (profile->separator_text);
        profile->separator_text = g_strdup ("~");
        facts = vouch_scanner_words_list_facts (profile);
        g_assert_cmpuint (facts->len, >=, 3);
        for (guint i = 0; i < facts->len; i++)
          g_assert_true (g_str_has_suffix (((VouchScannerFact *)g_ptr_array_index (facts, i))->text, "."));
      }
  for (int answer = 0; answer <= VOUCH_SCANNER_ANSWER_BROKEN; answer++)
    g_assert_true (g_str_has_suffix (vouch_scanner_words_of_answer ((VouchScannerAnswer)answer), "."));
}

static void
test_keys_are_written_and_read_alike (Fixture *fixture, gconstpointer data)
{
  static const char *const wrong[] = { "ffc7",   "=1d",        "ffc7=",    "x=1d",     "ffc7=80",
                                       "ffc7=1", "2000000=1d", "ffc7=1d ", " ffc7=1d", "shift+41=41" };
  const char *text = "control+2b=1d alt+71=40 control+alt+super+ffc7=0";
  g_autoptr (GArray) keys = vouch_wedge_keys_parse (text, NULL);
  g_autofree char *again = vouch_wedge_keys_format ((const VouchWedgeKey *)(gpointer)keys->data, keys->len);
  g_autofree char *name = vouch_wedge_key_dup_name (&g_array_index (keys, VouchWedgeKey, 0));
  g_autofree char *last = vouch_wedge_key_dup_name (&g_array_index (keys, VouchWedgeKey, 2));

  g_assert_cmpstr (again, ==, text);
  g_assert_cmpstr (name, ==, "Ctrl++");
  g_assert_cmpstr (last, ==, "Ctrl+Alt+Super+F10");
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_null (vouch_wedge_keys_parse (wrong[i], NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add ("/scanner-profile/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("a-scanner-that-nobody-checked-is-taken-at-its-word", test_a_scanner_that_nobody_checked_is_taken_at_its_word);
  ADD ("caps-lock-is-undone-unless-the-scanner-minds-it", test_caps_lock_is_undone_unless_the_scanner_minds_it);
  ADD ("a-map-repairs-a-layout", test_a_map_repairs_a_layout);
  ADD ("what-the-scanner-adds-is-taken-off-once", test_what_the_scanner_adds_is_taken_off_once);
  ADD ("a-substitute-becomes-the-separator", test_a_substitute_becomes_the_separator);
  ADD ("bytes-that-are-no-text-make-no-scan", test_bytes_that_are_no_text_make_no_scan);
  ADD ("a-scan-says-whether-separators-can-be-missing", test_a_scan_says_whether_separators_can_be_missing);
  ADD ("a-torn-scan-is-told", test_a_torn_scan_is_told);
  ADD ("tab-within-a-code-that-ends-with-enter-is-refused", test_tab_within_a_code_that_ends_with_enter_is_refused);
  ADD ("every-fact-is-a-sentence", test_every_fact_is_a_sentence);
  ADD ("keys-are-written-and-read-alike", test_keys_are_written_and_read_alike);
  return g_test_run ();
}
