/* Codes of something else than the open work: asked about, and the same code again leaves the work for it. */
#include "goods.h"

#define TEA "09520001000010"
#define OTHER_GOODS "9520001000034"
#define WAYBILL "SF1350012345678"

static VouchDeskState *
look (StationFixture *self)
{
  return vouch_session_dup_state (self->session);
}

static void
scan_tea (StationFixture *self)
{
  g_autofree char *label = station_fixture_dup_label (self, TEA, "QH26A01", 510, 200);

  station_fixture_scan (self, label);
}

/* 200 tins of tea are counted, and their first unit is waited for. */
static void
go_to_check (StationFixture *self)
{
  station_fixture_scan (self, INSPECTOR);
  station_fixture_scan (self, "PO-2026-0001");
  scan_tea (self);
  station_fixture_expect (self, VOUCH_STAGE_CHECK, VOUCH_FEEDBACK_OK);
}

/* The lot of another delivery, which the inspection under way has nothing to do with. */
static char *
make_other_lot (StationFixture *self, gint64 *lot_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchCounted) counted =
      goods_count (self, goods_open (self, "PO-2026-0003"), "WATER-550", "W1", 300, PIECES (480), &error);
  g_autoptr (VouchLotFile) file = NULL;

  g_assert_no_error (error);
  *lot_id = counted->lot_id;
  file = goods_load (self, counted->lot_id);
  return g_strdup (file->lot->number);
}

static void
expect_asked (StationFixture *self, VouchStage stage, const char *word)
{
  g_autoptr (VouchDeskState) state = look (self);

  g_assert_cmpstr (state->word, ==, word);
  g_assert_cmpint (state->stage, ==, stage);
  g_assert_cmpint (state->feedback, ==, VOUCH_FEEDBACK_QUESTION);
  g_assert_true (state->is_asked);
  g_assert_true (vouch_desk_state_offers (state, VOUCH_COMMAND_OK));
  g_assert_true (vouch_desk_state_offers (state, VOUCH_COMMAND_NO));
}

static VouchStage
look_stage (StationFixture *self)
{
  g_autoptr (VouchDeskState) state = look (self);

  return state->stage;
}

static void
expect_lot (StationFixture *self, gint64 lot_id)
{
  g_autoptr (VouchDeskState) state = look (self);

  g_assert_cmpint (state->lot_id, ==, lot_id);
}

static void
test_another_lot_is_opened_by_its_second_scan (StationFixture *self, gconstpointer data)
{
  gint64 other;
  g_autofree char *number = make_other_lot (self, &other);

  go_to_check (self);
  station_fixture_scan (self, number);
  expect_asked (self, VOUCH_STAGE_CHECK, "Own code");
  station_fixture_scan (self, number);
  expect_lot (self, other);
}

static void
test_no_stays_with_the_work (StationFixture *self, gconstpointer data)
{
  gint64 other;
  g_autofree char *number = make_other_lot (self, &other);
  gint64 tea;

  go_to_check (self);
  tea = station_fixture_ask (self, "SELECT max(lot_id) FROM inspection");
  expect_lot (self, tea);
  station_fixture_scan (self, number);
  station_fixture_command (self, VOUCH_COMMAND_NO, 0);
  station_fixture_expect (self, VOUCH_STAGE_CHECK, VOUCH_FEEDBACK_NONE);
  expect_lot (self, tea);
  station_fixture_command (self, VOUCH_COMMAND_PASS, 0);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM reading"), >, 0);
}

static void
test_an_answer_that_comes_late_leaves_nothing (StationFixture *self, gconstpointer data)
{
  gint64 other;
  g_autofree char *number = make_other_lot (self, &other);

  go_to_check (self);
  station_fixture_scan (self, number);
  vouch_clock_advance (self->clock, 60 * G_USEC_PER_SEC);
  station_fixture_command (self, VOUCH_COMMAND_OK, 0);
  station_fixture_expect (self, VOUCH_STAGE_CHECK, VOUCH_FEEDBACK_MISREAD);
  station_fixture_expect_word (self, "Too late");
  station_fixture_scan (self, number);
  vouch_clock_advance (self->clock, 60 * G_USEC_PER_SEC);
  station_fixture_scan (self, number);
  expect_asked (self, VOUCH_STAGE_CHECK, "Own code");
}

