/* Receiving at the stand: everything that a label, a badge and the command card can do. */
#include "goods.h"
#include "vouch-policy-work.h"

#define TEA "09520001000010"
#define TEA_PACK "19520001000017"
#define SSCC "095200010000000010"

static void
go_to_goods (StationFixture *self, const char *delivery)
{
  station_fixture_scan (self, INSPECTOR);
  station_fixture_scan (self, delivery);
}

static gint64
get_received (StationFixture *self)
{
  return station_fixture_ask (self, "SELECT coalesce (sum(received), 0) FROM lot") / PIECES (1);
}

static void
scan_tea (StationFixture *self, int count)
{
  g_autofree char *label = station_fixture_dup_label (self, TEA, "QH26A01", 510, count);

  station_fixture_scan (self, label);
}

static void
test_a_blind_count_is_made_again_by_another_badge (StationFixture *self, gconstpointer data)
{
  g_autoptr (VouchDeskState) state = NULL;
  const VouchDeskLine *line;

  goods_set_policy (self, "blind-count", "yes");
  go_to_goods (self, "PO-2026-0001");
  scan_tea (self, 180);
  state = vouch_session_dup_state (self->session);
  line = g_ptr_array_index (state->lines, 0);
  g_assert_null (line->declared);
  g_assert_null (line->variance);
  g_assert_cmpstr (line->counted, ==, "180 pc");
  g_assert_null (strstr (state->detail, "200"));
  station_fixture_command (self, VOUCH_COMMAND_NEXT, 0);
  station_fixture_expect_word (self, "Count again");
  scan_tea (self, 180);
  station_fixture_expect_word (self, "Not allowed");
  station_fixture_scan (self, OTHER_INSPECTOR);
  station_fixture_expect (self, VOUCH_STAGE_GOODS, VOUCH_FEEDBACK_OK);
  scan_tea (self, 180);
  station_fixture_command (self, VOUCH_COMMAND_NEXT, 0);
  station_fixture_expect_word (self, "Both counts agree");
  station_fixture_expect (self, VOUCH_STAGE_CHECK, VOUCH_FEEDBACK_OK);
  g_assert_cmpint (get_received (self), ==, 180);
}

static void
test_a_blind_count_of_what_was_declared_stands (StationFixture *self, gconstpointer data)
{
  goods_set_policy (self, "blind-count", "yes");
  go_to_goods (self, "PO-2026-0001");
  scan_tea (self, 200);
  station_fixture_expect (self, VOUCH_STAGE_GOODS, VOUCH_FEEDBACK_OK);
  station_fixture_command (self, VOUCH_COMMAND_NEXT, 0);
  station_fixture_expect (self, VOUCH_STAGE_CHECK, VOUCH_FEEDBACK_OK);
}

/* The program stops after the count is saved and before anybody sees it. */
static void
test_a_count_that_nobody_saw_is_not_counted_twice (StationFixture *self, gconstpointer data)
{
  go_to_goods (self, "PO-2026-0001");
  scan_tea (self, 50);
  station_fixture_reopen (self);
  go_to_goods (self, "PO-2026-0001");
  scan_tea (self, 50);
  station_fixture_expect_word (self, "Counted before");
  g_assert_cmpint (get_received (self), ==, 50);
  scan_tea (self, 50);
  g_assert_cmpint (get_received (self), ==, 100);
  station_fixture_reopen (self);
  go_to_goods (self, "PO-2026-0001");
  scan_tea (self, 20);
  g_assert_cmpint (get_received (self), ==, 120);
}

static void
test_a_count_that_was_seen_is_over (StationFixture *self, gconstpointer data)
{
  go_to_goods (self, "PO-2026-0001");
  scan_tea (self, 50);
  station_fixture_command (self, VOUCH_COMMAND_SAVE, 0);
  station_fixture_reopen (self);
  go_to_goods (self, "PO-2026-0001");
  scan_tea (self, 50);
  g_assert_cmpint (get_received (self), ==, 100);
}

