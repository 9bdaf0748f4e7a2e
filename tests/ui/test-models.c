/* What the pages' lists and forms are made of, without a database. */
#include "ui-test.h"
#include "vouch-delivery-list.h"
#include "vouch-disposition.h"
#include "vouch-list-item.h"
#include "vouch-review-list.h"

#define ONE G_GINT64_CONSTANT (1000000)

static VouchReviewEntry
make_entry (VouchLot *lot, VouchProduct *product, gint64 id, VouchProductClass class, guint n_tickets)
{
  lot->id = id;
  product->class = class;
  return (VouchReviewEntry){ .lot = lot, .product = product, .n_tickets = n_tickets };
}

static void
test_risk_comes_first (void)
{
  VouchLot lots[4] = { 0 };
  VouchProduct products[4] = { 0 };
  VouchReviewEntry old_general = make_entry (&lots[0], &products[0], 1, VOUCH_PRODUCT_CLASS_GENERAL, 0);
  VouchReviewEntry new_food = make_entry (&lots[1], &products[1], 9, VOUCH_PRODUCT_CLASS_FOOD, 0);
  VouchReviewEntry old_drug = make_entry (&lots[2], &products[2], 2, VOUCH_PRODUCT_CLASS_DRUG, 0);
  VouchReviewEntry complained = make_entry (&lots[3], &products[3], 10, VOUCH_PRODUCT_CLASS_GENERAL, 1);

  g_assert_cmpint (vouch_review_entry_compare (&new_food, &old_general), <, 0);
  g_assert_cmpint (vouch_review_entry_compare (&old_drug, &new_food), <, 0);
  g_assert_cmpint (vouch_review_entry_compare (&complained, &old_drug), <, 0);
  g_assert_cmpint (vouch_review_entry_compare (&old_general, &complained), >, 0);
  g_assert_cmpint (vouch_review_entry_compare (&old_drug, &old_drug), ==, 0);
}

static const char *
get_note (const VouchDelivery *delivery, gint64 now, char **kept)
{
  VouchDeliveryEntry entry = { (VouchDelivery *)delivery, (char *)"Qinghe" };
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  g_autoptr (GListModel) list = NULL;
  g_autoptr (VouchListItem) item = NULL;

  g_ptr_array_add (entries, &entry);
  list = vouch_delivery_list_new (entries, now);
  item = g_list_model_get_item (list, 0);
  g_assert_cmpstr (vouch_list_item_get_text (item, VOUCH_LIST_TITLE), ==, delivery->number);
  g_free (*kept);
  *kept = g_strdup (vouch_list_item_get_text (item, VOUCH_LIST_NOTE));
  return *kept;
}

static void
test_overdue_is_what_was_promised_before_now (void)
{
  VouchDelivery delivery = { .number = (char *)"PO-1", .promised_at = 1000 };
  g_autofree char *kept = NULL;

  g_assert_cmpstr (get_note (&delivery, 1000, &kept), ==, "");
  g_assert_cmpstr (get_note (&delivery, 1001, &kept), ==, "overdue");
  delivery.urgent = TRUE;
  g_assert_cmpstr (get_note (&delivery, 999, &kept), ==, "urgent");
  g_assert_cmpstr (get_note (&delivery, 1001, &kept), ==, "urgent, overdue");
  delivery.promised_at = 0;
  g_assert_cmpstr (get_note (&delivery, 1001, &kept), ==, "urgent");
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
  g_test_add_func ("/review-list/risk-comes-first", test_risk_comes_first);
  g_test_add_func ("/delivery-list/overdue-is-what-was-promised-before-now",
                   test_overdue_is_what_was_promised_before_now);
  g_test_add_func ("/disposition/suggested-quantities-add-up", test_suggested_quantities_add_up);
  g_test_add_func ("/disposition/what-is-missing-is-said", test_what_is_missing_is_said);
  g_test_add_func ("/disposition/effects-name-quantities-and-reports", test_effects_name_quantities_and_reports);
  return g_test_run ();
}
