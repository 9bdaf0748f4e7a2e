#include "goods.h"
#include "vouch-error.h"

#define KEY "6f1b1f0e-3d0a-4f4e-9a57-1d5c1c6f0001"

static void
assert_refused (GError *error, VouchErrorCode code, const char *field)
{
  g_assert_error (error, VOUCH_ERROR, (int)code);
  g_test_message ("%s", error->message);
  g_assert_cmpstr (vouch_error_get_field (error), ==, field);
}

static void
test_a_delivery_opens_one_receipt (StationFixture *self, gconstpointer data)
{
  gint64 first = goods_open (self, "PO-2026-0002");

  g_assert_cmpint (goods_open (self, "PO-2026-0002"), ==, first);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM receipt"), ==, 1);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM receipt_line"), ==, 3);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM delivery WHERE state = 'arrived'"), ==, 1);
}

static void
test_an_unknown_delivery_is_not_found (StationFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (goods_run (self, &vouch_receive_open, INSPECTOR, &(VouchOpenRequest){ (char *)"PO-9" }, &error));
  assert_refused (error, VOUCH_ERROR_NOT_FOUND, "number");
}

static void
test_only_an_approved_supplier_delivers (StationFixture *self, gconstpointer data)
{
  VouchNewDeliveryRequest request = { (char *)"PO-X", (char *)"YUNTAI" };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) receipt = NULL;

  g_assert_null (goods_run (self, &vouch_receive_new_delivery, INSPECTOR, &request, &error));
  assert_refused (error, VOUCH_ERROR_DENIED, "supplier");
  g_clear_error (&error);
  request.supplier = (char *)"NOBODY";
  g_assert_null (goods_run (self, &vouch_receive_new_delivery, INSPECTOR, &request, &error));
  assert_refused (error, VOUCH_ERROR_NOT_FOUND, "supplier");
  g_clear_error (&error);
  request.supplier = (char *)"QINGHE";
  receipt = goods_run (self, &vouch_receive_new_delivery, INSPECTOR, &request, &error);
  g_assert_no_error (error);
}

static void
test_an_unannounced_delivery_gets_its_lines_from_the_goods (StationFixture *self, gconstpointer data)
{
  VouchNewDeliveryRequest request = { (char *)"PO-X", (char *)"MINGDE" };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchDone) receipt = goods_run (self, &vouch_receive_new_delivery, INSPECTOR, &request, &error);
  g_autoptr (VouchCounted) first = goods_count (self, receipt->id, "TOWEL-3474", NULL, 0, 5, &error);
  g_autoptr (VouchCounted) second = goods_count (self, receipt->id, "CHG-USBC20", NULL, 0, 7, &error);

  g_assert_no_error (error);
  g_assert_cmpint (first->receipt_line_id, !=, second->receipt_line_id);
  g_assert_cmpint (second->declared, ==, 0);
}

static void
test_several_lots_on_one_line_add_up (StationFixture *self, gconstpointer data)
{
  gint64 receipt = goods_open (self, "PO-2026-0001");
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchCounted) first = goods_count (self, receipt, "TEA-G100", "A", 500, 120, &error);
  g_autoptr (VouchCounted) second = goods_count (self, receipt, "TEA-G100", "B", 510, 30, &error);
  g_autoptr (VouchCounted) third = goods_count (self, receipt, "TEA-G100", "A", 500, 60, &error);

  g_assert_no_error (error);
  g_assert_cmpint (first->lot_id, !=, second->lot_id);
  g_assert_cmpint (first->lot_id, ==, third->lot_id);
  g_assert_cmpint (third->counted, ==, PIECES (210));
  g_assert_cmpint (third->declared, ==, PIECES (200));
  g_assert_cmpint (station_fixture_ask (self, "SELECT max(received) FROM lot"), ==, PIECES (180));
  g_assert_cmpint (station_fixture_ask (self, "SELECT sum(quantity) FROM stock WHERE status = 'pending'"), ==,
                   PIECES (210));
}

static void
test_damaged_goods_are_part_of_the_count (StationFixture *self, gconstpointer data)
{
  VouchCountRequest request = {
    .receipt_id = goods_open (self, "PO-2026-0002"),
    .product_id = goods_find_product (self, "CHG-USBC20"),
    .quantity = PIECES (120),
    .damaged = PIECES (3),
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchCounted) counted = goods_run (self, &vouch_receive_count, INSPECTOR, &request, &error);
  g_autoptr (VouchLotFile) file = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (counted->damaged, ==, PIECES (3));
  goods_plan (self, counted->lot_id);
  file = goods_load (self, counted->lot_id);
  g_assert_cmpint (file->inspection->lot_size, ==, 117);
  g_assert_cmpint (vouch_lot_file_get_set_aside (file), ==, PIECES (3));
  request.damaged = PIECES (121);
  g_assert_null (goods_run (self, &vouch_receive_count, INSPECTOR, &request, &error));
  assert_refused (error, VOUCH_ERROR_INVALID, "damaged");
}

