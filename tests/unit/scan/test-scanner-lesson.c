/* Scanners of every kind are taught with the wizard's codes, and then read a label right or are refused in words. */

#include <glib.h>
#include <string.h>

#include "simulated-scanner.h"
#include "vouch-error.h"
#include "vouch-scanner-lesson.h"

#define LABEL                                                                                                          \
  "0109520001000010"                                                                                                   \
  "10aB/12-x\x1d"                                                                                                      \
  "21Q_7*Zy\x1d"                                                                                                       \
  "17271231"
#define LINK "https://id.gs1.org/01/09520001000010/10/A~b%2F?17=271231&q=[x]"

static VouchWedgeBurst *
scan_raw (const SimulatedScanner *scanner, const VouchWedgeSettings *settings, const char *aim, const char *text)
{
  g_autoptr (VouchWedge) wedge = vouch_wedge_new (settings);

  simulated_scanner_scan (scanner, wedge, 1000, aim, text);
  return vouch_wedge_take (wedge);
}

static const char *
aim_of (VouchScannerCode code)
{
  return vouch_scanner_code_is_gs1 (code) ? "]C1" : "]C0";
}

static VouchScannerAnswer
take (VouchScannerLesson *lesson, const SimulatedScanner *scanner, VouchScannerCode code)
{
  static const VouchWedgeSettings settings = { .gap_ms = 250, .min_length = 3, .max_length = 4096, .mix_ms = 8 };
  g_autoptr (VouchWedgeBurst) burst =
      scan_raw (scanner, &settings, aim_of (code), vouch_scanner_code_get_reading (code));
  g_autoptr (VouchScannerArrival) arrival = vouch_scanner_arrival_new_from_burst (burst);

  return vouch_scanner_lesson_take (lesson, arrival);
}

static VouchScannerAnswer
teach (VouchScannerLesson *lesson, const SimulatedScanner *scanner)
{
  VouchScannerAnswer answer = VOUCH_SCANNER_ANSWER_RIGHT;
  VouchScannerCode code;

  while (vouch_scanner_lesson_get_code (lesson, &code))
    {
      answer = take (lesson, scanner, code);
      if (answer != VOUCH_SCANNER_ANSWER_RIGHT && answer != VOUCH_SCANNER_ANSWER_REPAIRED)
        return answer;
    }
  return answer;
}

static VouchScan *
read_label (const SimulatedScanner *scanner, const VouchScannerProfile *profile, const char *aim, const char *text)
{
  VouchWedgeSettings settings = VOUCH_WEDGE_DEFAULTS;
  g_autoptr (VouchWedgeBurst) burst = NULL;
  g_autoptr (GError) error = NULL;
  VouchScan *scan;

  vouch_scanner_profile_set_up_wedge (profile, &settings);
  burst = scan_raw (scanner, &settings, aim, text);
  g_assert_nonnull (burst);
  scan = vouch_scanner_profile_read_burst (profile, burst, 5, &error);
  g_assert_no_error (error);
  return scan;
}

static void
assert_reads (const SimulatedScanner *scanner, const VouchScannerProfile *profile)
{
  g_autoptr (VouchScan) label = read_label (scanner, profile, "]C1", LABEL);
  g_autoptr (VouchScan) link = read_label (scanner, profile, "]Q1", LINK);

  if (scanner->gs == SIMULATED_GS_NONE)
    {
      g_auto (GStrv) parts = g_strsplit (LABEL, "\x1d", -1);
      g_autofree char *joined = g_strjoinv ("", parts);

      g_assert_cmpstr (label->text, ==, joined);
    }
  else
    g_assert_cmpstr (label->text, ==, LABEL);
  g_assert_cmpstr (label->aim, ==, scanner->sends_aim ? "]C1" : "");
  g_assert_true (label->sends_separators == (scanner->gs != SIMULATED_GS_NONE));
  g_assert_cmpstr (label->device, ==, VOUCH_SCANNER_KEYBOARD);
  g_assert_cmpstr (link->text, ==, LINK);
}

