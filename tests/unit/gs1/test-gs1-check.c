#include "gs1-data.h"
#include "vouch-gs1-check.h"

#include <string.h>

static void
test_check_digit_of_every_length (void)
{
  g_assert_true (vouch_gs1_check_digit_is_right ("96385074"));
  g_assert_true (vouch_gs1_check_digit_is_right ("614141000036"));
  g_assert_true (vouch_gs1_check_digit_is_right ("4006381333931"));
  g_assert_true (vouch_gs1_check_digit_is_right ("6901234567892"));
  g_assert_true (vouch_gs1_check_digit_is_right ("00614141123452"));
  g_assert_true (vouch_gs1_check_digit_is_right ("12345678901234560"));
  g_assert_true (vouch_gs1_check_digit_is_right ("006141411234567890"));
  g_assert_cmpint (vouch_gs1_check_digit ("400638133393"), ==, '1');
  g_assert_cmpint (vouch_gs1_check_digit ("9638507"), ==, '4');
}

/* Every single wrong digit is found, and so is every exchange of neighbours whose difference is not 5. */
static void
test_check_digit_finds_misreadings (void)
{
  const char *right = "4006381333931";

  for (gsize i = 0; i < strlen (right); i++)
    for (char c = '0'; c <= '9'; c++)
      {
        g_autofree char *changed = g_strdup (right);

        changed[i] = c;
        g_assert_cmpint (vouch_gs1_check_digit_is_right (changed), ==, c == right[i]);
      }
  g_assert_false (vouch_gs1_check_digit_is_right ("0406381333931"));
}

static void
test_other_lengths_and_letters_have_no_check_digit (void)
{
  g_assert_false (vouch_gs1_check_digit_is_right (NULL));
  g_assert_false (vouch_gs1_check_digit_is_right (""));
  g_assert_false (vouch_gs1_check_digit_is_right ("0"));
  g_assert_false (vouch_gs1_check_digit_is_right ("0000000000"));
  g_assert_false (vouch_gs1_check_digit_is_right ("40063813339A1"));
  g_assert_false (vouch_gs1_check_digit_is_right ("４006381333931"));
  g_assert_cmpint (vouch_gs1_check_digit (""), ==, 0);
  g_assert_cmpint (vouch_gs1_check_digit ("12x"), ==, 0);
}

static void
test_gtin_has_fourteen_digits (void)
{
  char gtin[VOUCH_GS1_GTIN_SIZE];

  g_assert_true (vouch_gs1_gtin_normalise ("96385074", gtin));
  g_assert_cmpstr (gtin, ==, "00000096385074");
  g_assert_true (vouch_gs1_gtin_normalise ("614141000036", gtin));
  g_assert_cmpstr (gtin, ==, "00614141000036");
  g_assert_true (vouch_gs1_gtin_normalise ("4006381333931", gtin));
  g_assert_cmpstr (gtin, ==, "04006381333931");
  g_assert_true (vouch_gs1_gtin_normalise ("04006381333931", gtin));
  g_assert_cmpstr (gtin, ==, "04006381333931");
}

static void
test_what_is_no_gtin_gives_nothing (void)
{
  const char *const wrong[] = { "4006381333932", "006141411234567890", "", "400638133393 ", "400638133393" };
  char gtin[VOUCH_GS1_GTIN_SIZE] = "x";

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_assert_false (vouch_gs1_gtin_normalise (wrong[i], gtin));
      g_assert_cmpstr (gtin, ==, "");
    }
  g_assert_false (vouch_gs1_gtin_normalise (NULL, gtin));
}

static void
test_check_pairs_are_right (void)
{
  g_autoptr (GPtrArray) rows = gs1_data_load ("check-pairs.txt", 1);
  char pair[3];

  for (guint i = 0; i < rows->len; i++)
    {
      const char *text = ((char **)g_ptr_array_index (rows, i))[0];
      gsize length = strlen (text);

      g_test_message ("%s", text);
      g_assert_true (vouch_gs1_check_pair_matches (text, length));
      g_assert_true (vouch_gs1_check_pair (text, length - 2, pair));
      g_assert_cmpstr (text + length - 2, ==, pair);
    }
  /* The example of the General Specifications. */
  g_assert_true (vouch_gs1_check_pair_matches ("1987654Ad4X4bL5ttr2310c2K", 25));
  g_assert_false (vouch_gs1_check_pair_matches ("1987654Ad4X4bL5ttr2310cK2", 25));
  g_assert_false (vouch_gs1_check_pair_matches ("1987654Ad4X4bL5ttr2310d2K", 25));
}

static void
test_check_pair_needs_characters_with_a_value (void)
{
  char pair[3];

  g_assert_false (vouch_gs1_check_pair ("1234 5", 6, pair));
  g_assert_false (vouch_gs1_check_pair ("1234\0"
                                        "5",
                                        6, pair));
  g_assert_false (vouch_gs1_check_pair_matches ("2", 1));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gs1-check/check-digit-of-every-length", test_check_digit_of_every_length);
  g_test_add_func ("/gs1-check/check-digit-finds-misreadings", test_check_digit_finds_misreadings);
  g_test_add_func ("/gs1-check/other-lengths-and-letters-have-no-check-digit",
                   test_other_lengths_and_letters_have_no_check_digit);
  g_test_add_func ("/gs1-check/gtin-has-fourteen-digits", test_gtin_has_fourteen_digits);
  g_test_add_func ("/gs1-check/what-is-no-gtin-gives-nothing", test_what_is_no_gtin_gives_nothing);
  g_test_add_func ("/gs1-check/check-pairs-are-right", test_check_pairs_are_right);
  g_test_add_func ("/gs1-check/check-pair-needs-characters-with-a-value",
                   test_check_pair_needs_characters_with_a_value);
  return g_test_run ();
}
