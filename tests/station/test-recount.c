/* Counting blind, counting again by another person, and what was received before. */
#include "goods.h"
#include "vouch-error.h"
#include "vouch-policy-work.h"

#define TEA_PACK "19520001000017"
#define TEA_TIN "09520001000010"
#define SSCC "095200010000000010"

static void
count_blind (StationFixture *self)
{
  VouchPolicyRequest request = { (char *)"blind-count", (char *)"yes" };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) done = goods_run (self, &vouch_policy_change, "VB1001", &request, &error);

  g_assert_no_error (error);
}

static VouchCounted *
count_as (StationFixture *self, const char *badge, gint64 receipt, gint64 pieces, GError **error)
{
  VouchCountRequest request = {
    .receipt_id = receipt,
    .product_id = goods_find_product (self, "TEA-G100"),
    .supplier_lot = (char *)"QH26A01",
    .expiry = 20271001,
    .quantity = PIECES (pieces),
  };

  return goods_run (self, &vouch_receive_count, badge, &request, error);
}

/* One person's whole count of the line. */
static VouchCounted *
finish_as (StationFixture *self, const char *badge, gint64 receipt, gint64 pieces)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchCounted) counted = count_as (self, badge, receipt, pieces, &error);
  VouchCounted *finished;

  g_assert_no_error (error);
  finished =
      goods_run (self, &vouch_receive_close_line, badge, &(VouchLineRequest){ counted->receipt_line_id }, &error);
  g_assert_no_error (error);
  return finished;
}

static void
test_the_declared_quantity_is_hidden_until_counted (StationFixture *self, gconstpointer data)
{
  g_autoptr (VouchCounted) counted = NULL, finished = NULL;
  g_autoptr (VouchLotFile) file = NULL;
  g_autoptr (GError) error = NULL;

  count_blind (self);
  counted = count_as (self, INSPECTOR, goods_open (self, "PO-2026-0001"), 200, &error);
  g_assert_no_error (error);
  g_assert_null (counted->declared_unit);
  g_assert_cmpint (counted->declared, ==, 0);
  file = goods_load (self, counted->lot_id);
  g_assert_cmpint (file->line->declared, ==, 0);
  finished =
      goods_run (self, &vouch_receive_close_line, INSPECTOR, &(VouchLineRequest){ counted->receipt_line_id }, &error);
  g_assert_cmpint (finished->outcome, ==, VOUCH_COUNT_OUTCOME_STANDS);
  g_assert_cmpint (finished->declared, ==, PIECES (200));
  g_assert_cmpstr (finished->declared_unit, ==, "pc");
}

