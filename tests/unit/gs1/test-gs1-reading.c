#include "gs1-data.h"
#include "vouch-error.h"
#include "vouch-gs1-reading.h"
#include "vouch-gs1-rule.h"
#include "vouch-gs1-write.h"

#include <string.h>

#define GTIN "04006381333931"

static VouchGs1Reading *
scan (const char *text)
{
  g_autofree char *real = gs1_data_with_separators (text);

  return vouch_gs1_reading_parse_scan (real, strlen (real));
}

/* The first broken rule of a scan, or "valid". */
static const char *
verdict (VouchGs1Reading *taken)
{
  g_autoptr (VouchGs1Reading) reading = taken;

  g_assert_cmpint (vouch_gs1_reading_is_valid (reading), ==, vouch_gs1_reading_get_n_errors (reading) == 0);
  if (vouch_gs1_reading_is_valid (reading))
    return "valid";
  g_assert_false (vouch_gs1_reading_is_complete (reading));
  return vouch_gs1_rule_get_name (vouch_gs1_reading_get_error (reading, 0)->rule);
}

static char *
describe_elements (const VouchGs1Reading *reading)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < vouch_gs1_reading_get_n_elements (reading); i++)
    {
      const VouchGs1Element *element = vouch_gs1_reading_get_element (reading, i);

      g_assert_cmpuint (strlen (element->value), ==, element->length);
      g_string_append_printf (text, "%s%s=%s", i > 0 ? "|" : "", element->ai, element->value);
    }
  return g_string_free (text, FALSE);
}

static void
assert_elements (VouchGs1Reading *taken, const char *expected)
{
  g_autoptr (VouchGs1Reading) reading = taken;
  g_autofree char *elements = describe_elements (reading);

  g_assert_cmpstr (elements, ==, expected);
}

static VouchGs1Reading *
parse (const char *form, const char *input)
{
  if (strcmp (form, "scan") == 0)
    return scan (input);
  if (strcmp (form, "dl") == 0)
    return vouch_gs1_reading_parse_digital_link (input);
  return vouch_gs1_reading_parse_bracketed (input);
}

static void
test_examples_are_judged_as_the_book_says (void)
{
  g_autoptr (GPtrArray) rows = gs1_data_load ("readings.tsv", 5);

  for (guint i = 0; i < rows->len; i++)
    {
      char **row = g_ptr_array_index (rows, i);
      g_autoptr (VouchGs1Reading) reading = parse (row[0], row[1]);
      g_autofree char *elements = describe_elements (reading);
      g_autofree char *link = vouch_gs1_reading_to_digital_link (reading, NULL);
      const char *judged = !vouch_gs1_reading_is_valid (reading)     ? "invalid"
                           : vouch_gs1_reading_is_complete (reading) ? "complete"
                                                                     : "incomplete";

      g_test_message ("%s %s", row[0], row[1]);
      g_assert_cmpstr (judged, ==, row[2]);
      g_assert_cmpstr (elements, ==, row[3]);
      g_assert_cmpstr (link != NULL ? link : "-", ==, row[4]);
    }
}

static void
test_symbology_identifier_decides (void)
{
  const char *const element_strings[] = { "]C1", "]e0", "]d2", "]Q3", "]J1", "" };
  const char *const plain[] = { "]C0", "]Q1", "]d1", "]J0", "]A0", "]Q2" };

  for (gsize i = 0; i < G_N_ELEMENTS (element_strings); i++)
    {
      g_autofree char *text = g_strconcat (element_strings[i], "01" GTIN "10AB", NULL);

      assert_elements (scan (text), "01=" GTIN "|10=AB");
    }
  for (gsize i = 0; i < G_N_ELEMENTS (plain); i++)
    {
      g_autofree char *text = g_strconcat (plain[i], "01" GTIN "10AB", NULL);
      g_autoptr (VouchGs1Reading) reading = scan (text);

      g_assert_cmpint (vouch_gs1_reading_get_form (reading), ==, VOUCH_GS1_FORM_PLAIN);
      g_assert_cmpuint (vouch_gs1_reading_get_n_elements (reading), ==, 0);
    }
}

