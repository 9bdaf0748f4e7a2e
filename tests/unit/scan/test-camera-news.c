/* How often a code before a camera counts. Each look is a word a code, "-" for a look at nothing. */

#include <glib.h>
#include <string.h>

#include "vouch-camera-news.h"

static GPtrArray *
look (const char *words)
{
  GPtrArray *agreed = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_symbol_free);
  g_auto (GStrv) texts = g_strsplit (words, " ", -1);

  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (texts[i], strlen (texts[i]));

      if (!g_str_equal (texts[i], "-"))
        g_ptr_array_add (agreed, vouch_symbol_new ("QR", "]Q1", bytes));
    }
  return agreed;
}

/* What is told after that look; new codes with a "+". */
static void
see (VouchCameraNews *news, const char *words, guint times, const char *told)
{
  for (guint n = 0; n < times; n++)
    {
      g_autoptr (GPtrArray) agreed = look (words);
      g_autoptr (GPtrArray) codes = vouch_camera_news_take (news, agreed);
      g_autoptr (GString) said = g_string_new (NULL);

      for (guint i = 0; codes != NULL && i < codes->len; i++)
        {
          const VouchCameraCode *code = g_ptr_array_index (codes, i);

          g_string_append_printf (said, "%s%s%s", i > 0 ? " " : "", code->is_new ? "+" : "", code->symbol->text);
        }
      g_assert_cmpstr (said->str, ==, n + 1 == times ? told : "");
    }
}

static void
test_a_code_that_is_held_counts_once (void)
{
  g_autoptr (VouchCameraNews) news = vouch_camera_news_new ();

  see (news, "-", 3, "");
  see (news, "A", 1 + VOUCH_CAMERA_NEWS_SETTLING, "+A");
  see (news, "A", 1000, "");
}

static void
test_one_that_comes_back_counts_again (void)
{
  g_autoptr (VouchCameraNews) news = vouch_camera_news_new ();

  see (news, "A", 1 + VOUCH_CAMERA_NEWS_SETTLING, "+A");
  see (news, "-", VOUCH_CAMERA_NEWS_LEAVING, "");
  see (news, "A", 1 + VOUCH_CAMERA_NEWS_SETTLING, "+A");
}

/* Light flickers and hands shake. */
static void
test_one_that_was_not_read_for_a_moment_has_not_left (void)
{
  g_autoptr (VouchCameraNews) news = vouch_camera_news_new ();

  see (news, "A", 1 + VOUCH_CAMERA_NEWS_SETTLING, "+A");
  for (int i = 0; i < 20; i++)
    {
      see (news, "-", VOUCH_CAMERA_NEWS_LEAVING - 1, "");
      see (news, "A", 1, "");
    }
}

static void
test_one_that_is_seen_but_once_counts (void)
{
  g_autoptr (VouchCameraNews) news = vouch_camera_news_new ();

  see (news, "A", 1, "");
  see (news, "-", VOUCH_CAMERA_NEWS_SETTLING, "+A");
  see (news, "-", 100, "");
}

/* The decoder need not find all codes of a picture in the same frame. */
static void
test_codes_that_come_together_are_told_together (void)
{
  g_autoptr (VouchCameraNews) news = vouch_camera_news_new ();

  see (news, "A", 1, "");
  see (news, "B", 1, "");
  see (news, "A B", 1, "+A +B");
  see (news, "A B", 100, "");
}

/* Whoever wants the second must not get it unasked while the first is in the picture. */
static void
test_one_beside_another_is_told_with_it (void)
{
  g_autoptr (VouchCameraNews) news = vouch_camera_news_new ();

  see (news, "A", 1 + VOUCH_CAMERA_NEWS_SETTLING, "+A");
  see (news, "A", 10, "");
  see (news, "A B", 1 + VOUCH_CAMERA_NEWS_SETTLING, "A +B");
}

static void
test_one_after_another_is_told_alone (void)
{
  g_autoptr (VouchCameraNews) news = vouch_camera_news_new ();

  see (news, "A", 1 + VOUCH_CAMERA_NEWS_SETTLING, "+A");
  see (news, "-", 2, "");
  see (news, "B", 1 + VOUCH_CAMERA_NEWS_SETTLING, "+B");
  see (news, "A", 1 + VOUCH_CAMERA_NEWS_SETTLING, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/camera-news/a-code-that-is-held-counts-once", test_a_code_that_is_held_counts_once);
  g_test_add_func ("/camera-news/one-that-comes-back-counts-again", test_one_that_comes_back_counts_again);
  g_test_add_func ("/camera-news/one-that-was-not-read-for-a-moment-has-not-left",
                   test_one_that_was_not_read_for_a_moment_has_not_left);
  g_test_add_func ("/camera-news/one-that-is-seen-but-once-counts", test_one_that_is_seen_but_once_counts);
  g_test_add_func ("/camera-news/codes-that-come-together-are-told-together",
                   test_codes_that_come_together_are_told_together);
  g_test_add_func ("/camera-news/one-beside-another-is-told-with-it", test_one_beside_another_is_told_with_it);
  g_test_add_func ("/camera-news/one-after-another-is-told-alone", test_one_after_another_is_told_alone);
  return g_test_run ();
}