static void
test_a_pack_is_converted_exactly_and_kept_as_entered (StationFixture *self, gconstpointer data)
{
  VouchCountRequest request = {
    .receipt_id = goods_open (self, "PO-2026-0001"),
    .product_id = goods_find_product (self, "TEA-G100"),
    .gtin = (char *)"19520001000017",
    .supplier_lot = (char *)"A",
    .expiry = 20271001,
    .quantity = PIECES (10),
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchCounted) counted = goods_run (self, &vouch_receive_count, INSPECTOR, &request, &error);

  g_assert_no_error (error);
  g_assert_cmpint (counted->counted, ==, PIECES (200));
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM lot_count WHERE entered = 10000000 AND"
                                              " entered_unit = '19520001000017' AND numerator = 20"),
                   ==, 1);
}

static void
test_a_gtin_of_another_product_is_refused (StationFixture *self, gconstpointer data)
{
  VouchCountRequest request = {
    .receipt_id = goods_open (self, "PO-2026-0001"),
    .product_id = goods_find_product (self, "TEA-G100"),
    .gtin = (char *)"09520001000027",
    .supplier_lot = (char *)"A",
    .expiry = 20271001,
    .quantity = PIECES (1),
  };
  g_autoptr (GError) error = NULL;

  g_assert_null (goods_run (self, &vouch_receive_count, INSPECTOR, &request, &error));
  assert_refused (error, VOUCH_ERROR_INVALID, "gtin");
}

static void
test_goods_not_on_the_delivery_are_refused (StationFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (goods_count (self, goods_open (self, "PO-2026-0001"), "WATER-550", "A", 300, 10, &error));
  assert_refused (error, VOUCH_ERROR_INVALID, "product_id");
}

static void
test_a_known_lot_with_another_expiry_is_a_question (StationFixture *self, gconstpointer data)
{
  gint64 receipt = goods_open (self, "PO-2026-0001");
  VouchNewDeliveryRequest request = { (char *)"PO-X", (char *)"QINGHE" };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchCounted) counted = goods_count (self, receipt, "TEA-G100", "A", 500, 100, &error);
  g_autoptr (VouchDone) other = goods_run (self, &vouch_receive_new_delivery, INSPECTOR, &request, &error);

  g_assert_no_error (error);
  g_assert_null (goods_count (self, receipt, "TEA-G100", "A", 501, 100, &error));
  assert_refused (error, VOUCH_ERROR_CONFLICT, "expiry");
  g_clear_error (&error);
  g_assert_null (goods_count (self, other->id, "TEA-G100", "A", 501, 100, &error));
  assert_refused (error, VOUCH_ERROR_CONFLICT, "expiry");
  g_assert_cmpint (station_fixture_ask (self, "SELECT sum(received) FROM lot"), ==, PIECES (100));
}

static void
test_missing_facts_are_refused (StationFixture *self, gconstpointer data)
{
  gint64 receipt = goods_open (self, "PO-2026-0001");
  g_autoptr (GError) error = NULL;

  g_assert_null (goods_count (self, receipt, "TEA-G100", NULL, 500, 1, &error));
  assert_refused (error, VOUCH_ERROR_INVALID, "supplier_lot");
  g_clear_error (&error);
  g_assert_null (goods_count (self, receipt, "TEA-G100", "A", 0, 1, &error));
  assert_refused (error, VOUCH_ERROR_INVALID, "expiry");
}

static void
test_expiry_follows_from_the_production_date (StationFixture *self, gconstpointer data)
{
  VouchCountRequest request = {
    .receipt_id = goods_open (self, "PO-2026-0001"),
    .product_id = goods_find_product (self, "TEA-G100"),
    .produced = 20260501,
    .quantity = PIECES (200),
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchCounted) counted = goods_run (self, &vouch_receive_count, INSPECTOR, &request, &error);

  g_assert_no_error (error);
  g_assert_cmpint (station_fixture_ask (self, "SELECT expiry FROM lot"), ==, vouch_date_add_days (20260501, 540));
  request.expiry = 20260430;
  g_assert_null (goods_run (self, &vouch_receive_count, INSPECTOR, &request, &error));
  assert_refused (error, VOUCH_ERROR_INVALID, "expiry");
}