static void
test_plain_symbols_may_carry_a_digital_link (void)
{
  assert_elements (scan ("]Q1https://example.com/01/" GTIN), "01=" GTIN);
  assert_elements (scan ("]d1HTTP://EXAMPLE.COM/01/" GTIN), "01=" GTIN);
  assert_elements (scan ("https://example.com/01/" GTIN), "01=" GTIN);
  g_assert_cmpstr (verdict (scan ("]J0https://example.com/about")), ==, "uri_key");
  g_assert_cmpstr (verdict (scan ("]Q1javascript:alert(1)")), ==, "valid");
  g_assert_cmpstr (verdict (scan ("]Q3https://example.com/01/" GTIN)), ==, "unknown_ai");
  g_assert_cmpstr (verdict (scan ("]C0https://example.com/about")), ==, "valid");
  g_assert_cmpstr (verdict (vouch_gs1_reading_parse_scan ("]Q1https://a/01/" GTIN "\0x", 32)), ==, "uri_character");
}

static void
test_ean_needs_its_length_and_check_digit (void)
{
  g_autoptr (VouchGs1Reading) ean13 = scan ("]E04006381333931"), ean8 = scan ("]E496385074");
  char gtin[15];

  g_assert_true (vouch_gs1_reading_is_valid (ean13));
  g_assert_cmpuint (vouch_gs1_reading_get_n_elements (ean13), ==, 0);
  g_assert_true (vouch_gs1_reading_get_gtin (ean13, gtin));
  g_assert_cmpstr (gtin, ==, GTIN);
  g_assert_true (vouch_gs1_reading_get_gtin (ean8, gtin));
  g_assert_cmpstr (gtin, ==, "00000096385074");
  g_assert_cmpstr (verdict (scan ("]E04006381333932")), ==, "check_digit");
  g_assert_cmpstr (verdict (scan ("]E0400638133393")), ==, "length");
  g_assert_cmpstr (verdict (scan ("]E0400638133393X")), ==, "check_digit");
  g_assert_cmpstr (verdict (scan ("]E44006381333931")), ==, "length");
  g_assert_cmpstr (verdict (scan ("]E4")), ==, "length");
}

static void
test_separators_stand_where_they_may (void)
{
  g_assert_cmpstr (verdict (scan ("]C101" GTIN "{GS}10AB{GS}")), ==, "valid");
  g_assert_cmpstr (verdict (scan ("]C101" GTIN "{GS}")), ==, "valid");
  g_assert_cmpstr (verdict (scan ("]C1{GS}01" GTIN)), ==, "separator");
  g_assert_cmpstr (verdict (scan ("]C110AB{GS}{GS}17261231")), ==, "separator");
  g_assert_cmpstr (verdict (scan ("]C101" GTIN "{GS}{GS}10AB")), ==, "separator");
  g_assert_cmpstr (verdict (scan ("]C110AB{GS}{GS}")), ==, "separator");
  g_assert_cmpstr (verdict (scan ("]C110{GS}17261231")), ==, "empty");
  g_assert_cmpstr (verdict (scan ("]C1")), ==, "empty");
  g_assert_cmpstr (verdict (scan ("")), ==, "empty");
}

static void
test_missing_separator_reads_as_part_of_the_lot (void)
{
  g_autoptr (VouchGs1Reading) reading = scan ("]C101" GTIN "10L117261231");
  g_autoptr (VouchGs1Reading) plain = scan ("]C101" GTIN "10L1172");
  g_autoptr (VouchGs1Reading) fixed = scan ("]C101" GTIN "17261231");

  g_assert_cmpstr (vouch_gs1_reading_get (reading, "10"), ==, "L117261231");
  g_assert_true (vouch_gs1_reading_is_doubtful (reading, TRUE));
  g_assert_false (vouch_gs1_reading_is_doubtful (plain, TRUE));
  g_assert_true (vouch_gs1_reading_is_doubtful (plain, FALSE));
  g_assert_false (vouch_gs1_reading_is_doubtful (fixed, FALSE));
}

