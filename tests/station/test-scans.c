/* What scans do and do not do at the stand, hostile ones too. */
#include "goods.h"
#include "vouch-error.h"
#include "vouch-scan-router.h"

#define TEA "09520001000010"

static void
scan_after (StationFixture *self, gint64 delay_ms, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchScan) scan = NULL;

  vouch_clock_advance (self->clock, delay_ms * 1000);
  scan = vouch_scan_new (text, -1, VOUCH_SCAN_WEDGE, vouch_clock_now (self->clock), &error);
  g_assert_no_error (error);
  vouch_session_scan (self->session, scan);
}

static void
go_to_goods (StationFixture *self, const char *delivery)
{
  station_fixture_scan (self, INSPECTOR);
  station_fixture_scan (self, delivery);
  station_fixture_expect (self, VOUCH_STAGE_GOODS, VOUCH_FEEDBACK_OK);
}

static gint64
get_counts (StationFixture *self)
{
  return station_fixture_ask (self, "SELECT count(*) FROM lot_count");
}

static void
test_two_codes_of_one_label_are_one_count (StationFixture *self, gconstpointer data)
{
  g_autofree char *label = station_fixture_dup_label (self, TEA, "A", 510, 50);

  go_to_goods (self, "PO-2026-0001");
  scan_after (self, 2000, "9520001000010");
  station_fixture_expect (self, VOUCH_STAGE_ASK_LOT, VOUCH_FEEDBACK_QUESTION);
  scan_after (self, 300, label);
  g_assert_cmpint (get_counts (self), ==, 1);
  scan_after (self, 300, "9520001000010");
  station_fixture_expect (self, VOUCH_STAGE_GOODS, VOUCH_FEEDBACK_TICK);
  g_assert_cmpint (get_counts (self), ==, 1);
}

static void
test_the_same_label_at_once_is_ignored_and_later_is_another_carton (StationFixture *self, gconstpointer data)
{
  g_autofree char *label = station_fixture_dup_label (self, TEA, "A", 510, 50);

  go_to_goods (self, "PO-2026-0001");
  scan_after (self, 2000, label);
  scan_after (self, 1400, label);
  station_fixture_expect (self, VOUCH_STAGE_GOODS, VOUCH_FEEDBACK_TICK);
  g_assert_cmpint (get_counts (self), ==, 1);
  scan_after (self, 1600, label);
  g_assert_cmpint (get_counts (self), ==, 2);
}

static void
test_another_product_than_the_open_line_s_is_scanned_twice (StationFixture *self, gconstpointer data)
{
  g_autofree char *water = station_fixture_dup_label (self, "09520001000027", "W1", 300, 24);
  g_autofree char *honey = station_fixture_dup_label (self, "09520001000034", "H1", 600, 12);

  go_to_goods (self, "PO-2026-0003");
  scan_after (self, 2000, water);
  scan_after (self, 100, honey);
  station_fixture_expect_word (self, "Other product");
  g_assert_cmpint (get_counts (self), ==, 1);
  scan_after (self, 2000, honey);
  g_assert_cmpint (get_counts (self), ==, 2);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(DISTINCT product_id) FROM lot"), ==, 2);
}

static void
test_codes_that_disagree_count_nothing (StationFixture *self, gconstpointer data)
{
  g_autofree char *label = station_fixture_dup_label (self, "09520001000027", "A", 300, 50);

  go_to_goods (self, "PO-2026-0003");
  scan_after (self, 2000, "9520001000034");
  scan_after (self, 300, label);
  g_assert_cmpint (get_counts (self), ==, 0);
}

static void
test_a_command_right_after_a_label_is_not_carried_out (StationFixture *self, gconstpointer data)
{
  g_autofree char *label = station_fixture_dup_label (self, TEA, "A", 510, 50);

  go_to_goods (self, "PO-2026-0001");
  scan_after (self, 2000, label);
  scan_after (self, 299, "XCUNDO");
  station_fixture_expect_word (self, "Too quick");
  g_assert_cmpint (get_counts (self), ==, 1);
  scan_after (self, 300, "XCUNDO");
  g_assert_cmpint (get_counts (self), ==, 2);
}