static void
test_in_count_mode_each_scan_counts_one (StationFixture *self, gconstpointer data)
{
  go_to_goods (self, "PO-2026-0001");
  station_fixture_command (self, VOUCH_COMMAND_COUNT, 0);
  station_fixture_scan (self, TEA);
  station_fixture_expect (self, VOUCH_STAGE_ASK_LOT, VOUCH_FEEDBACK_QUESTION);
  vouch_session_type (self->session, "QH26A01");
  vouch_session_type (self->session, "271001");
  for (int i = 0; i < 4; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (VouchScan) scan = NULL;

      vouch_clock_advance (self->clock, 400 * 1000);
      scan = vouch_scan_new (TEA, -1, VOUCH_SCAN_WEDGE, vouch_clock_now (self->clock), &error);
      vouch_session_scan (self->session, scan);
    }
  g_assert_cmpint (get_received (self), ==, 5);
  station_fixture_command (self, VOUCH_COMMAND_COUNT, 0);
  station_fixture_expect_word (self, "Count mode off");
}

static void
test_a_pallet_comes_once_in_count_mode_too (StationFixture *self, gconstpointer data)
{
  const char *label = "]C100" SSCC "02" TEA_PACK "17271001"
                      "37"
                      "01"
                      "\x1d"
                      "10QH26A01";

  go_to_goods (self, "PO-2026-0001");
  station_fixture_command (self, VOUCH_COMMAND_COUNT, 0);
  station_fixture_scan (self, label);
  g_assert_cmpint (get_received (self), ==, 20);
  vouch_clock_advance (self->clock, 600 * G_USEC_PER_SEC);
  station_fixture_scan (self, label);
  station_fixture_expect (self, VOUCH_STAGE_GOODS, VOUCH_FEEDBACK_MISREAD);
  g_assert_cmpint (get_received (self), ==, 20);
}

static void
test_without_a_lot_number_the_production_date_is_asked (StationFixture *self, gconstpointer data)
{
  go_to_goods (self, "PO-2026-0001");
  station_fixture_scan (self, TEA);
  station_fixture_expect (self, VOUCH_STAGE_ASK_LOT, VOUCH_FEEDBACK_QUESTION);
  station_fixture_command (self, VOUCH_COMMAND_NOT_APPLICABLE, 0);
  station_fixture_expect (self, VOUCH_STAGE_ASK_PRODUCED, VOUCH_FEEDBACK_QUESTION);
  vouch_session_type (self->session, "260401");
  station_fixture_expect (self, VOUCH_STAGE_ASK_QUANTITY, VOUCH_FEEDBACK_QUESTION);
  vouch_session_type (self->session, "200");
  station_fixture_expect (self, VOUCH_STAGE_CHECK, VOUCH_FEEDBACK_OK);
  g_assert_cmpint (station_fixture_ask (self, "SELECT produced FROM lot"), ==, 20260401);
}

static void
test_an_unreadable_label_is_found_by_name_or_keypad (StationFixture *self, gconstpointer data)
{
  g_autoptr (VouchDeskState) state = NULL;

  go_to_goods (self, "PO-2026-0003");
  vouch_session_type (self->session, "hon");
  station_fixture_expect (self, VOUCH_STAGE_ASK_LOT, VOUCH_FEEDBACK_QUESTION);
  station_fixture_command (self, VOUCH_COMMAND_BACK, 0);
  vouch_session_type (self->session, "e");
  state = vouch_session_dup_state (self->session);
  g_assert_cmpint (state->stage, ==, VOUCH_STAGE_CHOOSE_PRODUCT);
  g_assert_cmpuint (state->choices->len, >, 1);
  station_fixture_command (self, VOUCH_COMMAND_DIGIT, 1);
  station_fixture_expect (self, VOUCH_STAGE_ASK_LOT, VOUCH_FEEDBACK_QUESTION);
  station_fixture_command (self, VOUCH_COMMAND_BACK, 0);
  for (const char *digit = "9520001000034"; *digit != '\0'; digit++)
    station_fixture_command (self, VOUCH_COMMAND_DIGIT, *digit - '0');
  station_fixture_command (self, VOUCH_COMMAND_ENTER, 0);
  station_fixture_expect (self, VOUCH_STAGE_ASK_LOT, VOUCH_FEEDBACK_QUESTION);
}

