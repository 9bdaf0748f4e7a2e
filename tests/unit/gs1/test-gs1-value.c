#include "gs1-data.h"
#include "vouch-gs1-code-list.h"
#include "vouch-gs1-rule.h"
#include "vouch-gs1-value.h"

#include <string.h>

static VouchGs1Rule
check (const char *ai, const char *value, gsize *offset)
{
  gsize ignored;

  return vouch_gs1_value_check (vouch_gs1_ai_find (ai, strlen (ai)), value, strlen (value),
                                offset != NULL ? offset : &ignored);
}

static void
test_values_of_every_identifier (void)
{
  g_autoptr (GPtrArray) rows = gs1_data_load ("values.tsv", 3);

  for (guint i = 0; i < rows->len; i++)
    {
      char **row = g_ptr_array_index (rows, i);
      VouchGs1Rule rule = check (row[0], row[2], NULL);

      g_test_message ("(%s)%s is %s", row[0], row[2], row[1]);
      g_assert_cmpstr (rule == VOUCH_GS1_RULE_NONE ? "valid" : "invalid", ==, row[1]);
    }
}

static void
test_every_country_and_currency_is_known (void)
{
  g_autoptr (GPtrArray) countries = gs1_data_load ("countries.txt", 1);
  g_autoptr (GPtrArray) currencies = gs1_data_load ("currencies.txt", 1);
  guint n_countries = 0, n_currencies = 0, n_letters = 0;

  for (guint i = 0; i < countries->len; i++)
    {
      const char *line = ((char **)g_ptr_array_index (countries, i))[0];

      g_assert_true (vouch_gs1_is_country (line));
      g_assert_true (vouch_gs1_is_country_letters (line + 4));
    }
  for (guint i = 0; i < currencies->len; i++)
    g_assert_true (vouch_gs1_is_currency (((char **)g_ptr_array_index (currencies, i))[0]));

  for (int i = 0; i < 1000; i++)
    {
      g_autofree char *digits = g_strdup_printf ("%03d", i);

      n_countries += vouch_gs1_is_country (digits);
      n_currencies += vouch_gs1_is_currency (digits);
    }
  for (char a = 'A'; a <= 'Z'; a++)
    for (char b = 'A'; b <= 'Z'; b++)
      n_letters += vouch_gs1_is_country_letters ((char[]){ a, b, '\0' });
  g_assert_cmpuint (n_countries, ==, countries->len);
  g_assert_cmpuint (n_letters, ==, countries->len);
  g_assert_cmpuint (n_currencies, ==, currencies->len);
}

static void
test_code_lists_match_whole_codes (void)
{
  g_assert_true (vouch_gs1_is_package_type ("PX", 2));
  g_assert_true (vouch_gs1_is_package_type ("APE", 3));
  g_assert_true (vouch_gs1_is_package_type ("9", 1));
  g_assert_false (vouch_gs1_is_package_type ("P", 1));
  g_assert_false (vouch_gs1_is_package_type ("", 0));
  g_assert_false (vouch_gs1_is_package_type ("PX PY", 5));
  g_assert_false (vouch_gs1_is_package_type ("px", 2));
  g_assert_false (vouch_gs1_is_country_letters ("D "));
  g_assert_false (vouch_gs1_is_country_letters (" D"));
}

static void
test_fault_is_located (void)
{
  gsize offset = 0;

  g_assert_cmpint (check ("10", "AB C", &offset), ==, VOUCH_GS1_RULE_CHARACTER);
  g_assert_cmpuint (offset, ==, 2);
  g_assert_cmpint (check ("10", "123456789012345678901", &offset), ==, VOUCH_GS1_RULE_TOO_LONG);
  g_assert_cmpuint (offset, ==, 20);
  g_assert_cmpint (check ("17", "26123", &offset), ==, VOUCH_GS1_RULE_TOO_SHORT);
  g_assert_cmpuint (offset, ==, 5);
  g_assert_cmpint (check ("8001", "00010000100229", &offset), ==, VOUCH_GS1_RULE_WINDING);
  g_assert_cmpuint (offset, ==, 12);
  g_assert_cmpint (check ("10", "", &offset), ==, VOUCH_GS1_RULE_EMPTY);
}