static void
test_a_foreign_address_is_shown_and_changes_nothing (StationFixture *self, gconstpointer data)
{
  static const char *const addresses[] = {
    "https://evil.example/t/L260529-00000000/0000000000000000",
    "https://vouch.example.evil.com/t/L260529-00000000/0000000000000000",
    "https://vouch.example@evil.com/t/L260529-00000000/0000000000000000",
    "https://xn--vuch-5na.example/t/L260529-00000000/0000000000000000",
    "http://evil.com/?next=https://vouch.example/t/L1",
  };

  station_fixture_scan (self, INSPECTOR);
  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      station_fixture_scan (self, addresses[i]);
      station_fixture_expect (self, VOUCH_STAGE_HOME, VOUCH_FEEDBACK_MISREAD);
      station_fixture_expect_word (self, "Foreign address");
    }
}

static void
test_an_address_of_ours_opens_its_lot (StationFixture *self, gconstpointer data)
{
  g_autoptr (VouchLotFile) file = goods_load (self, goods_tea_released (self));
  g_autofree char *address = g_strdup_printf ("https://VOUCH.example/t/%s", file->lot->number);

  station_fixture_scan (self, INSPECTOR);
  station_fixture_scan (self, "https://vouch.example/t/L000000-00000000");
  station_fixture_expect_word (self, "Unknown code");
  station_fixture_scan (self, address);
  station_fixture_expect_word (self, "Lot opened");
}

static void
test_what_is_no_address_is_never_opened (StationFixture *self, gconstpointer data)
{
  static const char *const texts[] = { "file:///etc/passwd", "javascript:alert(1)", "<script>x</script>", "%s%n%n" };

  go_to_goods (self, "PO-2026-0001");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (VouchDeskState) state = NULL;

      station_fixture_scan (self, texts[i]);
      station_fixture_expect (self, VOUCH_STAGE_GOODS, VOUCH_FEEDBACK_MISREAD);
      state = vouch_session_dup_state (self->session);
      g_assert_nonnull (strstr (state->detail, texts[i]));
    }
}

static void
test_control_characters_never_become_a_scan (void)
{
  static const struct
  {
    const char *text;
    gssize length;
  } texts[] = { { "LOT\0DROP", 8 }, { "AB\r\nCD", 6 }, { "\x1b[31mX", 6 }, { "A\tB", 3 } };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (vouch_scan_new (texts[i].text, texts[i].length, VOUCH_SCAN_SERIAL, 1, &error));
      g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
      g_test_message ("%s", error->message);
    }
}

static void
test_enter_does_not_accept (StationFixture *self, gconstpointer data)
{
  g_autofree char *label = station_fixture_dup_label (self, TEA, "A", 510, 200);

  go_to_goods (self, "PO-2026-0001");
  station_fixture_scan (self, label);
  for (int i = 0; i < 5; i++)
    station_fixture_command (self, VOUCH_COMMAND_PASS, 0);
  station_fixture_expect (self, VOUCH_STAGE_VERDICT, VOUCH_FEEDBACK_OK);
  station_fixture_command (self, VOUCH_COMMAND_ENTER, 0);
  station_fixture_command (self, VOUCH_COMMAND_OK, 0);
  station_fixture_expect (self, VOUCH_STAGE_VERDICT, VOUCH_FEEDBACK_NONE);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM usage_decision"), ==, 0);
}

static void
test_a_deceiving_lot_is_refused (StationFixture *self, gconstpointer data)
{
  gint64 receipt = goods_open (self, "PO-2026-0001");
  static const char *const lots[] = { "A\xe2\x80\xae"
                                      "B",
                                      "A\x01", "A\nB", "\xff" };

  for (guint i = 0; i < G_N_ELEMENTS (lots); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (goods_count (self, receipt, "TEA-G100", lots[i], 500, 1, &error));
      g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
      g_assert_cmpstr (vouch_error_get_field (error), ==, "supplier_lot");
    }
}

