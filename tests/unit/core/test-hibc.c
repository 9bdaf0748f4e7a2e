#include "vouch-hibc.h"

static void
test_a_suppliers_code_says_product_and_lot (void)
{
  VouchHibc hibc;

  g_assert_cmpint (vouch_hibc_read ("+A123BJC5D6E71G", &hibc), ==, VOUCH_HIBC_VALID);
  g_assert_cmpstr (hibc.product, ==, "A123BJC5D6E7");
  g_assert_cmpint (hibc.unit, ==, 1);
  g_assert_cmpint (hibc.check, ==, 'G');
  g_assert_cmpstr (hibc.lot, ==, "");
}

/* Puts the check character behind a code. */
static char *
finish (const char *code)
{
  static const char alphabet[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%";
  int sum = 0;

  for (const char *at = code; *at != '\0'; at++)
    for (int i = 0; i < 43; i++)
      sum += alphabet[i] == *at ? i : 0;
  return g_strdup_printf ("%s%c", code, alphabet[sum % 43]);
}

static const struct
{
  const char *code; /* without its check character */
  const char *product;
  const char *lot;
  const char *serial;
  VouchDate expiry;
  VouchDate produced;
  gint64 quantity;
  char link;
} codes[] = {
  { "+A123BJC5D6E71", "A123BJC5D6E7", "", "", 0, 0, 0, 0 },
  { "+24015LOT7G", "", "LOT7", "", 20240115, 0, 0, 'G' },
  { "+$LOT7G", "", "LOT7", "", 0, 0, 0, 'G' },
  { "+$$0926LOT7G", "", "LOT7", "", 20260930, 0, 0, 'G' },
  { "+$$2092826LOT7G", "", "LOT7", "", 20260928, 0, 0, 'G' },
  { "+$$3260928LOT7G", "", "LOT7", "", 20260928, 0, 0, 'G' },
  { "+$$426092822LOT7G", "", "LOT7", "", 20260928, 0, 0, 'G' },
  { "+$$526271LOT7G", "", "LOT7", "", 20260928, 0, 0, 'G' },
  { "+$$62627122LOT7G", "", "LOT7", "", 20260928, 0, 0, 'G' },
  { "+$$7LOT7G", "", "LOT7", "", 0, 0, 0, 'G' },
  { "+$$8243260928LOT7G", "", "LOT7", "", 20260928, 0, 24, 'G' },
  { "+$$900500G", "", "", "", 0, 0, 500, 'G' },
  { "+$+SN42G", "", "", "SN42", 0, 0, 0, 'G' },
  { "+$$+3260928SN42G", "", "", "SN42", 20260928, 0, 0, 'G' },
  { "+A999123451/$$3260928LOT7/SSN42/16D20250131/Q12", "A99912345", "LOT7", "SN42", 20260928, 20250131, 12, 0 },
  { "+A999123451/$LOT7/14D20270228", "A99912345", "LOT7", "", 20270228, 0, 0, 0 },
};

static void
test_every_form_of_lot_and_date_is_read (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autofree char *code = finish (codes[i].code);
      VouchHibc hibc;

      g_test_message ("%s", code);
      g_assert_cmpint (vouch_hibc_read (code, &hibc), ==, VOUCH_HIBC_VALID);
      g_assert_cmpstr (hibc.product, ==, codes[i].product);
      g_assert_cmpstr (hibc.lot, ==, codes[i].lot);
      g_assert_cmpstr (hibc.serial, ==, codes[i].serial);
      g_assert_cmpint (hibc.expiry, ==, codes[i].expiry);
      g_assert_cmpint (hibc.produced, ==, codes[i].produced);
      g_assert_cmpint (hibc.quantity, ==, codes[i].quantity);
      g_assert_cmpint (hibc.link, ==, codes[i].link);
      g_assert_cmpint (hibc.check, ==, code[strlen (code) - 1]);
    }
}

static void
test_a_wrong_check_character_or_date_is_broken (void)
{
  static const char *const wrong_dates[] = { "+$$1326LOT7G", "+$$2023026LOT7G", "+$$526366LOT7G",
                                             "+A999123451/$LOT7/16D20250230" };
  VouchHibc hibc;

  g_assert_cmpint (vouch_hibc_read ("+A123BJC5D6E71H", &hibc), ==, VOUCH_HIBC_BROKEN);
  g_assert_cmpstr (hibc.product, ==, "");
  for (guint i = 0; i < G_N_ELEMENTS (wrong_dates); i++)
    {
      g_autofree char *code = finish (wrong_dates[i]);

      g_test_message ("%s", code);
      g_assert_cmpint (vouch_hibc_read (code, &hibc), ==, VOUCH_HIBC_BROKEN);
    }
}

static void
test_a_providers_own_code_says_nothing_of_goods (void)
{
  g_autofree char *code = finish ("+/EU720060FF0/O523201");
  VouchHibc hibc;

  g_assert_cmpint (vouch_hibc_read (code, &hibc), ==, VOUCH_HIBC_VALID);
  g_assert_true (hibc.is_internal);
  g_assert_cmpstr (hibc.product, ==, "");
}

static void
test_what_only_begins_with_a_plus_is_none (void)
{
  static const char *const texts[] = {
    "", "+", "+ABC", "+8613800138000", "+a123bjc5d6e71g", "A123BJC5D6E71G", "+-----"
  };
  VouchHibc hibc;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_cmpint (vouch_hibc_read (texts[i], &hibc), ==, VOUCH_HIBC_NOT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hibc/a-suppliers-code-says-product-and-lot", test_a_suppliers_code_says_product_and_lot);
  g_test_add_func ("/hibc/every-form-of-lot-and-date-is-read", test_every_form_of_lot_and_date_is_read);
  g_test_add_func ("/hibc/a-wrong-check-character-or-date-is-broken", test_a_wrong_check_character_or_date_is_broken);
  g_test_add_func ("/hibc/a-providers-own-code-says-nothing-of-goods", test_a_providers_own_code_says_nothing_of_goods);
  g_test_add_func ("/hibc/what-only-begins-with-a-plus-is-none", test_what_only_begins_with_a_plus_is_none);
  return g_test_run ();
}