static void
assert_learned (const SimulatedScanner *scanner)
{
  g_autoptr (VouchScannerLesson) lesson = vouch_scanner_lesson_new (VOUCH_SCANNER_KEYBOARD);
  g_autoptr (VouchScannerProfile) profile = NULL;
  g_autoptr (GError) error = NULL;
  VouchScannerAnswer answer = teach (lesson, scanner);

  if (g_test_verbose ())
    g_test_message ("layout %d, separator %d, Caps Lock %d, suffix %d, before %s, after %s, AIM %d", scanner->layout,
                    scanner->gs, scanner->caps, scanner->suffix, scanner->before, scanner->after, scanner->sends_aim);
  if (scanner->caps == SIMULATED_CAPS_LOST)
    {
      g_assert_cmpint (answer, ==, VOUCH_SCANNER_ANSWER_CASE);
      return;
    }
  g_assert_true (answer == VOUCH_SCANNER_ANSWER_RIGHT || answer == VOUCH_SCANNER_ANSWER_REPAIRED);
  profile = vouch_scanner_lesson_make_profile (lesson, 7);
  vouch_scanner_profile_check (profile, &error);
  g_assert_no_error (error);
  assert_reads (scanner, profile);
}

static void
test_every_scanner_is_learned_or_told (void)
{
  static const char *const affixes[][2] = { { "", "" }, { "X1", "" }, { "#", "/e" } };
  SimulatedScanner scanner = { .gap_ms = 9 };

  for (int layout = 0; layout < SIMULATED_N_LAYOUTS; layout++)
    for (int gs = 0; gs < SIMULATED_N_GS; gs++)
      for (int caps = 0; caps < SIMULATED_N_CAPS; caps++)
        for (int suffix = 0; suffix < 3; suffix++)
          for (gsize affix = 0; affix < G_N_ELEMENTS (affixes); affix++)
            for (int aim = 0; aim < 2; aim++)
              {
                scanner.layout = (SimulatedLayout)layout;
                scanner.gs = (SimulatedGs)gs;
                scanner.caps = (SimulatedCaps)caps;
                scanner.suffix = (VouchWedgeEnd)suffix;
                scanner.before = affixes[affix][0];
                scanner.after = affixes[affix][1];
                scanner.sends_aim = aim;
                /* In another script nothing tells the code from what is around it. */
                if (layout == SIMULATED_RUSSIAN && (affix > 0 || aim))
                  continue;
                assert_learned (&scanner);
              }
}

static void
test_another_code_teaches_nothing (void)
{
  g_autoptr (VouchScannerLesson) lesson = vouch_scanner_lesson_new (VOUCH_SCANNER_KEYBOARD);
  g_autoptr (VouchScannerArrival) arrival = vouch_scanner_arrival_new ("6901234567892", 13, VOUCH_SCANNER_SUFFIX_ENTER);

  g_assert_cmpint (vouch_scanner_lesson_take (lesson, arrival), ==, VOUCH_SCANNER_ANSWER_OTHER);
  g_assert_cmpint (vouch_scanner_lesson_take (lesson, NULL), ==, VOUCH_SCANNER_ANSWER_BROKEN);
  g_assert_false (vouch_scanner_lesson_has_learned (lesson));
}