static void
test_unknown_goods_are_set_apart_with_a_label (StationFixture *self, gconstpointer data)
{
  g_autoptr (VouchDeskState) state = NULL;

  goods_set_policy (self, "host", "q.example.cn");
  go_to_goods (self, "PO-2026-0001");
  station_fixture_scan (self, "9520001999994");
  station_fixture_expect (self, VOUCH_STAGE_UNKNOWN_GOODS, VOUCH_FEEDBACK_QUESTION);
  station_fixture_command (self, VOUCH_COMMAND_OK, 0);
  station_fixture_expect (self, VOUCH_STAGE_GOODS, VOUCH_FEEDBACK_HELD);
  state = vouch_session_dup_state (self->session);
  g_assert_true (g_file_test (state->printed, G_FILE_TEST_EXISTS));
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM parked_goods WHERE code = '09520001999994'"), ==,
                   1);
  station_fixture_command (self, VOUCH_COMMAND_HOLD, 0);
  station_fixture_expect (self, VOUCH_STAGE_UNKNOWN_GOODS, VOUCH_FEEDBACK_QUESTION);
  station_fixture_command (self, VOUCH_COMMAND_NO, 0);
  station_fixture_expect (self, VOUCH_STAGE_GOODS, VOUCH_FEEDBACK_NONE);
}

static void
test_arrival_is_noted_before_the_goods (StationFixture *self, gconstpointer data)
{
  goods_set_policy (self, "arrival-checks", "temperature,vehicle,papers");
  go_to_goods (self, "PO-2026-0001");
  station_fixture_expect (self, VOUCH_STAGE_ARRIVAL, VOUCH_FEEDBACK_QUESTION);
  station_fixture_scan (self, "ZA12345");
  station_fixture_command (self, VOUCH_COMMAND_PASS, 0);
  station_fixture_expect_word (self, "No number");
  vouch_session_type (self->session, "-18");
  station_fixture_command (self, VOUCH_COMMAND_FAIL, 0);
  station_fixture_command (self, VOUCH_COMMAND_NOT_APPLICABLE, 0);
  station_fixture_expect (self, VOUCH_STAGE_GOODS, VOUCH_FEEDBACK_OK);
  g_assert_cmpint (station_fixture_ask (self, "SELECT value FROM arrival_check WHERE item = 'temperature' AND"
                                              " result = 'fail'"),
                   ==, PIECES (-18));
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM arrival_check WHERE text = 'ZA12345'"), ==, 1);
}

static void
test_a_delivery_of_which_nothing_came_is_closed (StationFixture *self, gconstpointer data)
{
  g_autoptr (VouchDeskState) state = NULL;

  go_to_goods (self, "PO-2026-0001");
  station_fixture_command (self, VOUCH_COMMAND_NEXT, 0);
  station_fixture_expect (self, VOUCH_STAGE_CONFIRM_COUNT, VOUCH_FEEDBACK_QUESTION);
  station_fixture_command (self, VOUCH_COMMAND_NO, 0);
  station_fixture_expect (self, VOUCH_STAGE_GOODS, VOUCH_FEEDBACK_NONE);
  station_fixture_command (self, VOUCH_COMMAND_NEXT, 0);
  station_fixture_command (self, VOUCH_COMMAND_OK, 0);
  station_fixture_expect (self, VOUCH_STAGE_DELIVERY_DONE, VOUCH_FEEDBACK_OK);
  station_fixture_command (self, VOUCH_COMMAND_PRINT, 0);
  state = vouch_session_dup_state (self->session);
  g_assert_true (g_file_test (state->printed, G_FILE_TEST_EXISTS));
  station_fixture_command (self, VOUCH_COMMAND_OK, 0);
  station_fixture_expect (self, VOUCH_STAGE_HOME, VOUCH_FEEDBACK_OK);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM receipt WHERE state = 'closed'"), ==, 1);
}

/* Whoever prints the file that is offered would put another lot's label on these goods. */
static void
test_a_printed_label_goes_with_its_lot (StationFixture *self, gconstpointer data)
{
  g_autofree char *label = station_fixture_dup_label (self, TEA, "QH26A01", 510, 200);
  g_autofree char *other = station_fixture_dup_label (self, TEA, "QH26A02", 510, 20);
  g_autoptr (VouchDeskState) held = NULL, left = NULL, next = NULL;

  goods_set_policy (self, "host", "q.example.cn");
  go_to_goods (self, "PO-2026-0001");
  station_fixture_scan (self, label);
  station_fixture_command (self, VOUCH_COMMAND_HOLD, 0);
  station_fixture_expect (self, VOUCH_STAGE_LABELS, VOUCH_FEEDBACK_HELD);
  held = vouch_session_dup_state (self->session);
  g_assert_true (g_file_test (held->printed, G_FILE_TEST_EXISTS));
  station_fixture_command (self, VOUCH_COMMAND_NEXT, 0);
  left = vouch_session_dup_state (self->session);
  g_assert_null (left->printed);
  station_fixture_scan (self, other);
  next = vouch_session_dup_state (self->session);
  g_assert_null (next->printed);
}

