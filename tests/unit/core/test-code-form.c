#include <string.h>

#include "vouch-code-form.h"
#include "vouch-error.h"

static const struct
{
  const char *pattern;
  const char *text;
  const char *part; /* NULL: does not fit */
} looks[] = {
  { "SF#{13}", "SF1234567890123", "SF1234567890123" },
  { "SF#{13}", "SF123456789012", NULL },
  { "SF#{13}", "SF12345678901234", NULL },
  { "SF#{13}", "sf1234567890123", NULL },
  { "SF#{12,13}", "SF123456789012", "SF123456789012" },
  { "@@#{9}@@", "EE876543216CN", "EE876543216CN" },
  { "@@#{9}@@", "E1876543216CN", NULL },
  { "1Z&{16}", "1Z999AA10123456784", "1Z999AA10123456784" },
  { "LOC:([A-D]-#{2})", "LOC:C-07", "C-07" },
  { "LOC:([A-D]-#{2})", "LOC:E-07", NULL },
  { "(JD&{13})-#{1,3}-#{1,3}-", "JDVA12345678901-1-12-", "JDVA12345678901" },
  { "A{1,3}A{1,3}AAB", "AAAAAB", "AAAAAB" },
  { "ABCD|EFG#", "EFG7", "EFG7" },
  { "ABCD|(EF)G#", "ABCD", "ABCD" },
  { "ABCD|(EF)G#", "EFG1", "EF" },
  { "\\#\\#\\{\\(", "##{(", "##{(" },
  { "....", "a b%", "a b%" },
  { "....", "药品码", NULL },
  { "[-x][x-]..", "-x12", "-x12" },
  { "#{4}@{0,1}", "1234", "1234" },
  { "#{4}@{0,1}", "1234X", "1234X" },
};

static void
test_a_code_fits_or_not (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (VouchCodeForm) form = vouch_code_form_new (looks[i].pattern, NULL, &error);
      g_autofree char *part = NULL;

      g_test_message ("%s against %s", looks[i].text, looks[i].pattern);
      g_assert_no_error (error);
      g_assert_cmpint (vouch_code_form_fits (form, looks[i].text, &part), ==, looks[i].part != NULL);
      g_assert_cmpstr (part, ==, looks[i].part);
    }
}

static const struct
{
  const char *pattern;
  gsize place;
} wrong[] = {
  { "", 0 },
  { "abc", 3 },
  { "{3}abcd", 0 },
  { "abcd#{", 5 },
  { "abcd#{x}", 5 },
  { "abcd#{3,2}", 5 },
  { "abcd#{0}", 5 },
  { "abcd[", 4 },
  { "abcd[]", 4 },
  { "abcd[z-a]", 5 },
  { "abcd]", 4 },
  { "abcd}", 4 },
  { "ab(cd", 5 },
  { "abcd)", 4 },
  { "(ab)(cd)", 4 },
  { "ab()cd", 3 },
  { "abcd\\", 4 },
  { "abcd|", 5 },
  { "abcd\xc3\xa9", 4 },
  { "#{0,99}", 7 },
  { "&{200}&{200}", 12 },
  { "abcd#{12345}", 5 },
};

static void
test_a_wrong_pattern_is_refused_with_its_place (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      gsize place = 999;

      g_assert_null (vouch_code_form_new (wrong[i].pattern, &place, &error));
      g_test_message ("%s: %s", wrong[i].pattern, error->message);
      g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
      g_assert_cmpuint (place, ==, wrong[i].place);
    }
}

/* What takes other languages longer than the age of the world. */
static void
test_no_pattern_takes_long (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchCodeForm) form = vouch_code_form_new ("aaaa&{0,60}.{0,60}.{0,60}.{0,60}!", NULL, &error);
  g_autofree char *text = g_strnfill (VOUCH_CODE_FORM_TEXT_MAX, 'a');
  gint64 before = g_get_monotonic_time ();

  g_assert_no_error (error);
  for (int i = 0; i < 100; i++)
    g_assert_false (vouch_code_form_fits (form, text, NULL));
  g_test_message ("%d us", (int)(g_get_monotonic_time () - before) / 100);
}

static void
test_neither_is_longer_than_may_be (void)
{
  g_autofree char *pattern = g_strnfill (VOUCH_CODE_FORM_PATTERN_MAX + 1, 'a');
  g_autofree char *text = g_strnfill (VOUCH_CODE_FORM_TEXT_MAX + 1, '1');
  g_autoptr (VouchCodeForm) form = vouch_code_form_new ("#{4,200}", NULL, NULL);

  g_assert_null (vouch_code_form_new (pattern, NULL, NULL));
  g_assert_false (vouch_code_form_fits (form, text, NULL));
  g_assert_true (vouch_code_form_fits (form, text + 1, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/code-form/a-code-fits-or-not", test_a_code_fits_or_not);
  g_test_add_func ("/code-form/a-wrong-pattern-is-refused-with-its-place",
                   test_a_wrong_pattern_is_refused_with_its_place);
  g_test_add_func ("/code-form/no-pattern-takes-long", test_no_pattern_takes_long);
  g_test_add_func ("/code-form/neither-is-longer-than-may-be", test_neither_is_longer_than_may_be);
  return g_test_run ();
}