static void
test_a_scanner_set_right_needs_two_codes (void)
{
  g_autoptr (VouchScannerLesson) lesson = vouch_scanner_lesson_new (VOUCH_SCANNER_KEYBOARD);
  const SimulatedScanner scanner = { .suffix = VOUCH_WEDGE_END_ENTER, .sends_aim = TRUE, .gap_ms = 4 };
  g_autoptr (VouchScannerProfile) profile = NULL;
  guint n_over;

  g_assert_cmpint (teach (lesson, &scanner), ==, VOUCH_SCANNER_ANSWER_RIGHT);
  g_assert_cmpuint (vouch_scanner_lesson_count_codes (lesson, &n_over), ==, 2);
  g_assert_cmpuint (n_over, ==, 2);
  profile = vouch_scanner_lesson_make_profile (lesson, 7);
  g_assert_null (profile->character_map);
  g_assert_null (profile->key_map);
  g_assert_null (profile->before);
  g_assert_cmpint (profile->suffix, ==, VOUCH_SCANNER_SUFFIX_ENTER);
  g_assert_cmpint (profile->separator, ==, VOUCH_SCANNER_SEPARATOR_CONTROL);
  g_assert_true (profile->sends_aim);
  g_assert_cmpint (profile->gap_ms, ==, 60);
  g_assert_cmpint (profile->speed, >, 200);
}

static void
test_a_slow_scanner_gets_a_longer_gap (void)
{
  g_autoptr (VouchScannerLesson) lesson = vouch_scanner_lesson_new (VOUCH_SCANNER_KEYBOARD);
  const SimulatedScanner scanner = { .suffix = VOUCH_WEDGE_END_ENTER, .before = "", .gap_ms = 80 };
  g_autoptr (VouchScannerProfile) profile = NULL;

  teach (lesson, &scanner);
  profile = vouch_scanner_lesson_make_profile (lesson, 7);
  g_assert_cmpint (profile->gap_ms, ==, 240);
  assert_reads (&scanner, profile);
}

static void
test_a_wrong_layout_asks_for_the_rest_of_the_characters (void)
{
  g_autoptr (VouchScannerLesson) lesson = vouch_scanner_lesson_new (VOUCH_SCANNER_KEYBOARD);
  const SimulatedScanner scanner = { .layout = SIMULATED_GERMAN, .suffix = VOUCH_WEDGE_END_ENTER, .gap_ms = 4 };
  VouchScannerCode code;
  guint n_over;

  g_assert_cmpint (take (lesson, &scanner, VOUCH_SCANNER_CODE_CHARACTERS), ==, VOUCH_SCANNER_ANSWER_REPAIRED);
  g_assert_cmpuint (vouch_scanner_lesson_count_codes (lesson, &n_over), ==, 5);
  g_assert_cmpuint (n_over, ==, 1);
  g_assert_true (vouch_scanner_lesson_get_code (lesson, &code));
  g_assert_cmpint (code, ==, VOUCH_SCANNER_CODE_REST_1);
  vouch_scanner_lesson_skip (lesson);
  vouch_scanner_lesson_skip (lesson);
  vouch_scanner_lesson_skip (lesson);
  g_assert_cmpint (take (lesson, &scanner, VOUCH_SCANNER_CODE_ELEMENTS), ==, VOUCH_SCANNER_ANSWER_REPAIRED);
  g_assert_false (vouch_scanner_lesson_get_code (lesson, &code));
}

static void
test_a_scanner_that_was_set_right_meanwhile_begins_anew (void)
{
  g_autoptr (VouchScannerLesson) lesson = vouch_scanner_lesson_new (VOUCH_SCANNER_KEYBOARD);
  const SimulatedScanner wrong = { .layout = SIMULATED_FRENCH, .suffix = VOUCH_WEDGE_END_GAP, .gap_ms = 4 };
  const SimulatedScanner right = { .suffix = VOUCH_WEDGE_END_ENTER, .gap_ms = 4 };
  g_autoptr (VouchScannerProfile) profile = NULL;

  g_assert_cmpint (take (lesson, &wrong, VOUCH_SCANNER_CODE_CHARACTERS), ==, VOUCH_SCANNER_ANSWER_REPAIRED);
  g_assert_true (vouch_scanner_lesson_go_back (lesson));
  g_assert_false (vouch_scanner_lesson_go_back (lesson));
  g_assert_cmpint (teach (lesson, &right), ==, VOUCH_SCANNER_ANSWER_RIGHT);
  profile = vouch_scanner_lesson_make_profile (lesson, 7);
  g_assert_null (profile->character_map);
  g_assert_cmpint (profile->suffix, ==, VOUCH_SCANNER_SUFFIX_ENTER);
}