static void
test_goods_that_are_too_old_say_so_at_once (StationFixture *self, gconstpointer data)
{
  g_autofree char *label = station_fixture_dup_label (self, TEA, "QH26A01", -1, 10);

  go_to_goods (self, "PO-2026-0001");
  station_fixture_scan (self, label);
  station_fixture_expect_word (self, "Shelf life");
}

/* A camera that sees a test picture. */
static void
put_up_camera (StationFixture *self)
{
  VouchSessionSettings settings = VOUCH_SESSION_SETTINGS_DEFAULT;

  settings.camera = "videotestsrc is-live=true pattern=white";
  vouch_session_set_settings (self->session, &settings);
}

static void
test_the_camera_takes_photos_of_what_is_counted (StationFixture *self, gconstpointer data)
{
  g_autoptr (VouchDeskState) before = NULL, after = NULL;

  put_up_camera (self);
  go_to_goods (self, "PO-2026-0001");
  before = vouch_session_dup_state (self->session);
  g_assert_false (vouch_desk_state_offers (before, VOUCH_COMMAND_PHOTO));
  station_fixture_command (self, VOUCH_COMMAND_PHOTO, 0);
  station_fixture_expect_word (self, "Not yet");
  scan_tea (self, 20);
  after = vouch_session_dup_state (self->session);
  g_assert_true (vouch_desk_state_offers (after, VOUCH_COMMAND_PHOTO));
  station_fixture_command (self, VOUCH_COMMAND_PHOTO, 0);
  station_fixture_expect (self, VOUCH_STAGE_GOODS, VOUCH_FEEDBACK_OK);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM attachment WHERE subject = 'receipt_line' AND "
                                              "subject_id = (SELECT receipt_line_id FROM lot)"),
                   ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, StationFixture, NULL, station_fixture_set_up, test, station_fixture_tear_down)
  ADD ("/dock/a-blind-count-is-made-again-by-another-badge", test_a_blind_count_is_made_again_by_another_badge);
  ADD ("/dock/a-blind-count-of-what-was-declared-stands", test_a_blind_count_of_what_was_declared_stands);
  ADD ("/dock/a-count-that-nobody-saw-is-not-counted-twice", test_a_count_that_nobody_saw_is_not_counted_twice);
  ADD ("/dock/a-count-that-was-seen-is-over", test_a_count_that_was_seen_is_over);
  ADD ("/dock/in-count-mode-each-scan-counts-one", test_in_count_mode_each_scan_counts_one);
  ADD ("/dock/a-pallet-comes-once-in-count-mode-too", test_a_pallet_comes_once_in_count_mode_too);
  ADD ("/dock/without-a-lot-number-the-production-date-is-asked",
       test_without_a_lot_number_the_production_date_is_asked);
  ADD ("/dock/an-unreadable-label-is-found-by-name-or-keypad", test_an_unreadable_label_is_found_by_name_or_keypad);
  ADD ("/dock/unknown-goods-are-set-apart-with-a-label", test_unknown_goods_are_set_apart_with_a_label);
  ADD ("/dock/arrival-is-noted-before-the-goods", test_arrival_is_noted_before_the_goods);
  ADD ("/dock/a-delivery-of-which-nothing-came-is-closed", test_a_delivery_of_which_nothing_came_is_closed);
  ADD ("/dock/a-printed-label-goes-with-its-lot", test_a_printed_label_goes_with_its_lot);
  ADD ("/dock/goods-that-are-too-old-say-so-at-once", test_goods_that_are_too_old_say_so_at_once);
  ADD ("/dock/the-camera-takes-photos-of-what-is-counted", test_the_camera_takes_photos_of_what_is_counted);
  return g_test_run ();
}
