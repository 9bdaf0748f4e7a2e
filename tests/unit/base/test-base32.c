#include "vouch-base32.h"

#include <glib.h>

static void
test_reads_what_it_writes (void)
{
  for (guint value = 0; value < 32; value++)
    {
      char digit = vouch_base32_digit (value);

      g_assert_true (g_ascii_isdigit (digit) || g_ascii_isupper (digit));
      g_assert_cmpint (vouch_base32_value (digit), ==, (int)value);
      g_assert_cmpint (vouch_base32_value (g_ascii_tolower (digit)), ==, (int)value);
    }
}

static void
test_digits_sort_as_numbers (void)
{
  for (guint value = 1; value < 32; value++)
    g_assert_cmpint (vouch_base32_digit (value - 1), <, vouch_base32_digit (value));
}

static void
test_forgives_look_alikes (void)
{
  g_assert_cmpint (vouch_base32_value ('O'), ==, 0);
  g_assert_cmpint (vouch_base32_value ('o'), ==, 0);
  g_assert_cmpint (vouch_base32_value ('I'), ==, 1);
  g_assert_cmpint (vouch_base32_value ('i'), ==, 1);
  g_assert_cmpint (vouch_base32_value ('L'), ==, 1);
  g_assert_cmpint (vouch_base32_value ('l'), ==, 1);
}

static void
test_never_writes_look_alikes (void)
{
  for (guint value = 0; value < 32; value++)
    g_assert_null (strchr ("ILOU", vouch_base32_digit (value)));
}

static void
test_refuses_every_other_byte (void)
{
  guint known = 0;

  for (int byte = 0; byte < 256; byte++)
    if (vouch_base32_value ((char)byte) >= 0)
      known++;
  /* 10 digits and 22 letters in two cases, and O, I, L in two cases. */
  g_assert_cmpuint (known, ==, 10 + 2 * 22 + 2 * 3);
  g_assert_cmpint (vouch_base32_value ('U'), ==, -1);
  g_assert_cmpint (vouch_base32_value ('\0'), ==, -1);
  g_assert_cmpint (vouch_base32_value ('-'), ==, -1);
  g_assert_cmpint (vouch_base32_value ((char)0xC9), ==, -1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base32/reads-what-it-writes", test_reads_what_it_writes);
  g_test_add_func ("/base32/digits-sort-as-numbers", test_digits_sort_as_numbers);
  g_test_add_func ("/base32/forgives-look-alikes", test_forgives_look_alikes);
  g_test_add_func ("/base32/never-writes-look-alikes", test_never_writes_look_alikes);
  g_test_add_func ("/base32/refuses-every-other-byte", test_refuses_every_other_byte);
  return g_test_run ();
}
