/* What the pages' lists and forms are made of, without a database. */
#include "ui-test.h"
#include "vouch-delivery-list.h"
#include "vouch-disposition.h"
#include "vouch-list-item.h"
#include "vouch-lot-list.h"

#define ONE G_GINT64_CONSTANT (1000000)

static const char *
get_note (VouchListItem *item, const VouchDeliveryEntry *delivery, gint64 now)
{
  vouch_delivery_list_fill (item, delivery, now);
  g_assert_cmpstr (vouch_list_item_get_text (item, VOUCH_LIST_TITLE), ==, delivery->number);
  return vouch_list_item_get_text (item, VOUCH_LIST_NOTE);
}

static void
test_overdue_is_what_was_promised_before_now (void)
{
  VouchDeliveryEntry delivery = { .number = (char *)"PO-1", .promised_at = 1000 };
  g_autoptr (VouchListItem) item = vouch_list_item_new (1);

  g_assert_cmpstr (get_note (item, &delivery, 1000), ==, "");
  g_assert_cmpstr (get_note (item, &delivery, 1001), ==, "overdue");
  delivery.urgent = TRUE;
  g_assert_cmpstr (get_note (item, &delivery, 999), ==, "urgent");
  g_assert_cmpstr (get_note (item, &delivery, 1001), ==, "urgent, overdue");
  delivery.promised_at = 0;
  g_assert_cmpstr (get_note (item, &delivery, 1001), ==, "urgent");
}

static void
test_lot_says_all_that_it_is_found_by (void)
{
  VouchLotEntry lot = { .number = (char *)"L-5",
                        .supplier_lot = (char *)"QH26A01",
                        .status = VOUCH_LOT_STATUS_REJECTED,
                        .product_en = (char *)"Tea",
                        .supplier_en = (char *)"Qinghe",
                        .complaints = 2 };
  g_autoptr (VouchListItem) item = vouch_list_item_new (5);
  int shape;

  vouch_lot_list_fill_found (item, &lot, 0);
  g_assert_cmpstr (vouch_list_item_get_text (item, VOUCH_LIST_TITLE), ==, "Tea");
  g_assert_cmpstr (vouch_list_item_get_text (item, VOUCH_LIST_SUBTITLE), ==, "L-5 · QH26A01\nRejected · Qinghe");
  g_assert_cmpstr (vouch_list_item_get_text (item, VOUCH_LIST_NOTE), ==, "2 complaints");
  g_object_get (item, "shape", &shape, NULL);
  g_assert_cmpint (shape, ==, VOUCH_MARK_FAIL);
}

/* A lot of 200 with nothing found yet. */
static void
make_file (VouchLotFile *file, VouchLot *lot, VouchReceiptLine *line)
{
  *lot = (VouchLot){ .id = 5, .number = (char *)"L-5", .received = 200 * ONE, .held = 200 * ONE, .unit = (char *)"pc" };
  *file = (VouchLotFile){ .lot = lot, .line = line };
  file->ncrs = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_ncr_free);
}

static void
test_nothing_of_a_recalled_lot_can_be_accepted (void)
{
  VouchLotFile file;
  VouchLot lot;
  VouchReceiptLine line = { .damaged = 0 };
  gsize n;

  make_file (&file, &lot, &line);
  lot.status = VOUCH_LOT_STATUS_RECALLED;
  for (gsize i = 0; i < (vouch_disposition_get_kinds (&file, &n), n); i++)
    {
      VouchDisposeRequest request = { 0 };

      vouch_disposition_suggest (&file, vouch_disposition_get_kinds (&file, &n)[i], &request);
      g_assert_cmpint (request.accepted, ==, 0);
    }
  g_assert_cmpuint (n, ==, 2);
  g_ptr_array_unref (file.ncrs);
}

static void
test_suggested_quantities_add_up (void)
{
  VouchLotFile file;
  VouchLot lot;
  VouchReceiptLine line = { .damaged = 0 };
  gsize n;
  const VouchDecisionKind *kinds;

  make_file (&file, &lot, &line);
  kinds = vouch_disposition_get_kinds (&file, &n);
  for (gsize i = 0; i < n; i++)
    {
      VouchDisposeRequest request = { 0 };
      gint64 missing;

      vouch_disposition_suggest (&file, kinds[i], &request);
      g_assert_cmpint (request.kind, ==, kinds[i]);
      g_assert_true (vouch_disposition_adds_up (&file, &request, &missing));
      g_assert_cmpint (missing, ==, 0);
      if (kinds[i] == VOUCH_DECISION_KIND_SCRAP || kinds[i] == VOUCH_DECISION_KIND_RETURN)
        g_assert_cmpint (request.accepted, ==, 0);
    }
  g_ptr_array_unref (file.ncrs);
}

static void
test_what_is_missing_is_said (void)
{
  VouchLotFile file;
  VouchLot lot;
  VouchReceiptLine line = { .damaged = 0 };
  VouchDisposeRequest request = { .accepted = 150 * ONE, .held = 40 * ONE };
  gint64 missing;

  make_file (&file, &lot, &line);
  g_assert_false (vouch_disposition_adds_up (&file, &request, &missing));
  g_assert_cmpint (missing, ==, 10 * ONE);
  request.used = 11 * ONE;
  g_assert_false (vouch_disposition_adds_up (&file, &request, &missing));
  g_assert_cmpint (missing, ==, -ONE);
  /* The largest numbers that can be typed do not wrap around into a sum that fits. */
  request = (VouchDisposeRequest){ .accepted = G_MAXINT64, .rejected = G_MAXINT64, .held = 202 * ONE };
  g_assert_false (vouch_disposition_adds_up (&file, &request, &missing));
  g_assert_cmpint (missing, ==, G_MININT64);
  g_ptr_array_unref (file.ncrs);
}

static void
test_effects_name_quantities_and_reports (void)
{
  VouchLotFile file;
  VouchLot lot;
  VouchReceiptLine line = { .damaged = 0 };
  VouchNcr *ncr = vouch_ncr_new ();
  VouchDisposeRequest request = { .kind = VOUCH_DECISION_KIND_CONCESSION, .accepted = 190 * ONE, .rejected = 10 * ONE };
  g_autofree char *effects = NULL;

  make_file (&file, &lot, &line);
  ncr->number = g_strdup ("N-1");
  g_ptr_array_add (file.ncrs, ncr);
  effects = vouch_disposition_dup_effects (&file, &request);
  g_assert_nonnull (strstr (effects, "190 pc"));
  g_assert_nonnull (strstr (effects, "by concession"));
  g_assert_nonnull (strstr (effects, "10 pc"));
  g_assert_nonnull (strstr (effects, "N-1"));
  g_assert_null (strstr (effects, "quarantine"));
  g_ptr_array_unref (file.ncrs);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/disposition/nothing-of-a-recalled-lot-can-be-accepted",
                   test_nothing_of_a_recalled_lot_can_be_accepted);
  g_test_add_func ("/delivery-list/overdue-is-what-was-promised-before-now",
                   test_overdue_is_what_was_promised_before_now);
  g_test_add_func ("/lot-list/lot-says-all-that-it-is-found-by", test_lot_says_all_that_it_is_found_by);
  g_test_add_func ("/disposition/suggested-quantities-add-up", test_suggested_quantities_add_up);
  g_test_add_func ("/disposition/what-is-missing-is-said", test_what_is_missing_is_said);
  g_test_add_func ("/disposition/effects-name-quantities-and-reports", test_effects_name_quantities_and_reports);
  return g_test_run ();
}
