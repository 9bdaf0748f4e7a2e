/* The field's words for what is stored. */
#include <string.h>

#include "vouch-quantity.h"
#include "vouch-symbol-words.h"
#include "vouch-words.h"

static void
test_a_unit_of_measure_is_written_as_it_is (void)
{
  g_autofree char *weight = vouch_words_dup_quantity (5 * VOUCH_QUANTITY_ONE / 2, "kg");

  g_assert_cmpstr (weight, ==, "2.5 kg");
  g_assert_cmpstr (vouch_words_of_unit ("℃"), ==, "℃");
}

static void
test_a_counting_unit_is_a_word (void)
{
  g_autofree char *count = vouch_words_dup_quantity (200 * VOUCH_QUANTITY_ONE, "pc");

  g_assert_cmpstr (count, ==, "200 pc");
  g_assert_cmpstr (vouch_words_of_unit ("bottle"), ==, "bottle");
}

static void
test_a_problem_that_is_not_known_is_shown_as_it_came (void)
{
  g_assert_cmpstr (vouch_words_of_problem ("fake"), ==, "Doubted to be genuine");
  g_assert_cmpstr (vouch_words_of_problem ("leaking"), ==, "leaking");
}

static void
test_limits_say_what_is_missing (void)
{
  VouchCharacteristic both = { .has_lower = TRUE, .has_upper = TRUE, .unit = (char *)"mm" };
  VouchCharacteristic none = { 0 };
  g_autofree char *text = NULL;

  both.lower = 4 * VOUCH_QUANTITY_ONE;
  both.upper = 5 * VOUCH_QUANTITY_ONE;
  text = vouch_words_dup_limits (&both);
  g_assert_cmpstr (text, ==, "4 – 5 mm");
  g_assert_null (vouch_words_dup_limits (&none));
}

static void
assert_shown (const char *symbology, const char *aim, const char *content, const char *shown)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (content, strlen (content));
  VouchSymbol *symbol = vouch_symbol_new (symbology, aim, bytes);
  g_autofree char *words = vouch_symbol_words_of_content (symbol);

  g_assert_cmpstr (words, ==, shown);
  vouch_symbol_free (symbol);
}

static void
test_what_a_picture_says_is_shown_as_it_is_printed (void)
{
  assert_shown ("GS1-128", "]C1", "10L1\03517270131", "(10)L1(17)270131");
  assert_shown ("GS1-128", "]C1", "17270199", "17270199");
  assert_shown ("Code 128", "]C0", "10L1\03517270131", "10L1\\x1d17270131");
  assert_shown ("QR", "]Q1", "https://id.gs1.org/01/09520001000010", "https://id.gs1.org/01/09520001000010");
  assert_shown ("EAN-13", "]E0", "4006381333931", "4006381333931");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/a-unit-of-measure-is-written-as-it-is", test_a_unit_of_measure_is_written_as_it_is);
  g_test_add_func ("/words/a-counting-unit-is-a-word", test_a_counting_unit_is_a_word);
  g_test_add_func ("/words/a-problem-that-is-not-known-is-shown-as-it-came",
                   test_a_problem_that_is_not_known_is_shown_as_it_came);
  g_test_add_func ("/words/limits-say-what-is-missing", test_limits_say_what_is_missing);
  g_test_add_func ("/words/what-a-picture-says-is-shown-as-it-is-printed",
                   test_what_a_picture_says_is_shown_as_it_is_printed);
  return g_test_run ();
}