static VouchScannerAnswer
take_text (VouchScannerLesson *lesson, const char *text)
{
  g_autoptr (VouchScannerArrival) arrival = vouch_scanner_arrival_new (text, strlen (text), VOUCH_SCANNER_SUFFIX_ENTER);

  return vouch_scanner_lesson_take (lesson, arrival);
}

static void
test_lost_characters_are_told (void)
{
  g_autoptr (VouchScannerLesson) lesson = vouch_scanner_lesson_new (VOUCH_SCANNER_KEYBOARD);

  g_assert_cmpint (take_text (lesson, "ABCXYZ0189-_/:.@+$abcxyz"), ==, VOUCH_SCANNER_ANSWER_MISSING);
  g_assert_cmpint (take_text (lesson, "ABCXYZ0189-_/:.-%+$abcxyz"), ==, VOUCH_SCANNER_ANSWER_ALIKE);
  g_assert_false (vouch_scanner_lesson_has_learned (lesson));
}

/* One character is lost and another one added, which may as well be a strange keyboard. */
static void
test_a_layout_that_cannot_be_is_told_by_the_rest_of_the_characters (void)
{
  g_autoptr (VouchScannerLesson) lesson = vouch_scanner_lesson_new (VOUCH_SCANNER_KEYBOARD);

  g_assert_cmpint (take_text (lesson, "ABCXYZ0189-_/:.@+$abcxyz#"), ==, VOUCH_SCANNER_ANSWER_REPAIRED);
  g_assert_cmpint (take_text (lesson, vouch_scanner_code_get_reading (VOUCH_SCANNER_CODE_REST_1)), ==,
                   VOUCH_SCANNER_ANSWER_ALIKE);
}

static void
test_keys_around_a_code_count_for_nothing (void)
{
  g_autoptr (VouchScannerLesson) lesson = vouch_scanner_lesson_new (VOUCH_SCANNER_KEYBOARD);
  g_autoptr (VouchWedge) wedge = vouch_wedge_new (NULL);
  g_autoptr (VouchScannerProfile) profile = NULL;
  g_autoptr (VouchWedgeBurst) burst = NULL;
  g_autoptr (VouchScannerArrival) arrival = NULL;
  const SimulatedScanner scanner = { .suffix = VOUCH_WEDGE_END_ENTER, .gap_ms = 4 };
  VouchWedgeSettings settings = VOUCH_WEDGE_DEFAULTS;

  /* STX as Ctrl+B. */
  vouch_wedge_feed (wedge, 'b', 'b', VOUCH_WEDGE_CONTROL, 1000);
  simulated_scanner_scan (&scanner, wedge, 1000, "", vouch_scanner_code_get_reading (VOUCH_SCANNER_CODE_CHARACTERS));
  burst = vouch_wedge_take (wedge);
  g_assert_cmpint (burst->fault, ==, VOUCH_WEDGE_CONTROLS);
  arrival = vouch_scanner_arrival_new_from_burst (burst);
  g_assert_cmpint (vouch_scanner_lesson_take (lesson, arrival), ==, VOUCH_SCANNER_ANSWER_REPAIRED);
  profile = vouch_scanner_lesson_make_profile (lesson, 7);
  g_assert_cmpstr (profile->key_map, ==, "control+62=0");
  g_assert_null (profile->before);
  vouch_scanner_profile_set_up_wedge (profile, &settings);
  vouch_wedge_free (g_steal_pointer (&wedge));
  g_clear_pointer (&burst, vouch_wedge_burst_free);
  wedge = vouch_wedge_new (&settings);
  g_assert_cmpint (vouch_wedge_feed (wedge, 'b', 'b', VOUCH_WEDGE_CONTROL, 1000), ==, VOUCH_WEDGE_SWALLOW);
  simulated_scanner_scan (&scanner, wedge, 1000, "", "LOT-7");
  burst = vouch_wedge_take (wedge);
  g_assert_cmpint (burst->fault, ==, VOUCH_WEDGE_CLEAN);
  g_assert_cmpstr (burst->text, ==, "LOT-7");
}

