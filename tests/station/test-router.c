/* What the router makes of codes: the order in which they are told apart, and patterns. */
#include <string.h>

#include "station-fixture.h"
#include "vouch-error.h"
#include "vouch-pattern-work.h"
#include "vouch-scan-explain.h"

#define TEA "09520001000010"
#define SSCC "195200010000000017"
#define GS "\x1d"

static VouchScanExplanation *
explain (StationFixture *self, const char *text)
{
  VouchScanRules rules = { "XC", TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchScan) scan = vouch_scan_new (text, -1, VOUCH_SCAN_WEDGE, 1, &error);
  g_auto (VouchScanMeaning) meaning = { 0 };

  g_assert_no_error (error);
  vouch_scan_route (self->station, scan, &rules, &meaning, &error);
  g_assert_no_error (error);
  return vouch_scan_explain (&meaning, vouch_clock_today (self->clock));
}

static const struct
{
  const char *text;
  VouchScanKind kind;
} codes[] = {
  { "VB1002", VOUCH_SCAN_KIND_BADGE },
  { "XCPASS", VOUCH_SCAN_KIND_COMMAND },
  { "XCRS01", VOUCH_SCAN_KIND_COMMAND },
  { "XCPASSES", VOUCH_SCAN_KIND_UNKNOWN },
  { "O-BTN.pass", VOUCH_SCAN_KIND_COMMAND },
  { "]C101" TEA "10A" GS "3050", VOUCH_SCAN_KIND_ELEMENTS },
  { "01" TEA "10A", VOUCH_SCAN_KIND_ELEMENTS },
  { "(01)" TEA "(10)A", VOUCH_SCAN_KIND_ELEMENTS },
  { "(small) carton", VOUCH_SCAN_KIND_UNKNOWN },
  { "https://id.gs1.org/01/" TEA "/10/A", VOUCH_SCAN_KIND_ELEMENTS },
  { "]Q1https://id.gs1.org/01/" TEA, VOUCH_SCAN_KIND_ELEMENTS },
  { "9520001000010", VOUCH_SCAN_KIND_GTIN },
  { "]E09520001000011", VOUCH_SCAN_KIND_BROKEN },
  { "PO-2026-0001", VOUCH_SCAN_KIND_DELIVERY },
  { "TEA-G100", VOUCH_SCAN_KIND_PRODUCT },
  { SSCC, VOUCH_SCAN_KIND_NUMBER },
  { "]C100" SSCC, VOUCH_SCAN_KIND_ELEMENTS },
  { "(00)" SSCC, VOUCH_SCAN_KIND_ELEMENTS },
  { "00" SSCC, VOUCH_SCAN_KIND_DRUG_CODE }, /* nothing but the flag makes it a pallet's */
  { "81234567890123456789", VOUCH_SCAN_KIND_DRUG_CODE },
  { "00234567890123456789", VOUCH_SCAN_KIND_DRUG_CODE },
  { "+A123BJC5D6E71G", VOUCH_SCAN_KIND_HIBC },
  { "+A123BJC5D6E71H", VOUCH_SCAN_KIND_BROKEN },
  { "+8613800138000", VOUCH_SCAN_KIND_UNKNOWN },
  { "SF1234567890123", VOUCH_SCAN_KIND_WAYBILL },
  { "1Z999AA10123456784", VOUCH_SCAN_KIND_WAYBILL },
  { "1Z999AA10123456785", VOUCH_SCAN_KIND_UNKNOWN },
  { "RB123456785GB", VOUCH_SCAN_KIND_WAYBILL },
  { "L260529-00000000", VOUCH_SCAN_KIND_NUMBER },
  { "@FACDEF", VOUCH_SCAN_KIND_SETUP },
  { "https://evil.example/t/L1", VOUCH_SCAN_KIND_LINK },
  { "file:///etc/passwd", VOUCH_SCAN_KIND_UNKNOWN },
  { "javascript:alert(1)", VOUCH_SCAN_KIND_UNKNOWN },
  { "６９０１２３", VOUCH_SCAN_KIND_REFUSED },
  { "LOT\xe2\x80\xae"
    "21",
    VOUCH_SCAN_KIND_REFUSED },
  { "whatever else", VOUCH_SCAN_KIND_UNKNOWN },
};