/* What a hostile label may say: reordering marks, look-alikes, full-width digits and control characters. */
static void
test_deceiving_characters_are_refused (void)
{
  const char *const wrong[] = { "LOT\x1b[31m",
                                "AB\xe2\x80\xae"
                                "CD",
                                "\xd0\x9e",
                                "\xef\xbc\x96\xef\xbc\x99",
                                "A\nB",
                                "A\tB",
                                "A\x7f",
                                "A^B",
                                "A`B",
                                "A{B" };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_cmpint (check ("10", wrong[i], NULL), ==, VOUCH_GS1_RULE_CHARACTER);
  g_assert_cmpint (vouch_gs1_value_check (vouch_gs1_ai_find ("10", 2), "LOT\0DROP", 8, &(gsize){ 0 }), ==,
                   VOUCH_GS1_RULE_CHARACTER);
}

static void
test_padding_of_base64_fills_the_last_quantum (void)
{
  g_assert_cmpint (check ("8030", "QUJD", NULL), ==, VOUCH_GS1_RULE_NONE);
  g_assert_cmpint (check ("8030", "QUI", NULL), ==, VOUCH_GS1_RULE_NONE);
  g_assert_cmpint (check ("8030", "QUI=", NULL), ==, VOUCH_GS1_RULE_NONE);
  g_assert_cmpint (check ("8030", "QQ==", NULL), ==, VOUCH_GS1_RULE_NONE);
  g_assert_cmpint (check ("8030", "QQ=", NULL), ==, VOUCH_GS1_RULE_CHARACTER);
  g_assert_cmpint (check ("8030", "Q===", NULL), ==, VOUCH_GS1_RULE_CHARACTER);
  g_assert_cmpint (check ("8030", "====", NULL), ==, VOUCH_GS1_RULE_CHARACTER);
  g_assert_cmpint (check ("8030", "Q=QQ", NULL), ==, VOUCH_GS1_RULE_CHARACTER);
  g_assert_cmpint (check ("8030", "a+b/", NULL), ==, VOUCH_GS1_RULE_CHARACTER);
}

static void
test_coupon_is_read_field_by_field (void)
{
  g_assert_cmpint (check ("8110", "012345612345611110123", NULL), ==, VOUCH_GS1_RULE_NONE);
  g_assert_cmpint (check ("8110", "01234561234561111012332612314260101", NULL), ==, VOUCH_GS1_RULE_NONE);
  g_assert_cmpint (check ("8110", "01234561234561111012332601014261231", NULL), ==, VOUCH_GS1_RULE_COUPON);
  g_assert_cmpint (check ("8110", "0123456123456111101237", NULL), ==, VOUCH_GS1_RULE_COUPON);
  g_assert_cmpint (check ("8110", "712345612345611110123", NULL), ==, VOUCH_GS1_RULE_COUPON);
  g_assert_cmpint (check ("8112", "001234561234560123456", NULL), ==, VOUCH_GS1_RULE_NONE);
  g_assert_cmpint (check ("8112", "00123456123456012345", NULL), ==, VOUCH_GS1_RULE_COUPON_OFFER);
  g_assert_cmpint (check ("8112", "0012345612345601234567", NULL), ==, VOUCH_GS1_RULE_COUPON_OFFER);
}

static void
test_every_rule_has_a_name_and_a_reason (void)
{
  for (int rule = VOUCH_GS1_RULE_NONE; rule <= VOUCH_GS1_RULE_EXCLUDED; rule++)
    {
      g_assert_nonnull (vouch_gs1_rule_get_name ((VouchGs1Rule)rule));
      g_assert_cmpstr (vouch_gs1_rule_get_reason ((VouchGs1Rule)rule), !=, "");
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gs1-value/values-of-every-identifier", test_values_of_every_identifier);
  g_test_add_func ("/gs1-value/every-country-and-currency-is-known", test_every_country_and_currency_is_known);
  g_test_add_func ("/gs1-value/code-lists-match-whole-codes", test_code_lists_match_whole_codes);
  g_test_add_func ("/gs1-value/fault-is-located", test_fault_is_located);
  g_test_add_func ("/gs1-value/deceiving-characters-are-refused", test_deceiving_characters_are_refused);
  g_test_add_func ("/gs1-value/padding-of-base64-fills-the-last-quantum",
                   test_padding_of_base64_fills_the_last_quantum);
  g_test_add_func ("/gs1-value/coupon-is-read-field-by-field", test_coupon_is_read_field_by_field);
  g_test_add_func ("/gs1-value/every-rule-has-a-name-and-a-reason", test_every_rule_has_a_name_and_a_reason);
  return g_test_run ();
}