static gboolean
is_certain (const char *text)
{
  g_autoptr (VouchGs1Reading) reading = scan (text);

  return vouch_gs1_reading_is_certain (reading);
}

static void
test_unflagged_digits_are_not_taken_for_elements (void)
{
  g_assert_true (is_certain ("]C110AB"));
  g_assert_true (is_certain ("]C100006141411234567890"));
  g_assert_true (is_certain ("01" GTIN "10AB"));
  g_assert_true (is_certain ("]E04006381333931"));
  g_assert_true (is_certain ("https://example.com/01/" GTIN));
  g_assert_false (is_certain ("4006381333931"));
  g_assert_false (is_certain ("00006141411234567890"));
  g_assert_false (is_certain ("10AB"));
  g_assert_false (is_certain ("02" GTIN));
  g_assert_false (is_certain ("]C001" GTIN));
  g_assert_false (is_certain ("]C10104006381333932"));
}

static void
test_wrong_content_is_named (void)
{
  g_assert_cmpstr (verdict (scan ("]C117250231")), ==, "date");
  g_assert_cmpstr (verdict (scan ("]C10104006381333932")), ==, "check_digit");
  g_assert_cmpstr (verdict (scan ("]C11726123")), ==, "too_short");
  g_assert_cmpstr (verdict (scan ("]C110123456789012345678901")), ==, "too_long");
  g_assert_cmpstr (verdict (scan ("]C14221561")), ==, "too_long");
  g_assert_cmpstr (verdict (scan ("]C105ABC")), ==, "unknown_ai");
  g_assert_cmpstr (verdict (scan ("]C1ABC")), ==, "unknown_ai");
  g_assert_cmpstr (verdict (scan ("LOT1")), ==, "unknown_ai");
  g_assert_cmpstr (verdict (scan ("1")), ==, "unknown_ai");
  g_assert_cmpstr (verdict (vouch_gs1_reading_parse_scan ("]C110LOT\0DROP", 13)), ==, "character");
  g_assert_cmpstr (verdict (vouch_gs1_reading_parse_scan ("LOT\0DROP", 8)), ==, "unknown_ai");
  g_assert_cmpstr (verdict (scan ("]C110\x1b[31m")), ==, "character");
}

