#include "vouch-error.h"
#include "vouch-gs1-measure.h"
#include "vouch-gs1-write.h"

#include <string.h>

#define GTIN "04006381333931"

static void
test_elements_are_written_in_each_syntax (void)
{
  const VouchGs1Pair pairs[] = { { "01", GTIN }, { "17", "261231" }, { "10", "A(1)" }, { "21", "S" } };
  const char *const expected[] = { "(01)" GTIN "(17)261231(10)A\\(1)(21)S",
                                   "01" GTIN "1726123110A(1)\x1d"
                                   "21S",
                                   "[01]" GTIN "[17]261231[10]A(1)[21]S" };

  for (int syntax = VOUCH_GS1_SYNTAX_BRACKETED; syntax <= VOUCH_GS1_SYNTAX_SQUARE; syntax++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = vouch_gs1_element_string (pairs, G_N_ELEMENTS (pairs), (VouchGs1Syntax)syntax, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (text, ==, expected[syntax]);
    }
}

static void
test_what_is_written_reads_the_same (void)
{
  const VouchGs1Pair pairs[] = { { "10", "B" }, { "422", "156" }, { "01", GTIN }, { "21", "(x)" } };
  g_autofree char *scan = vouch_gs1_element_string (pairs, G_N_ELEMENTS (pairs), VOUCH_GS1_SYNTAX_SCAN, NULL);
  g_autofree char *brackets = vouch_gs1_element_string (pairs, G_N_ELEMENTS (pairs), VOUCH_GS1_SYNTAX_BRACKETED, NULL);
  g_autoptr (VouchGs1Reading) scanned = vouch_gs1_reading_parse_scan (scan, strlen (scan));
  g_autoptr (VouchGs1Reading) typed = vouch_gs1_reading_parse_bracketed (brackets);

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_assert_cmpstr (vouch_gs1_reading_get (scanned, pairs[i].ai), ==, pairs[i].value);
      g_assert_cmpstr (vouch_gs1_reading_get (typed, pairs[i].ai), ==, pairs[i].value);
    }
}

static void
test_wrong_elements_are_not_written (void)
{
  const VouchGs1Pair wrong[] = {
    { "01", "04006381333932" }, { "10", "批次" }, { "10", "" }, { "05", "X" }, { "", "X" }
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (vouch_gs1_element_string (&wrong[i], 1, VOUCH_GS1_SYNTAX_SCAN, &error));
      g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
      g_assert_cmpstr (vouch_error_get_field (error), ==, *wrong[i].ai != '\0' ? wrong[i].ai : NULL);
    }
  g_assert_null (vouch_gs1_element_string (NULL, 0, VOUCH_GS1_SYNTAX_SCAN, NULL));
}

static void
assert_quantity (const char *bracketed, gint64 expected, const char *expected_unit)
{
  g_autoptr (VouchGs1Reading) reading = vouch_gs1_reading_parse_bracketed (bracketed);
  g_autoptr (GError) error = NULL;
  gint64 quantity = -1;
  const char *unit = NULL;

  g_test_message ("%s", bracketed);
  g_assert_true (vouch_gs1_reading_get_quantity (reading, &quantity, &unit, &error));
  g_assert_no_error (error);
  g_assert_cmpint (quantity, ==, expected);
  g_assert_cmpstr (unit, ==, expected_unit);
}

static void
test_quantity_is_exact (void)
{
  assert_quantity ("(02)" GTIN "(37)00000012", 12000000, VOUCH_GS1_UNIT_PIECE);
  assert_quantity ("(01)" GTIN "(30)99999999", G_GINT64_CONSTANT (99999999000000), VOUCH_GS1_UNIT_PIECE);
  assert_quantity ("(01)" GTIN "(3100)001250", G_GINT64_CONSTANT (1250000000), "kg");
  assert_quantity ("(01)" GTIN "(3103)001250", 1250000, "kg");
  assert_quantity ("(01)" GTIN "(3105)000001", 10, "kg");
  assert_quantity ("(01)" GTIN "(3152)000075", 750000, "l");
  assert_quantity ("(01)" GTIN "(3111)000255", 25500000, "m");
  assert_quantity ("(01)" GTIN "(3301)000255(3201)000010", 1000000, "lb");
  assert_quantity ("(02)" GTIN "(37)3(3103)001250", 3000000, VOUCH_GS1_UNIT_PIECE);
}

static void
test_no_quantity_is_not_found (void)
{
  g_autoptr (VouchGs1Reading) none = vouch_gs1_reading_parse_bracketed ("(01)" GTIN);
  g_autoptr (VouchGs1Reading) wrong = vouch_gs1_reading_parse_bracketed ("(01)" GTIN "(37)1x");
  g_autoptr (GError) error = NULL, invalid = NULL;
  const char *unit;
  gint64 quantity;

  g_assert_false (vouch_gs1_reading_get_quantity (none, &quantity, &unit, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND);
  g_assert_false (vouch_gs1_reading_get_quantity (wrong, &quantity, &unit, &invalid));
  g_assert_error (invalid, VOUCH_ERROR, VOUCH_ERROR_INVALID);
}

static void
test_measures_are_found_by_name (void)
{
  g_autoptr (VouchGs1Reading) reading = vouch_gs1_reading_parse_bracketed ("(00)006141411234567890(3301)000255");
  g_autoptr (GError) error = NULL;
  const char *unit;
  gint64 quantity;

  g_assert_true (vouch_gs1_reading_get_measure (reading, "330", &quantity, &unit, &error));
  g_assert_no_error (error);
  g_assert_cmpint (quantity, ==, 25500000);
  g_assert_cmpstr (unit, ==, "kg");
  g_assert_false (vouch_gs1_reading_get_measure (reading, "310", &quantity, &unit, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND);
}

/* Every measure of the table has a unit. */
static void
test_every_measure_has_a_unit (void)
{
  gsize n_rows;
  const VouchGs1Ai *rows = vouch_gs1_ai_get_rows (&n_rows);

  for (gsize i = 0; i < n_rows; i++)
    {
      g_autofree char *text = NULL, *stem = g_strndup (rows[i].first, 3);
      g_autoptr (VouchGs1Reading) reading = NULL;
      const char *unit = NULL;
      gint64 quantity;

      if (rows[i].count != 6 || rows[i].needs_separator)
        continue;
      text = g_strdup_printf ("(%s)000001", rows[i].first);
      reading = vouch_gs1_reading_parse_bracketed (text);
      g_test_message ("%s", text);
      g_assert_true (vouch_gs1_reading_get_measure (reading, stem, &quantity, &unit, NULL));
      g_assert_nonnull (unit);
      g_assert_cmpint (quantity, ==, 1000000);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gs1-write/elements-are-written-in-each-syntax", test_elements_are_written_in_each_syntax);
  g_test_add_func ("/gs1-write/what-is-written-reads-the-same", test_what_is_written_reads_the_same);
  g_test_add_func ("/gs1-write/wrong-elements-are-not-written", test_wrong_elements_are_not_written);
  g_test_add_func ("/gs1-measure/quantity-is-exact", test_quantity_is_exact);
  g_test_add_func ("/gs1-measure/no-quantity-is-not-found", test_no_quantity_is_not_found);
  g_test_add_func ("/gs1-measure/measures-are-found-by-name", test_measures_are_found_by_name);
  g_test_add_func ("/gs1-measure/every-measure-has-a-unit", test_every_measure_has_a_unit);
  return g_test_run ();
}