static void
test_codes_are_told_apart (StationFixture *self, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (VouchScanExplanation) explanation = explain (self, codes[i].text);

      g_test_message ("%s: %s", explanation->text, explanation->what);
      g_assert_cmpint (explanation->kind, ==, codes[i].kind);
    }
}

static void
test_the_text_alone_tells_the_same_of_goods (StationFixture *self, gconstpointer data)
{
  static const VouchScanKind by_database[] = { VOUCH_SCAN_KIND_BADGE, VOUCH_SCAN_KIND_DELIVERY, VOUCH_SCAN_KIND_PRODUCT,
                                               VOUCH_SCAN_KIND_NUMBER, VOUCH_SCAN_KIND_WAYBILL };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      VouchScanRules rules = { "XC", TRUE };
      g_autoptr (VouchScan) scan = vouch_scan_new (codes[i].text, -1, VOUCH_SCAN_WEDGE, 1, NULL);
      g_auto (VouchScanMeaning) meaning = { 0 };
      gboolean needs_database = FALSE;

      for (guint j = 0; j < G_N_ELEMENTS (by_database); j++)
        needs_database |= codes[i].kind == by_database[j];
      vouch_scan_route_form (scan, &rules, &meaning);
      g_test_message ("%s", codes[i].text);
      g_assert_cmpint (meaning.kind, ==, needs_database ? VOUCH_SCAN_KIND_UNKNOWN : codes[i].kind);
    }
}

static void
test_only_our_very_host_is_ours (StationFixture *self, gconstpointer data)
{
  static const char *const hosts[] = {
    "vouch.example.evil.com", "evil.com/vouch.example", "vouch.example@evil.com",   "user@vouch.example",
    "vouch.example.",         "vouch.example:8443",     "www.vouch.example",        "vouch-example",
    "xn--vuch-5na.example",   "v\xd0\xbeuch.example",   "vouch.example\\@evil.com", "vouch.example%2eevil.com",
  };

  for (guint i = 0; i < G_N_ELEMENTS (hosts); i++)
    {
      g_autofree char *address = g_strdup_printf ("https://%s/t/L260529-00000000", hosts[i]);
      g_autoptr (VouchScanExplanation) explanation = explain (self, address);

      g_test_message ("%s", address);
      g_assert_cmpint (explanation->kind, ==, VOUCH_SCAN_KIND_LINK);
    }
}

static void
test_our_host_is_ours_in_any_case (StationFixture *self, gconstpointer data)
{
  static const char *const addresses[] = { "https://vouch.example/t/L260529-00000000",
                                           "HTTPS://VOUCH.EXAMPLE/T/L260529-00000000" };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autoptr (VouchScanExplanation) explanation = explain (self, addresses[i]);

      g_assert_cmpint (explanation->kind, ==, VOUCH_SCAN_KIND_CODE);
    }
}

static void
test_an_element_that_nobody_knows_is_kept_raw (StationFixture *self, gconstpointer data)
{
  g_autoptr (VouchScanExplanation) explanation = explain (self, "(01)" TEA "(10)A(9999)what");

  g_assert_cmpint (explanation->kind, ==, VOUCH_SCAN_KIND_ELEMENTS);
  g_assert_cmpstr (explanation->lot, ==, "A");
  g_assert_cmpstr (explanation->unknown, ==, "(9999)what");
}

static gboolean
run (StationFixture *self, const VouchUseCase *use_case, gconstpointer request, GError **error)
{
  g_autoptr (VouchActor) lead = station_fixture_dup_actor (self, "VB1004");
  g_autoptr (VouchDone) done = vouch_use_case_run (use_case, self->station, lead, NULL, request, error);

  return done != NULL;
}