static void
test_hostile_text_is_kept_word_for_word (StationFixture *self, gconstpointer data)
{
  gint64 receipt = goods_open (self, "PO-2026-0001");
  static const char *const lots[] = { "'; DROP TABLE lot;--", "<span size='9999999'>", "%s%n", "^XZ^XA",
                                      "=cmd|'/c'!A1" };

  for (guint i = 0; i < G_N_ELEMENTS (lots); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (VouchCounted) counted = goods_count (self, receipt, "TEA-G100", lots[i], 500, 1, &error);
      g_autoptr (VouchLotFile) file = NULL;

      g_assert_no_error (error);
      file = goods_load (self, counted->lot_id);
      g_assert_cmpstr (file->lot->supplier_lot, ==, lots[i]);
    }
}

static void
test_nobody_signed_in_does_nothing (StationFixture *self, gconstpointer data)
{
  station_fixture_scan (self, "PO-2026-0001");
  station_fixture_expect_word (self, "Not signed in");
  station_fixture_command (self, VOUCH_COMMAND_PASS, 0);
  station_fixture_expect (self, VOUCH_STAGE_SIGN_IN, VOUCH_FEEDBACK_MISREAD);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM receipt"), ==, 0);
}

static void
test_every_command_at_every_reachable_stage_is_harmless (StationFixture *self, gconstpointer data)
{
  static const char *const first[] = { NULL, INSPECTOR, "VB1004", "PO-2026-0001", "9520001000010", "PO-UNKNOWN" };

  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    for (int command = VOUCH_COMMAND_NONE; command <= VOUCH_COMMAND_HELP; command++)
      {
        g_autoptr (VouchDeskState) state = NULL;

        station_fixture_scan (self, INSPECTOR);
        if (first[i] != NULL)
          station_fixture_scan (self, first[i]);
        vouch_session_command (self->session, (VouchCommand)command, 5);
        state = vouch_session_dup_state (self->session);
        g_assert_nonnull (state->prompt);
      }
  g_assert_cmpint (get_counts (self), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, StationFixture, NULL, station_fixture_set_up, test, station_fixture_tear_down)
  ADD ("/scans/two-codes-of-one-label-are-one-count", test_two_codes_of_one_label_are_one_count);
  ADD ("/scans/the-same-label-at-once-is-ignored-and-later-is-another-carton",
       test_the_same_label_at_once_is_ignored_and_later_is_another_carton);
  ADD ("/scans/another-product-than-the-open-line-s-is-scanned-twice",
       test_another_product_than_the_open_line_s_is_scanned_twice);
  ADD ("/scans/codes-that-disagree-count-nothing", test_codes_that_disagree_count_nothing);
  ADD ("/scans/a-command-right-after-a-label-is-not-carried-out",
       test_a_command_right_after_a_label_is_not_carried_out);
  ADD ("/scans/a-foreign-address-is-shown-and-changes-nothing", test_a_foreign_address_is_shown_and_changes_nothing);
  ADD ("/scans/an-address-of-ours-opens-its-lot", test_an_address_of_ours_opens_its_lot);
  ADD ("/scans/what-is-no-address-is-never-opened", test_what_is_no_address_is_never_opened);
  g_test_add_func ("/scans/control-characters-never-become-a-scan", test_control_characters_never_become_a_scan);
  ADD ("/scans/enter-does-not-accept", test_enter_does_not_accept);
  ADD ("/scans/a-deceiving-lot-is-refused", test_a_deceiving_lot_is_refused);
  ADD ("/scans/hostile-text-is-kept-word-for-word", test_hostile_text_is_kept_word_for_word);
  ADD ("/scans/nobody-signed-in-does-nothing", test_nobody_signed_in_does_nothing);
  ADD ("/scans/every-command-at-every-reachable-stage-is-harmless",
       test_every_command_at_every_reachable_stage_is_harmless);
  return g_test_run ();
}