static void
test_a_line_is_learned_as_well (void)
{
  static const char elements[] = "!]C1"
                                 "0109520001000010"
                                 "10AB12\x1d"
                                 "17271231";
  g_autoptr (VouchScannerLesson) lesson = vouch_scanner_lesson_new ("usb-Zebra_123");
  g_autofree char *text = g_strconcat ("!]C0", vouch_scanner_code_get_reading (VOUCH_SCANNER_CODE_CHARACTERS), NULL);
  g_autoptr (VouchScannerArrival) first = vouch_scanner_arrival_new (text, strlen (text), VOUCH_SCANNER_SUFFIX_ETX);
  g_autoptr (VouchScannerArrival) second =
      vouch_scanner_arrival_new (elements, sizeof elements - 1, VOUCH_SCANNER_SUFFIX_ETX);
  g_autoptr (VouchScannerProfile) profile = NULL;
  g_autoptr (VouchScan) scan = NULL;

  g_assert_cmpint (vouch_scanner_lesson_take (lesson, first), ==, VOUCH_SCANNER_ANSWER_REPAIRED);
  g_assert_cmpint (vouch_scanner_lesson_take (lesson, second), ==, VOUCH_SCANNER_ANSWER_REPAIRED);
  profile = vouch_scanner_lesson_make_profile (lesson, 7);
  g_assert_cmpint (profile->separator, ==, VOUCH_SCANNER_SEPARATOR_BYTE);
  g_assert_cmpint (profile->suffix, ==, VOUCH_SCANNER_SUFFIX_ETX);
  scan = vouch_scanner_profile_read (profile, elements, sizeof elements - 1, VOUCH_SCAN_SERIAL, 5, NULL);
  g_assert_cmpstr (scan->text, ==, elements + 4);
  g_assert_cmpstr (scan->aim, ==, "]C1");
  g_assert_cmpstr (scan->device, ==, "usb-Zebra_123");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scanner-lesson/every-scanner-is-learned-or-told", test_every_scanner_is_learned_or_told);
  g_test_add_func ("/scanner-lesson/another-code-teaches-nothing", test_another_code_teaches_nothing);
  g_test_add_func ("/scanner-lesson/a-scanner-set-right-needs-two-codes", test_a_scanner_set_right_needs_two_codes);
  g_test_add_func ("/scanner-lesson/a-slow-scanner-gets-a-longer-gap", test_a_slow_scanner_gets_a_longer_gap);
  g_test_add_func ("/scanner-lesson/a-wrong-layout-asks-for-the-rest-of-the-characters",
                   test_a_wrong_layout_asks_for_the_rest_of_the_characters);
  g_test_add_func ("/scanner-lesson/a-scanner-that-was-set-right-meanwhile-begins-anew",
                   test_a_scanner_that_was_set_right_meanwhile_begins_anew);
  g_test_add_func ("/scanner-lesson/lost-characters-are-told", test_lost_characters_are_told);
  g_test_add_func ("/scanner-lesson/a-layout-that-cannot-be-is-told-by-the-rest-of-the-characters",
                   test_a_layout_that_cannot_be_is_told_by_the_rest_of_the_characters);
  g_test_add_func ("/scanner-lesson/keys-around-a-code-count-for-nothing", test_keys_around_a_code_count_for_nothing);
  g_test_add_func ("/scanner-lesson/a-line-is-learned-as-well", test_a_line_is_learned_as_well);
  return g_test_run ();
}