static void
add (StationFixture *self, const char *name, const char *pattern, const char *opens)
{
  VouchPatternRequest request = { .name = (char *)name, .pattern = (char *)pattern, .opens = (char *)opens };
  g_autoptr (GError) error = NULL;

  run (self, &vouch_pattern_add, &request, &error);
  g_assert_no_error (error);
}

static void
test_a_pattern_of_the_house_is_looked_at_last (StationFixture *self, gconstpointer data)
{
  g_autoptr (VouchScanExplanation) before = explain (self, "LOC:C-07");
  g_autoptr (VouchScanExplanation) after = NULL, delivery = NULL, waybill = NULL;

  g_assert_cmpint (before->kind, ==, VOUCH_SCAN_KIND_UNKNOWN);
  add (self, "Shelf", "LOC:([A-D]-#{2})", "location");
  add (self, "Everything", ".{4,60}", NULL);
  after = explain (self, "LOC:C-07");
  delivery = explain (self, "PO-2026-0001");
  waybill = explain (self, "SF1234567890123");
  g_assert_cmpint (after->kind, ==, VOUCH_SCAN_KIND_SEVERAL);
  g_assert_cmpstr (after->meanings, ==, "Shelf\nEverything");
  g_assert_cmpint (delivery->kind, ==, VOUCH_SCAN_KIND_DELIVERY);
  g_assert_cmpint (waybill->kind, ==, VOUCH_SCAN_KIND_WAYBILL);
}

static void
test_the_part_that_counts_names_what_it_belongs_to (StationFixture *self, gconstpointer data)
{
  g_autoptr (VouchScanExplanation) product = NULL, delivery = NULL, shelf = NULL;

  add (self, "Own SKU", "SKU/(.{4,20})", "product");
  add (self, "Note", "DN (.{4,20})", "delivery");
  add (self, "Shelf", "LOC:([A-D]-#{2})", "location");
  product = explain (self, "SKU/TEA-G100");
  delivery = explain (self, "DN PO-2026-0001");
  shelf = explain (self, "LOC:C-07");
  g_assert_cmpint (product->kind, ==, VOUCH_SCAN_KIND_PRODUCT);
  g_assert_cmpint (delivery->kind, ==, VOUCH_SCAN_KIND_DELIVERY);
  g_assert_cmpint (shelf->kind, ==, VOUCH_SCAN_KIND_PATTERN);
  g_assert_cmpstr (shelf->text, ==, "C-07");
  g_assert_cmpstr (shelf->opens, ==, "location");
}

static void
test_two_carriers_that_fit_are_asked_about (StationFixture *self, gconstpointer data)
{
  g_autoptr (VouchDeskState) state = NULL;

  add (self, "Ours", "SF#{13}", "delivery");
  station_fixture_scan (self, "VB1002");
  station_fixture_scan (self, "SF1234567890123");
  station_fixture_expect_word (self, "New waybill"); /* a carrier's is looked at before the house's */
  station_fixture_command (self, VOUCH_COMMAND_NO, 0);
  {
    VouchPatternRequest request = { .name = (char *)"Ours", .kind = (char *)"waybill" };
    g_autoptr (GError) error = NULL;

    run (self, &vouch_pattern_change, &request, &error);
    g_assert_no_error (error);
  }
  station_fixture_scan (self, "SF1234567890123");
  station_fixture_expect_word (self, "Several meanings");
  station_fixture_expect (self, VOUCH_STAGE_HOME, VOUCH_FEEDBACK_QUESTION);
  state = vouch_session_dup_state (self->session);
  g_assert_true (state->is_asked);
  g_assert_cmpuint (state->choices->len, ==, 2);
  g_assert_true (vouch_desk_state_offers (state, VOUCH_COMMAND_DIGIT));
  station_fixture_command (self, VOUCH_COMMAND_DIGIT, 3);
  station_fixture_expect (self, VOUCH_STAGE_HOME, VOUCH_FEEDBACK_QUESTION);
  station_fixture_command (self, VOUCH_COMMAND_DIGIT, 2);
  station_fixture_expect (self, VOUCH_STAGE_NEW_DELIVERY, VOUCH_FEEDBACK_QUESTION);
  station_fixture_expect_word (self, "New waybill");
}

