#include "vouch-text.h"

#include "vouch-error.h"

static gboolean
line_holds (const char *text)
{
  return vouch_text_check_line (text, "lot", VOUCH_TEXT_NAME_MAX, NULL);
}

static void
test_keeps_what_people_write (void)
{
  static const char *const texts[] = { "LOT-7",
                                       "清禾食品（示例）有限公司",
                                       "Crème brûlée 100 g",
                                       "'; DROP TABLE insp;--",
                                       "<span size='9999999'>",
                                       "%s%n",
                                       "=cmd|' /C calc'!A0",
                                       "٣ كيلوغرامات",
                                       "🍵" };

  g_assert_true (vouch_text_check_line (NULL, NULL, 10, NULL));
  g_assert_true (line_holds (""));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_true (line_holds (texts[i]));
}

static void
test_refuses_control_characters (void)
{
  for (int c = 1; c < 32; c++)
    {
      char text[] = { 'a', (char)c, 'b', '\0' };

      g_assert_false (line_holds (text));
    }
  g_assert_false (line_holds ("a\x7f"));
  g_assert_false (line_holds ("a\xc2\x85z")); /* NEXT LINE, a control character of the second block */
}

static void
test_refuses_marks_that_deceive (void)
{
  static const gunichar marks[] = { 0x200B, 0x200D, 0x200E, 0x200F, 0x202A, 0x202E, 0x2060, 0x2066, 0x2069, 0xFEFF,
                                    0x00AD, 0x061C, 0x180E, 0x2028, 0x2029, 0x3164, 0xFFA0, 0xFFF9, 0xE0041 };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autoptr (GString) text = g_string_new ("LOT");

      g_string_append_unichar (text, marks[i]);
      g_string_append (text, "7");
      g_assert_false (line_holds (text->str));
      g_assert_false (vouch_text_check_note (text->str, NULL, NULL));
    }
}

static void
test_refuses_what_is_not_utf8 (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (vouch_text_check_line ("LOT\xff", "lot", 10, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "4"));
  g_assert_false (line_holds ("\xc0\xaf"));         /* an overlong slash */
  g_assert_false (line_holds ("\xed\xa0\x80"));     /* a surrogate */
  g_assert_false (line_holds ("\xf4\x90\x80\x80")); /* beyond the last character */
  g_assert_false (line_holds ("\xe4\xb8"));         /* cut in the middle */
}

static void
test_the_error_shows_escapes_and_names_the_field (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (vouch_text_check_line ("LOT\x1b[31m", "lot", 100, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
  g_assert_cmpstr (vouch_error_get_field (error), ==, "lot");
  g_assert_nonnull (strstr (error->message, "LOT\\x1b[31m"));
  g_assert_null (strchr (error->message, '\x1b'));
}

static void
test_length_counts_in_bytes (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (vouch_text_check_line ("1234567890", NULL, 10, NULL));
  g_assert_true (vouch_text_check_line ("清禾食", NULL, 9, NULL));
  g_assert_false (vouch_text_check_line ("清禾食", "name", 8, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "9"));
  g_assert_nonnull (strstr (error->message, "8"));
}

static void
test_notes_have_lines (void)
{
  g_assert_true (vouch_text_check_note ("first\nsecond\tthird", NULL, NULL));
  g_assert_true (vouch_text_check_note (NULL, NULL, NULL));
  g_assert_false (vouch_text_check_note ("first\r\nsecond", NULL, NULL));
  g_assert_false (vouch_text_check_note ("bell\a", NULL, NULL));
}

static void
test_notes_are_capped (void)
{
  g_autofree char *fits = g_strnfill (VOUCH_TEXT_NOTE_MAX, 'a');
  g_autofree char *too_long = g_strnfill (10 * 1024 * 1024, 'a');
  g_autoptr (GError) error = NULL;

  g_assert_true (vouch_text_check_note (fits, "note", NULL));
  g_assert_false (vouch_text_check_note (too_long, "note", &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
  g_assert_cmpstr (vouch_error_get_field (error), ==, "note");
  g_assert_cmpuint (strlen (error->message), <, 200);
}

static void
assert_shown (const char *bytes, gssize length, const char *expected)
{
  g_autofree char *shown = vouch_text_show (bytes, length);

  g_assert_cmpstr (shown, ==, expected);
  g_assert_true (g_utf8_validate (shown, -1, NULL));
}

static void
test_shows_foreign_bytes_harmlessly (void)
{
  assert_shown ("LOT-7", -1, "LOT-7");
  assert_shown ("", -1, "");
  assert_shown ("绿茶", -1, "绿茶");
  assert_shown ("LOT\0DROP", 8, "LOT\\x00DROP");
  assert_shown ("a\x1d"
                "b",
                -1, "a\\x1db");
  assert_shown ("\x1b[31m", -1, "\\x1b[31m");
  assert_shown ("\xff\xfe", 2, "\\xff\\xfe");
  assert_shown ("\xe4\xb8", 2, "\\xe4\\xb8");
  assert_shown ("7\xe2\x80\xae"
                "8",
                -1, "7\\u202e8");
  assert_shown ("abc", 2, "ab");
  assert_shown ("绿", 2, "\\xe7\\xbb");
}

static void
test_shows_long_bytes_cut (void)
{
  g_autofree char *fits = g_strnfill (120, 'a');
  g_autofree char *long_text = g_strnfill (100000, 'a');
  g_autofree char *cut = g_strconcat (fits, "…", NULL);

  assert_shown (fits, -1, fits);
  assert_shown (long_text, -1, cut);
  assert_shown (long_text, 121, cut);
}

static void
test_shows_any_bytes (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (99);

  for (int i = 0; i < 5000; i++)
    {
      char bytes[40];
      gsize length = (gsize)g_rand_int_range (random, 0, sizeof bytes);
      g_autofree char *shown = NULL;

      for (gsize k = 0; k < length; k++)
        bytes[k] = (char)g_rand_int_range (random, 0, 256);
      shown = vouch_text_show (bytes, (gssize)length);
      g_assert_true (vouch_text_check_line (shown, NULL, 1000, NULL));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/keeps-what-people-write", test_keeps_what_people_write);
  g_test_add_func ("/text/refuses-control-characters", test_refuses_control_characters);
  g_test_add_func ("/text/refuses-marks-that-deceive", test_refuses_marks_that_deceive);
  g_test_add_func ("/text/refuses-what-is-not-utf8", test_refuses_what_is_not_utf8);
  g_test_add_func ("/text/the-error-shows-escapes-and-names-the-field",
                   test_the_error_shows_escapes_and_names_the_field);
  g_test_add_func ("/text/length-counts-in-bytes", test_length_counts_in_bytes);
  g_test_add_func ("/text/notes-have-lines", test_notes_have_lines);
  g_test_add_func ("/text/notes-are-capped", test_notes_are_capped);
  g_test_add_func ("/text/shows-foreign-bytes-harmlessly", test_shows_foreign_bytes_harmlessly);
  g_test_add_func ("/text/shows-long-bytes-cut", test_shows_long_bytes_cut);
  g_test_add_func ("/text/shows-any-bytes", test_shows_any_bytes);
  return g_test_run ();
}