static void
test_impossible_quantities_are_refused (StationFixture *self, gconstpointer data)
{
  static const gint64 quantities[] = { 0, -1, G_MININT64 };
  VouchCountRequest request = {
    .receipt_id = goods_open (self, "PO-2026-0001"),
    .product_id = goods_find_product (self, "TEA-G100"),
    .supplier_lot = (char *)"A",
    .expiry = 20271001,
  };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (quantities); i++)
    {
      request.quantity = quantities[i];
      g_assert_null (goods_run (self, &vouch_receive_count, INSPECTOR, &request, &error));
      assert_refused (error, VOUCH_ERROR_INVALID, "quantity");
      g_clear_error (&error);
    }
  request.gtin = (char *)"19520001000017";
  request.quantity = G_MAXINT64;
  g_assert_null (goods_run (self, &vouch_receive_count, INSPECTOR, &request, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
  g_clear_error (&error);
  request.gtin = NULL;
  request.quantity = 1;
  request.unit = (char *)"kg";
  g_assert_null (goods_run (self, &vouch_receive_count, INSPECTOR, &request, &error));
  assert_refused (error, VOUCH_ERROR_INVALID, "unit");
}

static void
test_undo_of_a_count_is_a_counter_entry (StationFixture *self, gconstpointer data)
{
  gint64 receipt = goods_open (self, "PO-2026-0001");
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchCounted) first = goods_count (self, receipt, "TEA-G100", "A", 500, 120, &error);
  g_autoptr (VouchCounted) second = goods_count (self, receipt, "TEA-G100", "B", 500, 100, &error);
  VouchLineRequest request = { first->receipt_line_id };
  g_autoptr (VouchCounted) undone = goods_run (self, &vouch_receive_undo_count, INSPECTOR, &request, &error);
  g_autoptr (VouchCounted) again = goods_run (self, &vouch_receive_undo_count, INSPECTOR, &request, &error);

  g_assert_no_error (error);
  g_assert_cmpint (second->counted, ==, PIECES (220));
  g_assert_cmpint (undone->counted, ==, PIECES (120));
  g_assert_cmpint (again->counted, ==, 0);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM lot_count"), ==, 4);
  g_assert_cmpint (station_fixture_ask (self, "SELECT sum(counted) FROM lot_count"), ==, 0);
  g_assert_null (goods_run (self, &vouch_receive_undo_count, INSPECTOR, &request, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
}

static void
test_the_count_of_an_inspected_lot_is_fixed (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_counted (self);
  g_autoptr (VouchLotFile) file = NULL;
  g_autoptr (GError) error = NULL;

  goods_plan (self, lot_id);
  file = goods_load (self, lot_id);
  g_assert_null (goods_count (self, file->receipt->id, "TEA-G100", "QH26A01", 510, 1, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_null (goods_run (self, &vouch_receive_undo_count, INSPECTOR, &(VouchLineRequest){ file->line->id }, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT);
}

static void
test_a_repeated_submit_makes_one_record (StationFixture *self, gconstpointer data)
{
  g_autoptr (VouchActor) actor = station_fixture_dup_actor (self, INSPECTOR);
  VouchCountRequest request = {
    .receipt_id = goods_open (self, "PO-2026-0001"),
    .product_id = goods_find_product (self, "TEA-G100"),
    .supplier_lot = (char *)"A",
    .expiry = 20271001,
    .quantity = PIECES (10),
  };
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 3; i++)
    {
      g_autoptr (VouchCounted) counted =
          vouch_use_case_run (&vouch_receive_count, self->station, actor, KEY, &request, &error);

      g_assert_no_error (error);
      g_assert_cmpint (counted->counted, ==, PIECES (10));
      if (i == 1)
        station_fixture_reopen (self); /* the key outlives the program */
    }
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM lot_count"), ==, 1);
  request.quantity = PIECES (11);
  g_assert_null (vouch_use_case_run (&vouch_receive_count, self->station, actor, KEY, &request, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_CONFLICT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, StationFixture, NULL, station_fixture_set_up, test, station_fixture_tear_down)
  ADD ("/receive/a-delivery-opens-one-receipt", test_a_delivery_opens_one_receipt);
  ADD ("/receive/an-unknown-delivery-is-not-found", test_an_unknown_delivery_is_not_found);
  ADD ("/receive/only-an-approved-supplier-delivers", test_only_an_approved_supplier_delivers);
  ADD ("/receive/an-unannounced-delivery-gets-its-lines-from-the-goods",
       test_an_unannounced_delivery_gets_its_lines_from_the_goods);
  ADD ("/receive/several-lots-on-one-line-add-up", test_several_lots_on_one_line_add_up);
  ADD ("/receive/damaged-goods-are-part-of-the-count", test_damaged_goods_are_part_of_the_count);
  ADD ("/receive/a-pack-is-converted-exactly-and-kept-as-entered",
       test_a_pack_is_converted_exactly_and_kept_as_entered);
  ADD ("/receive/a-gtin-of-another-product-is-refused", test_a_gtin_of_another_product_is_refused);
  ADD ("/receive/goods-not-on-the-delivery-are-refused", test_goods_not_on_the_delivery_are_refused);
  ADD ("/receive/a-known-lot-with-another-expiry-is-a-question", test_a_known_lot_with_another_expiry_is_a_question);
  ADD ("/receive/missing-facts-are-refused", test_missing_facts_are_refused);
  ADD ("/receive/expiry-follows-from-the-production-date", test_expiry_follows_from_the_production_date);
  ADD ("/receive/impossible-quantities-are-refused", test_impossible_quantities_are_refused);
  ADD ("/receive/undo-of-a-count-is-a-counter-entry", test_undo_of_a_count_is_a_counter_entry);
  ADD ("/receive/the-count-of-an-inspected-lot-is-fixed", test_the_count_of_an_inspected_lot_is_fixed);
  ADD ("/receive/a-repeated-submit-makes-one-record", test_a_repeated_submit_makes_one_record);
  return g_test_run ();
}