static void
test_a_pattern_that_is_wrong_is_refused_with_its_place (StationFixture *self, gconstpointer data)
{
  VouchPatternRequest request = { .name = (char *)"Bad", .pattern = (char *)"AB#{3" };
  g_autoptr (GError) error = NULL;

  g_assert_false (run (self, &vouch_pattern_add, &request, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
  g_assert_cmpstr (vouch_error_get_field (error), ==, "pattern");
  g_assert_nonnull (strstr (error->message, "4"));
}

static void
test_a_pattern_is_changed_retired_and_restored (StationFixture *self, gconstpointer data)
{
  VouchPatternRequest change = { .name = (char *)"SF Express", .new_name = (char *)"SF", .pattern = (char *)"SFX#{4}" };
  VouchPatternNameRequest name = { (char *)"SF" };
  VouchPatternRequest twice = { .name = (char *)"UPS", .pattern = (char *)"#{9}" };
  g_autoptr (VouchScanExplanation) changed = NULL, retired = NULL, restored = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (run (self, &vouch_pattern_change, &change, &error));
  changed = explain (self, "SFX1234");
  g_assert_cmpint (changed->kind, ==, VOUCH_SCAN_KIND_WAYBILL);
  g_assert_true (run (self, &vouch_pattern_retire, &name, &error));
  retired = explain (self, "SFX1234");
  g_assert_cmpint (retired->kind, ==, VOUCH_SCAN_KIND_UNKNOWN);
  g_assert_true (run (self, &vouch_pattern_restore, &name, &error));
  restored = explain (self, "SFX1234");
  g_assert_cmpint (restored->kind, ==, VOUCH_SCAN_KIND_WAYBILL);
  g_assert_no_error (error);
  g_assert_false (run (self, &vouch_pattern_change, &change, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (run (self, &vouch_pattern_add, &twice, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT);
}

static void
test_the_usual_carriers_are_added_once (StationFixture *self, gconstpointer data)
{
  VouchPatternUsualRequest request = { NULL };
  gint64 before = station_fixture_ask (self, "SELECT count(*) FROM scan_pattern");
  g_autoptr (GPtrArray) usual = vouch_pattern_list_usual ();

  g_assert_cmpint (before, ==, usual->len);
  g_assert_true (run (self, &vouch_pattern_add_usual, &request, NULL));
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM scan_pattern"), ==, before);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM scan_pattern WHERE is_active"), <, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, StationFixture, NULL, station_fixture_set_up, test, station_fixture_tear_down)
  ADD ("/router/codes-are-told-apart", test_codes_are_told_apart);
  ADD ("/router/the-text-alone-tells-the-same-of-goods", test_the_text_alone_tells_the_same_of_goods);
  ADD ("/router/only-our-very-host-is-ours", test_only_our_very_host_is_ours);
  ADD ("/router/our-host-is-ours-in-any-case", test_our_host_is_ours_in_any_case);
  ADD ("/router/an-element-that-nobody-knows-is-kept-raw", test_an_element_that_nobody_knows_is_kept_raw);
  ADD ("/router/a-pattern-of-the-house-is-looked-at-last", test_a_pattern_of_the_house_is_looked_at_last);
  ADD ("/router/the-part-that-counts-names-what-it-belongs-to", test_the_part_that_counts_names_what_it_belongs_to);
  ADD ("/router/two-carriers-that-fit-are-asked-about", test_two_carriers_that_fit_are_asked_about);
  ADD ("/router/a-pattern-that-is-wrong-is-refused-with-its-place",
       test_a_pattern_that_is_wrong_is_refused_with_its_place);
  ADD ("/router/a-pattern-is-changed-retired-and-restored", test_a_pattern_is_changed_retired_and_restored);
  ADD ("/router/the-usual-carriers-are-added-once", test_the_usual_carriers_are_added_once);
  return g_test_run ();
}