static void
test_a_variance_is_counted_again_by_another_person (StationFixture *self, gconstpointer data)
{
  g_autoptr (VouchCounted) first = NULL, second = NULL;
  g_autoptr (GError) error = NULL;
  gint64 receipt;

  count_blind (self);
  receipt = goods_open (self, "PO-2026-0001");
  first = finish_as (self, INSPECTOR, receipt, 180);
  g_assert_cmpint (first->outcome, ==, VOUCH_COUNT_OUTCOME_RECOUNT);
  g_assert_false (first->is_closed);
  g_assert_null (first->declared_unit);
  g_assert_cmpint (first->counted, ==, 0); /* whoever counts again does not see what was counted before */
  g_assert_null (count_as (self, INSPECTOR, receipt, 180, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_DENIED);
  second = finish_as (self, OTHER_INSPECTOR, receipt, 180);
  g_assert_cmpint (second->outcome, ==, VOUCH_COUNT_OUTCOME_AGREES);
  g_assert_true (second->is_closed);
  g_assert_cmpint (second->counted, ==, PIECES (180));
  g_assert_cmpint (second->declared, ==, PIECES (200));
  g_assert_cmpint (station_fixture_ask (self, "SELECT sum(received) FROM lot"), ==, PIECES (180));
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(DISTINCT finished_by) FROM count_pass"), ==, 2);
}

static void
test_differing_counts_are_the_qa_lead_s (StationFixture *self, gconstpointer data)
{
  g_autoptr (VouchCounted) first = NULL, second = NULL, settled = NULL;
  VouchSettleRequest request = { 0, 1, (char *)"counted with her" };
  g_autoptr (GError) error = NULL;
  gint64 receipt;

  count_blind (self);
  receipt = goods_open (self, "PO-2026-0001");
  first = finish_as (self, INSPECTOR, receipt, 180);
  second = finish_as (self, OTHER_INSPECTOR, receipt, 190);
  g_assert_cmpint (second->outcome, ==, VOUCH_COUNT_OUTCOME_DIFFERS);
  g_assert_cmpint (station_fixture_ask (self, "SELECT sum(received) FROM lot"), ==, PIECES (180));
  request.receipt_line_id = second->receipt_line_id;
  request.recount = 2;
  g_assert_null (goods_run (self, &vouch_receive_settle, QA_LEAD, &request, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
  g_clear_error (&error);
  request.recount = 1;
  settled = goods_run (self, &vouch_receive_settle, QA_LEAD, &request, &error);
  g_assert_no_error (error);
  g_assert_true (settled->is_closed);
  g_assert_cmpint (settled->counted, ==, PIECES (190));
  g_assert_cmpint (station_fixture_ask (self, "SELECT sum(received) FROM lot"), ==, PIECES (190));
  g_assert_cmpint (station_fixture_ask (self, "SELECT sum(quantity) FROM stock"), ==, PIECES (190));
  g_assert_null (count_as (self, OTHER_INSPECTOR, receipt, 1, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT);
}

static void
test_a_recount_is_undone_without_touching_the_first_count (StationFixture *self, gconstpointer data)
{
  g_autoptr (VouchCounted) first = NULL, again = NULL, undone = NULL;
  g_autoptr (GError) error = NULL;
  gint64 receipt;

  count_blind (self);
  receipt = goods_open (self, "PO-2026-0001");
  first = finish_as (self, INSPECTOR, receipt, 180);
  again = count_as (self, OTHER_INSPECTOR, receipt, 30, &error);
  g_assert_no_error (error);
  undone = goods_run (self, &vouch_receive_undo_count, OTHER_INSPECTOR, &(VouchLineRequest){ first->receipt_line_id },
                      &error);
  g_assert_no_error (error);
  g_assert_cmpint (undone->counted, ==, 0);
  g_assert_cmpint (station_fixture_ask (self, "SELECT sum(received) FROM lot"), ==, PIECES (180));
}

static VouchCounted *
count_unit (StationFixture *self, gint64 receipt, const char *gtin, const char *sscc, const char *serial,
            GError **error)
{
  VouchCountRequest request = {
    .receipt_id = receipt,
    .product_id = goods_find_product (self, "TEA-G100"),
    .gtin = (char *)gtin,
    .supplier_lot = (char *)"QH26A01",
    .expiry = 20271001,
    .quantity = PIECES (1),
    .sscc = (char *)sscc,
    .serial = (char *)serial,
  };

  return goods_run (self, &vouch_receive_count, INSPECTOR, &request, error);
}

static void
test_the_same_pallet_or_piece_comes_once (StationFixture *self, gconstpointer data)
{
  gint64 receipt = goods_open (self, "PO-2026-0001");
  VouchNewDeliveryRequest other = { (char *)"PO-X", (char *)"QINGHE" };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) later = NULL;
  g_autoptr (VouchCounted) pallet = count_unit (self, receipt, TEA_PACK, SSCC, NULL, &error);
  g_autoptr (VouchCounted) piece = count_unit (self, receipt, TEA_TIN, NULL, "S1", &error);
  g_autoptr (VouchCounted) next = count_unit (self, receipt, TEA_TIN, NULL, "S2", &error);

  g_assert_no_error (error);
  later = goods_run (self, &vouch_receive_new_delivery, INSPECTOR, &other, &error);
  g_assert_null (count_unit (self, later->id, TEA_PACK, SSCC, NULL, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "2026-05-29"));
  g_assert_nonnull (strstr (error->message, "PO-2026-0001"));
  g_clear_error (&error);
  g_assert_null (count_unit (self, receipt, TEA_TIN, NULL, "S1", &error));
  g_assert_cmpstr (vouch_error_get_field (error), ==, "serial");
}

static void
test_a_pallet_that_was_taken_back_may_come_again (StationFixture *self, gconstpointer data)
{
  gint64 receipt = goods_open (self, "PO-2026-0001");
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchCounted) pallet = count_unit (self, receipt, TEA_PACK, SSCC, NULL, &error);
  g_autoptr (VouchCounted) undone =
      goods_run (self, &vouch_receive_undo_count, INSPECTOR, &(VouchLineRequest){ pallet->receipt_line_id }, &error);
  g_autoptr (VouchCounted) again = count_unit (self, receipt, TEA_PACK, SSCC, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (again->counted, ==, PIECES (20));
}

static void
test_a_wrong_sscc_is_refused (StationFixture *self, gconstpointer data)
{
  gint64 receipt = goods_open (self, "PO-2026-0001");
  g_autoptr (GError) error = NULL;

  g_assert_null (count_unit (self, receipt, TEA_PACK, "095200010000000018", NULL, &error));
  g_assert_cmpstr (vouch_error_get_field (error), ==, "sscc");
  g_clear_error (&error);
  g_assert_null (count_unit (self, receipt, NULL, NULL, "S1", &error));
  g_assert_cmpstr (vouch_error_get_field (error), ==, "serial");
}

static void
test_a_line_of_which_nothing_came_is_closed_short (StationFixture *self, gconstpointer data)
{
  gint64 receipt = goods_open (self, "PO-2026-0001");
  g_autoptr (GError) error = NULL;
  VouchLineRequest request = { station_fixture_ask (self, "SELECT id FROM receipt_line") };
  g_autoptr (VouchCounted) finished = goods_run (self, &vouch_receive_close_line, INSPECTOR, &request, &error);
  g_autoptr (VouchDone) closed = NULL;

  g_assert_no_error (error);
  g_assert_true (finished->is_closed);
  g_assert_cmpint (finished->counted, ==, 0);
  closed = goods_run (self, &vouch_receive_close, INSPECTOR, &(VouchReceiptRequest){ receipt }, &error);
  g_assert_no_error (error);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM delivery WHERE state = 'closed'"), ==, 1);
}

static void
test_a_delivery_is_closed_when_nothing_waits (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_counted (self);
  VouchReceiptRequest request = { station_fixture_ask (self, "SELECT id FROM receipt") };
  VouchLineRequest line = { station_fixture_ask (self, "SELECT id FROM receipt_line") };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchCounted) finished = NULL;
  g_autoptr (VouchDone) closed = NULL, again = NULL;

  g_assert_null (goods_run (self, &vouch_receive_close, INSPECTOR, &request, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT);
  g_clear_error (&error);
  finished = goods_run (self, &vouch_receive_close_line, INSPECTOR, &line, &error);
  g_assert_null (goods_run (self, &vouch_receive_close, INSPECTOR, &request, &error));
  g_clear_error (&error);
  goods_hold (self, lot_id);
  closed = goods_run (self, &vouch_receive_close, INSPECTOR, &request, &error);
  again = goods_run (self, &vouch_receive_close, INSPECTOR, &request, &error);
  g_assert_no_error (error);
  g_assert_cmpint (again->id, ==, closed->id);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, StationFixture, NULL, station_fixture_set_up, test, station_fixture_tear_down)
  ADD ("/recount/the-declared-quantity-is-hidden-until-counted", test_the_declared_quantity_is_hidden_until_counted);
  ADD ("/recount/a-variance-is-counted-again-by-another-person", test_a_variance_is_counted_again_by_another_person);
  ADD ("/recount/differing-counts-are-the-qa-lead-s", test_differing_counts_are_the_qa_lead_s);
  ADD ("/recount/a-recount-is-undone-without-touching-the-first-count",
       test_a_recount_is_undone_without_touching_the_first_count);
  ADD ("/recount/the-same-pallet-or-piece-comes-once", test_the_same_pallet_or_piece_comes_once);
  ADD ("/recount/a-pallet-that-was-taken-back-may-come-again", test_a_pallet_that_was_taken_back_may_come_again);
  ADD ("/recount/a-wrong-sscc-is-refused", test_a_wrong_sscc_is_refused);
  ADD ("/recount/a-line-of-which-nothing-came-is-closed-short", test_a_line_of_which_nothing_came_is_closed_short);
  ADD ("/recount/a-delivery-is-closed-when-nothing-waits", test_a_delivery_is_closed_when_nothing_waits);
  return g_test_run ();
}