static void
test_error_names_element_place_and_reason (void)
{
  g_autoptr (VouchGs1Reading) reading = scan ("]C101" GTIN "10A B{GS}17261231");
  const VouchGs1Problem *problem = vouch_gs1_reading_get_error (reading, 0);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (vouch_gs1_reading_get_n_errors (reading), ==, 1);
  g_assert_cmpstr (problem->ai, ==, "10");
  g_assert_cmpuint (problem->position, ==, 22);
  g_assert_cmpstr (problem->message, ==, "(10) A B: character 2 is not allowed there");
  g_assert_false (vouch_gs1_reading_check (reading, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
  g_assert_cmpstr (vouch_error_get_field (error), ==, "10");
  assert_elements (g_steal_pointer (&reading), "01=" GTIN "|10=A B|17=261231");
}

static void
test_full_width_characters_are_explained (void)
{
  g_autoptr (VouchGs1Reading) reading = vouch_gs1_reading_parse_bracketed ("(10)A６９");

  g_assert_cmpstr (vouch_gs1_reading_get_error (reading, 0)->message, ==,
                   "(10) A６９: character 2 is not a half-width Latin one; switch the input method off");
}

static void
test_unknown_identifier_is_kept_raw (void)
{
  g_autoptr (VouchGs1Reading) reading = scan ("]C123612{GS}10AB");
  const VouchGs1Element *element = vouch_gs1_reading_get_element (reading, 0);

  g_assert_false (vouch_gs1_reading_is_valid (reading));
  g_assert_cmpstr (vouch_gs1_reading_get_error (reading, 0)->ai, ==, "236");
  g_assert_cmpstr (element->title, ==, "");
  g_assert_null (element->row);
  assert_elements (g_steal_pointer (&reading), "236=12|10=AB");
  assert_elements (scan ("5"), "5=");
  assert_elements (scan ("1{GS}10AB"), "1=|10=AB");
  assert_elements (scan ("0\xff{GS}10AB"), "10=AB");
}

static void
test_repeats_must_be_equal (void)
{
  g_assert_cmpstr (verdict (scan ("10AB{GS}10AB")), ==, "valid");
  assert_elements (scan ("10AB{GS}10AB"), "10=AB|10=AB");
  g_assert_cmpstr (verdict (scan ("10AB{GS}10AC")), ==, "repeated");
  g_assert_cmpstr (verdict (scan ("10AB{GS}10AB{GS}10ABC")), ==, "repeated");
}

static void
test_companions_decide_completeness (void)
{
  g_autoptr (VouchGs1Reading) lonely = scan ("10AB");
  g_autoptr (VouchGs1Reading) whole = scan ("01" GTIN "10AB");
  g_autoptr (VouchGs1Reading) both = scan ("01" GTIN "31030012503102001250");

  g_assert_true (vouch_gs1_reading_is_valid (lonely));
  g_assert_false (vouch_gs1_reading_is_complete (lonely));
  g_assert_cmpuint (vouch_gs1_reading_get_n_gaps (lonely), ==, 1);
  g_assert_cmpint (vouch_gs1_reading_get_gap (lonely, 0)->rule, ==, VOUCH_GS1_RULE_REQUIRED);
  g_assert_cmpstr (vouch_gs1_reading_get_gap (lonely, 0)->message, ==,
                   "(10) needs one of 01 / 02 / 03 / 8006 / 8026 on the same item");
  g_assert_true (vouch_gs1_reading_is_complete (whole));
  g_assert_cmpuint (vouch_gs1_reading_get_n_gaps (whole), ==, 0);
  g_assert_true (vouch_gs1_reading_is_valid (both));
  g_assert_false (vouch_gs1_reading_is_complete (both));
  g_assert_cmpint (vouch_gs1_reading_get_gap (both, 0)->rule, ==, VOUCH_GS1_RULE_EXCLUDED);
}

static void
test_groups_of_companions_are_all_needed (void)
{
  g_autoptr (VouchGs1Reading) half = scan ("01" GTIN "250X");
  g_autoptr (VouchGs1Reading) whole = scan ("01" GTIN "21Y{GS}250X");
  g_autoptr (VouchGs1Reading) pattern = scan ("01" GTIN "31030012503922199");

  g_assert_false (vouch_gs1_reading_is_complete (half));
  g_assert_true (vouch_gs1_reading_is_complete (whole));
  g_assert_true (vouch_gs1_reading_is_complete (pattern));
}

static void
test_bracketed_is_strict (void)
{
  const char *const wrong[] = {
    " (01)" GTIN, "01" GTIN,   "(01)" GTIN "\n(10)A", "(01) " GTIN, "(1A)X",    "()X", "(01",
    "(10)",       "(10)A(21)", "（01）" GTIN,         "(10)A(B",    "(12345)X", ""
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_test_message ("%s", wrong[i]);
      g_assert_cmpstr (verdict (vouch_gs1_reading_parse_bracketed (wrong[i])), !=, "valid");
    }
  assert_elements (vouch_gs1_reading_parse_bracketed ("(10)A\\(B)(21)C)"), "10=A(B)|21=C)");
  g_assert_cmpstr (verdict (vouch_gs1_reading_parse_bracketed ("(9999)X")), ==, "unknown_ai");
}

static void
test_endless_codes_are_refused (void)
{
  g_autofree char *text = g_strnfill (7089, '1'), *most = g_strnfill (VOUCH_GS1_INPUT_MAX, '1');

  g_assert_cmpstr (verdict (vouch_gs1_reading_parse_scan (text, 7089)), ==, "size");
  g_assert_cmpstr (verdict (vouch_gs1_reading_parse_bracketed (text)), ==, "size");
  g_assert_cmpstr (verdict (vouch_gs1_reading_parse_digital_link (text)), ==, "size");
  g_assert_cmpstr (verdict (vouch_gs1_reading_parse_scan (most, VOUCH_GS1_INPUT_MAX)), !=, "size");
}

static void
test_bar_codes_of_an_item_are_joined (void)
{
  g_autoptr (VouchGs1Reading) ean = scan ("]E04006381333931"), lot = scan ("]C110AB{GS}17261231");
  g_autoptr (VouchGs1Reading) again = scan ("10AB"), other = scan ("10AC");
  const VouchGs1Reading *const item[] = { ean, lot, again };
  const VouchGs1Reading *const clash[] = { ean, lot, other };
  g_autoptr (VouchGs1Reading) joined = vouch_gs1_reading_join (item, G_N_ELEMENTS (item));

  g_assert_false (vouch_gs1_reading_is_complete (lot));
  g_assert_true (vouch_gs1_reading_is_complete (joined));
  assert_elements (g_steal_pointer (&joined), "01=" GTIN "|10=AB|17=261231");
  g_assert_cmpstr (verdict (vouch_gs1_reading_join (clash, G_N_ELEMENTS (clash))), ==, "repeated");
  g_assert_cmpstr (verdict (vouch_gs1_reading_join (NULL, 0)), ==, "empty");
}

static void
test_gtin_is_found_wherever_it_stands (void)
{
  g_autoptr (VouchGs1Reading) pallet = scan ("00006141411234567890"
                                             "02" GTIN "3712");
  g_autoptr (VouchGs1Reading) piece = scan ("8006" GTIN "0102"), none = scan ("10AB"),
                              wrong = scan ("0104006381333932");
  char gtin[15];

  g_assert_true (vouch_gs1_reading_get_gtin (pallet, gtin));
  g_assert_cmpstr (gtin, ==, GTIN);
  g_assert_true (vouch_gs1_reading_get_gtin (piece, gtin));
  g_assert_cmpstr (gtin, ==, GTIN);
  g_assert_false (vouch_gs1_reading_get_gtin (none, gtin));
  g_assert_cmpstr (gtin, ==, "");
  g_assert_false (vouch_gs1_reading_get_gtin (wrong, gtin));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add_func ("/gs1-reading/" path, function)
  ADD ("examples-are-judged-as-the-book-says", test_examples_are_judged_as_the_book_says);
  ADD ("symbology-identifier-decides", test_symbology_identifier_decides);
  ADD ("plain-symbols-may-carry-a-digital-link", test_plain_symbols_may_carry_a_digital_link);
  ADD ("ean-needs-its-length-and-check-digit", test_ean_needs_its_length_and_check_digit);
  ADD ("separators-stand-where-they-may", test_separators_stand_where_they_may);
  ADD ("missing-separator-reads-as-part-of-the-lot", test_missing_separator_reads_as_part_of_the_lot);
  ADD ("unflagged-digits-are-not-taken-for-elements", test_unflagged_digits_are_not_taken_for_elements);
  ADD ("wrong-content-is-named", test_wrong_content_is_named);
  ADD ("error-names-element-place-and-reason", test_error_names_element_place_and_reason);
  ADD ("full-width-characters-are-explained", test_full_width_characters_are_explained);
  ADD ("unknown-identifier-is-kept-raw", test_unknown_identifier_is_kept_raw);
  ADD ("repeats-must-be-equal", test_repeats_must_be_equal);
  ADD ("companions-decide-completeness", test_companions_decide_completeness);
  ADD ("groups-of-companions-are-all-needed", test_groups_of_companions_are_all_needed);
  ADD ("bracketed-is-strict", test_bracketed_is_strict);
  ADD ("endless-codes-are-refused", test_endless_codes_are_refused);
  ADD ("bar-codes-of-an-item-are-joined", test_bar_codes_of_an_item_are_joined);
  ADD ("gtin-is-found-wherever-it-stands", test_gtin_is_found_wherever_it_stands);
#undef ADD
  return g_test_run ();
}
