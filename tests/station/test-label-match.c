/* Which codes of one picture may be those of one label. */
#include <string.h>

#include "vouch-label-match.h"

#define TODAY vouch_date_new (2026, 11, 22)

static void
add (GPtrArray *symbols, const char *symbology, const char *aim, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  g_ptr_array_add (symbols, vouch_symbol_new (symbology, aim, bytes));
}

static GPtrArray *
make_symbols (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_symbol_free);
}

static void
test_codes_that_complete_each_other_match (void)
{
  g_autoptr (GPtrArray) symbols = make_symbols ();

  add (symbols, "EAN-13", "]E0", "9520001000010");
  g_assert_false (vouch_label_match (symbols, TODAY));
  add (symbols, "GS1-128", "]C1", "1728041510QH26A01");
  g_assert_true (vouch_label_match (symbols, TODAY));
  add (symbols, "GS1 DataMatrix", "]d2", "010952000100001010QH26A01");
  g_assert_true (vouch_label_match (symbols, TODAY));
}

static void
test_codes_that_contradict_do_not (void)
{
  g_autoptr (GPtrArray) symbols = make_symbols ();

  add (symbols, "GS1-128", "]C1", "1728041510QH26A01");
  add (symbols, "GS1-128", "]C1", "1728041510QH26A02");
  g_assert_false (vouch_label_match (symbols, TODAY));
}

static void
test_only_codes_of_goods_match (void)
{
  g_autoptr (GPtrArray) symbols = make_symbols ();

  add (symbols, "EAN-13", "]E0", "9520001000010");
  add (symbols, "QR", "]Q1", "XCACCEPT");
  g_assert_false (vouch_label_match (symbols, TODAY));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/label-match/codes-that-complete-each-other-match", test_codes_that_complete_each_other_match);
  g_test_add_func ("/label-match/codes-that-contradict-do-not", test_codes_that_contradict_do_not);
  g_test_add_func ("/label-match/only-codes-of-goods-match", test_only_codes_of_goods_match);
  return g_test_run ();
}