static void
test_another_delivery_is_opened_by_its_second_scan (StationFixture *self, gconstpointer data)
{
  g_autoptr (VouchDeskState) state = NULL;

  go_to_check (self);
  station_fixture_scan (self, "PO-2026-0001");
  station_fixture_expect (self, VOUCH_STAGE_CHECK, VOUCH_FEEDBACK_TICK);
  station_fixture_scan (self, "PO-2026-0002");
  expect_asked (self, VOUCH_STAGE_CHECK, "Another delivery");
  station_fixture_command (self, VOUCH_COMMAND_OK, 0);
  state = look (self);
  g_assert_cmpstr (state->delivery, ==, "PO-2026-0002");
  g_assert_cmpint (state->stage, ==, VOUCH_STAGE_GOODS);
}

/* A unit of the sample, scanned by habit, is not a question. */
static void
test_goods_under_inspection_are_no_news (StationFixture *self, gconstpointer data)
{
  go_to_check (self);
  station_fixture_scan (self, TEA);
  station_fixture_expect (self, VOUCH_STAGE_CHECK, VOUCH_FEEDBACK_TICK);
  scan_tea (self);
  station_fixture_expect (self, VOUCH_STAGE_CHECK, VOUCH_FEEDBACK_TICK);
}

static void
test_other_goods_leave_the_inspection (StationFixture *self, gconstpointer data)
{
  go_to_check (self);
  station_fixture_scan (self, OTHER_GOODS);
  expect_asked (self, VOUCH_STAGE_CHECK, "Other goods");
  station_fixture_scan (self, OTHER_GOODS);
  station_fixture_expect (self, VOUCH_STAGE_GOODS, VOUCH_FEEDBACK_MISREAD);
  station_fixture_expect_word (self, "Not on this delivery");
}

static void
test_a_new_waybill_begins_a_delivery (StationFixture *self, gconstpointer data)
{
  go_to_check (self);
  station_fixture_scan (self, WAYBILL);
  expect_asked (self, VOUCH_STAGE_CHECK, "New waybill");
  station_fixture_scan (self, WAYBILL);
  station_fixture_expect (self, VOUCH_STAGE_NEW_DELIVERY, VOUCH_FEEDBACK_QUESTION);
}

/* A signature is waited for, and nothing else. */
static void
test_a_signature_is_not_left_by_a_scan (StationFixture *self, gconstpointer data)
{
  gint64 other;
  g_autofree char *number = make_other_lot (self, &other);

  go_to_check (self);
  station_fixture_command (self, VOUCH_COMMAND_FAIL, 0);
  station_fixture_command (self, VOUCH_COMMAND_DIGIT, 1);
  while (look_stage (self) == VOUCH_STAGE_CHECK)
    station_fixture_command (self, VOUCH_COMMAND_PASS, 0);
  station_fixture_command (self, VOUCH_COMMAND_REJECT, 0);
  station_fixture_expect (self, VOUCH_STAGE_SIGN, VOUCH_FEEDBACK_QUESTION);
  station_fixture_scan (self, number);
  station_fixture_expect (self, VOUCH_STAGE_SIGN, VOUCH_FEEDBACK_MISREAD);
  station_fixture_scan (self, "PO-2026-0002");
  station_fixture_expect (self, VOUCH_STAGE_SIGN, VOUCH_FEEDBACK_MISREAD);
  station_fixture_scan (self, OTHER_GOODS);
  station_fixture_expect (self, VOUCH_STAGE_SIGN, VOUCH_FEEDBACK_MISREAD);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, StationFixture, NULL, station_fixture_set_up, test, station_fixture_tear_down)
  ADD ("/leaving/another-lot-is-opened-by-its-second-scan", test_another_lot_is_opened_by_its_second_scan);
  ADD ("/leaving/no-stays-with-the-work", test_no_stays_with_the_work);
  ADD ("/leaving/an-answer-that-comes-late-leaves-nothing", test_an_answer_that_comes_late_leaves_nothing);
  ADD ("/leaving/another-delivery-is-opened-by-its-second-scan", test_another_delivery_is_opened_by_its_second_scan);
  ADD ("/leaving/goods-under-inspection-are-no-news", test_goods_under_inspection_are_no_news);
  ADD ("/leaving/other-goods-leave-the-inspection", test_other_goods_leave_the_inspection);
  ADD ("/leaving/a-new-waybill-begins-a-delivery", test_a_new_waybill_begins_a_delivery);
  ADD ("/leaving/a-signature-is-not-left-by-a-scan", test_a_signature_is_not_left_by_a_scan);
#undef ADD
  return g_test_run ();
}
