#include "gs1-data.h"
#include "vouch-gs1-ai.h"
#include "vouch-gs1-rule.h"

#include <string.h>

enum
{
  COLUMN_AI,
  COLUMN_SEPARATOR,
  COLUMN_QUERY,
  COLUMN_KEY,
  COLUMN_PARTS,
  COLUMN_REQUIRED,
  COLUMN_EXCLUDED,
  COLUMN_QUALIFIERS,
  COLUMN_TITLE,
  N_COLUMNS,
};

static const char *
yes_or_no (gboolean flag)
{
  return flag ? "yes" : "no";
}

static const char *
or_dash (const char *text)
{
  return text != NULL && *text != '\0' ? text : "-";
}

/* The data name the rule on each part exactly; the names for machines take some of them together. */
static const char *
name_of_rule (VouchGs1Rule rule)
{
  switch ((int)rule)
    {
    case VOUCH_GS1_RULE_CHECK_PAIR_MIXED:
      return "check_pair_mixed";
    case VOUCH_GS1_RULE_DATE_OR_MONTH:
      return "date_or_month";
    case VOUCH_GS1_RULE_LONG_DATE:
      return "long_date";
    case VOUCH_GS1_RULE_HOUR:
      return "hour";
    case VOUCH_GS1_RULE_SIXTIETHS:
      return "sixtieths";
    case VOUCH_GS1_RULE_HOUR_MINUTE:
      return "hour_minute";
    case VOUCH_GS1_RULE_COUNTRY_OR_999:
      return "country_or_999";
    case VOUCH_GS1_RULE_COUNTRY_LETTERS:
      return "country_letters";
    case VOUCH_GS1_RULE_COUPON_OFFER:
      return "coupon_offer";
    default:
      return vouch_gs1_rule_get_name (rule);
    }
}

static char *
describe_parts (const VouchGs1Ai *row)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < VOUCH_GS1_PARTS_MAX && row->parts[i].min > 0; i++)
    {
      const VouchGs1Part *part = &row->parts[i];

      g_string_append_printf (text, "%s%s%c", i > 0 ? " " : "", part->optional ? "[" : "", "nxyz"[part->charset]);
      g_string_append_printf (text, part->min == part->max ? "%u" : "..%u", part->max);
      if (part->rule != VOUCH_GS1_RULE_NONE)
        g_string_append_printf (text, ":%s", name_of_rule (part->rule));
      if (part->optional)
        g_string_append_c (text, ']');
    }
  return g_strdup (text->str);
}

static void
test_table_says_what_the_book_says (void)
{
  g_autoptr (GPtrArray) rows = gs1_data_load ("application-identifiers.tsv", N_COLUMNS);

  for (guint i = 0; i < rows->len; i++)
    {
      char **expected = g_ptr_array_index (rows, i);
      const VouchGs1Ai *row = vouch_gs1_ai_find (expected[COLUMN_AI], strlen (expected[COLUMN_AI]));
      g_autofree char *parts = NULL;

      g_test_message ("(%s)", expected[COLUMN_AI]);
      g_assert_nonnull (row);
      parts = describe_parts (row);
      g_assert_cmpstr (yes_or_no (row->needs_separator), ==, expected[COLUMN_SEPARATOR]);
      g_assert_cmpstr (yes_or_no (row->attribute), ==, expected[COLUMN_QUERY]);
      g_assert_cmpstr (yes_or_no (row->is_key), ==, expected[COLUMN_KEY]);
      g_assert_cmpstr (parts, ==, expected[COLUMN_PARTS]);
      g_assert_cmpstr (or_dash (row->required), ==, expected[COLUMN_REQUIRED]);
      g_assert_cmpstr (or_dash (row->excluded), ==, expected[COLUMN_EXCLUDED]);
      g_assert_cmpstr (or_dash (row->qualifiers), ==, expected[COLUMN_QUALIFIERS]);
      g_assert_cmpstr (or_dash (row->title), ==, expected[COLUMN_TITLE]);
    }
}

static void
test_knows_no_other_identifier (void)
{
  g_autoptr (GPtrArray) rows = gs1_data_load ("application-identifiers.tsv", N_COLUMNS);
  guint n_known = 0;

  for (int length = 1, limit = 10; length <= 5; length++, limit *= 10)
    for (int number = 0; number < limit; number++)
      {
        g_autofree char *ai = g_strdup_printf ("%0*d", length, number);

        n_known += vouch_gs1_ai_find (ai, strlen (ai)) != NULL;
      }
  g_assert_cmpuint (n_known, ==, rows->len);
}

static void
test_identifier_is_found_in_front_of_its_value (void)
{
  gsize length = 0;

  g_assert_cmpstr (vouch_gs1_ai_find_prefix ("0104006381333931", 16, &length)->first, ==, "01");
  g_assert_cmpuint (length, ==, 2);
  g_assert_cmpstr (vouch_gs1_ai_find_prefix ("3103001250", 10, &length)->first, ==, "3100");
  g_assert_cmpuint (length, ==, 4);
  g_assert_null (vouch_gs1_ai_find_prefix ("310", 3, &length));
  g_assert_null (vouch_gs1_ai_find_prefix ("3", 1, &length));
  g_assert_null (vouch_gs1_ai_find_prefix ("", 0, &length));
  g_assert_null (vouch_gs1_ai_find_prefix ("A1", 2, &length));
  g_assert_null (vouch_gs1_ai_find_prefix ("0510", 4, &length));
}

static void
test_unknown_identifier_is_as_long_as_its_neighbours (void)
{
  g_assert_cmpuint (vouch_gs1_ai_guess_length ("236X", 4), ==, 3);
  g_assert_cmpuint (vouch_gs1_ai_guess_length ("3999X", 5), ==, 4);
  g_assert_cmpuint (vouch_gs1_ai_guess_length ("05X", 3), ==, 2);
  g_assert_cmpuint (vouch_gs1_ai_guess_length ("5", 1), ==, 1);
}

static void
test_pattern_stands_for_digits (void)
{
  g_assert_true (vouch_gs1_ai_matches ("31nn", 4, "3103"));
  g_assert_true (vouch_gs1_ai_matches ("01+21", 2, "01"));
  g_assert_false (vouch_gs1_ai_matches ("31nn", 4, "3203"));
  g_assert_false (vouch_gs1_ai_matches ("31nn", 4, "31"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gs1-ai/table-says-what-the-book-says", test_table_says_what_the_book_says);
  g_test_add_func ("/gs1-ai/knows-no-other-identifier", test_knows_no_other_identifier);
  g_test_add_func ("/gs1-ai/identifier-is-found-in-front-of-its-value", test_identifier_is_found_in_front_of_its_value);
  g_test_add_func ("/gs1-ai/unknown-identifier-is-as-long-as-its-neighbours",
                   test_unknown_identifier_is_as_long_as_its_neighbours);
  g_test_add_func ("/gs1-ai/pattern-stands-for-digits", test_pattern_stands_for_digits);
  return g_test_run ();
}
