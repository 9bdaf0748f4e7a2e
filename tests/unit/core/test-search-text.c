#include "vouch-search-text.h"

static void
assert_words (const char *text, const char *expected)
{
  g_auto (GStrv) words = vouch_search_text_split (text);
  g_autofree char *joined = g_strjoinv ("|", words);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_words_are_letters_and_digits (void)
{
  assert_words ("L261122-0C4K7M2P", "l261122|0c4k7m2p");
  assert_words ("Green tea, 100 g", "green|tea|100|g");
  assert_words ("", "");
  assert_words (NULL, "");
  assert_words (" \"*'%()^: -", "");
}

static void
test_every_chinese_character_is_a_word (void)
{
  assert_words ("明前龙井 100g", "明|前|龙|井|100g");
  assert_words ("A龙b", "a|龙|b");
  assert_words ("お茶", "お|茶");
  assert_words ("녹차 tea", "녹차|tea");
}

static void
test_case_width_and_accents_make_no_difference (void)
{
  assert_words ("Café ÉTÉ", "cafe|ete");
  assert_words ("ＱＨ２６Ａ", "qh26a");
  assert_words ("STRASSE straße", "strasse|strasse");
}

static void
test_what_is_no_text_is_no_word (void)
{
  assert_words ("a\xff\xfe"
                "b",
                "a|b");
  assert_words ("\xee\x80\x80"
                "12",
                "12");
  assert_words ("x\xe2\x80\xaey", "x|y");
}

static void
test_phrase_cannot_be_left (void)
{
  g_auto (GStrv) words = vouch_search_text_split ("a\" OR b* NEAR(c)");
  g_autofree char *phrase = vouch_search_text_dup_phrase ((const char *const *)words);

  g_assert_cmpstr (phrase, ==, "\"a or b near c\"*");
}

static void
test_end_is_after_all_that_begin_so (void)
{
  g_autofree char *end = vouch_search_text_dup_end ("l26");

  g_assert_cmpint (g_strcmp0 ("l26", end), <, 0);
  g_assert_cmpint (g_strcmp0 ("l26龙", end), <, 0);
  g_assert_cmpint (g_strcmp0 ("l27", end), >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search-text/words-are-letters-and-digits", test_words_are_letters_and_digits);
  g_test_add_func ("/search-text/every-chinese-character-is-a-word", test_every_chinese_character_is_a_word);
  g_test_add_func ("/search-text/case-width-and-accents-make-no-difference",
                   test_case_width_and_accents_make_no_difference);
  g_test_add_func ("/search-text/what-is-no-text-is-no-word", test_what_is_no_text_is_no_word);
  g_test_add_func ("/search-text/phrase-cannot-be-left", test_phrase_cannot_be_left);
  g_test_add_func ("/search-text/end-is-after-all-that-begin-so", test_end_is_after_all_that_begin_so);
  return g_test_run ();
}
