/* Which of several codes is meant. */

#include <glib.h>
#include <string.h>

#include "vouch-code-choice.h"

/* A code at a place. */
static VouchSymbol *
make_symbol (const char *text, int x, int y)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  VouchSymbol *symbol = vouch_symbol_new ("QR", "]Q1", bytes);

  symbol->corners[0][0] = x;
  symbol->corners[0][1] = y;
  return symbol;
}

static GPtrArray *
make_symbols (void)
{
  GPtrArray *symbols = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_symbol_free);

  g_ptr_array_add (symbols, make_symbol ("below", 10, 200));
  g_ptr_array_add (symbols, make_symbol ("right", 90, 20));
  g_ptr_array_add (symbols, make_symbol ("left", 10, 20));
  return symbols;
}

static void
assert_number (const VouchCodeChoice *choice, guint number, const char *text)
{
  const VouchSymbol *symbol = vouch_code_choice_get (choice, number);

  g_assert_nonnull (symbol);
  g_assert_cmpstr (symbol->text, ==, text);
  g_assert_cmpuint (vouch_code_choice_find (choice, symbol), ==, number);
}

static void
test_numbers_go_as_one_reads (void)
{
  g_autoptr (GPtrArray) symbols = make_symbols ();
  g_autoptr (VouchCodeChoice) choice = vouch_code_choice_new (symbols, VOUCH_SCAN_PICTURE);

  assert_number (choice, 1, "left");
  assert_number (choice, 2, "right");
  assert_number (choice, 3, "below");
  g_assert_null (vouch_code_choice_get (choice, 0));
  g_assert_null (vouch_code_choice_get (choice, 4));
  g_assert_cmpint (vouch_code_choice_get_origin (choice), ==, VOUCH_SCAN_PICTURE);
}

/* Wherever a code lies that comes later. */
static void
test_a_number_that_was_read_stays (void)
{
  g_autoptr (GPtrArray) symbols = make_symbols ();
  g_autoptr (VouchCodeChoice) choice = vouch_code_choice_new (symbols, VOUCH_SCAN_CAMERA);

  g_ptr_array_add (symbols, make_symbol ("above", 10, 1));
  vouch_code_choice_add (choice, symbols);
  vouch_code_choice_add (choice, symbols);
  assert_number (choice, 1, "left");
  assert_number (choice, 4, "above");
  g_assert_cmpuint (vouch_code_choice_get_codes (choice)->len, ==, 4);
}

static void
test_there_are_no_more_than_digits (void)
{
  g_autoptr (GPtrArray) symbols = make_symbols ();
  g_autoptr (VouchCodeChoice) choice = NULL;

  for (int i = 0; i < 20; i++)
    {
      g_autofree char *text = g_strdup_printf ("LOT-%d", i);

      g_ptr_array_add (symbols, make_symbol (text, i, 300));
    }
  choice = vouch_code_choice_new (symbols, VOUCH_SCAN_CAMERA);
  g_assert_cmpuint (vouch_code_choice_get_codes (choice)->len, ==, VOUCH_CODE_CHOICE_MAX);
  g_assert_cmpuint (vouch_code_choice_find (choice, g_ptr_array_index (symbols, 22)), ==, 0);
}

static void
test_nothing_asked_has_no_number (void)
{
  g_autoptr (VouchSymbol) symbol = make_symbol ("LOT-7", 0, 0);

  g_assert_cmpuint (vouch_code_choice_find (NULL, symbol), ==, 0);
  g_assert_null (vouch_code_choice_get (NULL, 1));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/code-choice/numbers-go-as-one-reads", test_numbers_go_as_one_reads);
  g_test_add_func ("/code-choice/a-number-that-was-read-stays", test_a_number_that_was_read_stays);
  g_test_add_func ("/code-choice/there-are-no-more-than-digits", test_there_are_no_more_than_digits);
  g_test_add_func ("/code-choice/nothing-asked-has-no-number", test_nothing_asked_has_no_number);
  return g_test_run ();
}
