/* The field's words for what is stored. */
#include "vouch-quantity.h"
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/a-unit-of-measure-is-written-as-it-is", test_a_unit_of_measure_is_written_as_it_is);
  g_test_add_func ("/words/a-counting-unit-is-a-word", test_a_counting_unit_is_a_word);
  g_test_add_func ("/words/a-problem-that-is-not-known-is-shown-as-it-came",
                   test_a_problem_that_is_not_known_is_shown_as_it_came);
  g_test_add_func ("/words/limits-say-what-is-missing", test_limits_say_what_is_missing);
  return g_test_run ();
}
