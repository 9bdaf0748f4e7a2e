/* What a scan or a number outside a task brings up, and what lies beside a lot. */
#include "goods.h"
#include "vouch-arrival-work.h"
#include "vouch-lot-comparison.h"
#include "vouch-lot-entry.h"
#include "vouch-park-work.h"

#define TEA "09520001000010"
#define SSCC "195200010000000017"
#define OTHER_SSCC "195200010000000024"

/* Tea of a pallet, counted at the stand; the inspector is at home again. */
static void
receive_pallet (StationFixture *self)
{
  g_autofree char *label = station_fixture_dup_label (self, TEA, "QH26A01", 510, 50);
  g_autofree char *pallet = g_strconcat ("]C100", SSCC, NULL);

  station_fixture_scan (self, INSPECTOR);
  station_fixture_scan (self, "PO-2026-0001");
  station_fixture_scan (self, "]C10109520001000010");
  station_fixture_expect (self, VOUCH_STAGE_ASK_LOT, VOUCH_FEEDBACK_QUESTION);
  station_fixture_scan (self, pallet);
  station_fixture_scan (self, label);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM lot_count WHERE sscc = '" SSCC "'"), ==, 1);
  station_fixture_command (self, VOUCH_COMMAND_SAVE, 0);
  station_fixture_expect (self, VOUCH_STAGE_HOME, VOUCH_FEEDBACK_NONE);
}

static gint64
get_shown_lot (StationFixture *self)
{
  g_autoptr (VouchDeskState) state = vouch_session_dup_state (self->session);

  return state->lot_id;
}

static void
test_a_pallet_brings_up_its_lot (StationFixture *self, gconstpointer data)
{
  static const char *const scans[] = { "]C100" SSCC, "00" SSCC, SSCC };

  receive_pallet (self);
  for (gsize i = 0; i < G_N_ELEMENTS (scans); i++)
    {
      station_fixture_command (self, VOUCH_COMMAND_BACK, 0);
      g_assert_cmpint (get_shown_lot (self), ==, 0);
      station_fixture_scan (self, scans[i]);
      g_assert_cmpint (get_shown_lot (self), ==, station_fixture_get_lot (self));
    }
}

static void
test_what_is_unknown_is_told_apart (StationFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *scan;
    const char *word;
  } unknown[] = {
    { "]C100" OTHER_SSCC, "Unknown pallet" },    { OTHER_SSCC, "Unknown pallet" },
    { "L261122-00000000", "Unknown number" },    { "P261122-00000000", "Unknown number" },
    { "4006381333931", "Not in the catalogue" },
  };

  station_fixture_scan (self, INSPECTOR);
  for (gsize i = 0; i < G_N_ELEMENTS (unknown); i++)
    {
      station_fixture_scan (self, unknown[i].scan);
      g_test_message ("%s", unknown[i].scan);
      station_fixture_expect_word (self, unknown[i].word);
      station_fixture_expect (self, VOUCH_STAGE_HOME, VOUCH_FEEDBACK_MISREAD);
    }
  station_fixture_scan (self, "PO-9999");
  station_fixture_expect (self, VOUCH_STAGE_NEW_DELIVERY, VOUCH_FEEDBACK_QUESTION);
}

static gpointer
read_text (VouchConn *conn, gpointer data, GError **error)
{
  g_autoptr (VouchStmt) stmt = vouch_conn_prepare (conn, data, error);
  gboolean has_row;

  return stmt != NULL && vouch_stmt_step (stmt, &has_row, error) && has_row ? vouch_stmt_dup_text (stmt, 0) : NULL;
}

static char *
ask_text (StationFixture *self, const char *sql)
{
  g_autoptr (GError) error = NULL;
  char *text = vouch_station_read (self->station, read_text, (gpointer)sql, &error);

  g_assert_no_error (error);
  g_assert_nonnull (text);
  return text;
}

static void
test_goods_set_apart_bring_up_their_delivery (StationFixture *self, gconstpointer data)
{
  VouchParkRequest request = { .receipt_id = goods_open (self, "PO-2026-0001"), .code = (char *)"4006381333931" };
  g_autoptr (GError) error = NULL;
  gpointer parked = goods_run (self, &vouch_receive_park, INSPECTOR, &request, &error);
  g_autofree char *number = NULL;
  g_autoptr (VouchDeskState) state = NULL;

  g_assert_no_error (error);
  vouch_record_free (vouch_receive_park.answer, parked);
  number = ask_text (self, "SELECT number FROM parked_goods");
  station_fixture_scan (self, INSPECTOR);
  station_fixture_scan (self, number);
  state = vouch_session_dup_state (self->session);
  g_assert_cmpstr (state->delivery, ==, "PO-2026-0001");
}

static void
test_our_own_numbers_bring_up_their_lot (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = goods_tea_rejected (self);
  g_autofree char *report = ask_text (self, "SELECT number FROM ncr");
  g_autofree char *inspection = ask_text (self, "SELECT number FROM inspection");

  station_fixture_scan (self, INSPECTOR);
  station_fixture_scan (self, report);
  g_assert_cmpint (get_shown_lot (self), ==, lot_id);
  station_fixture_command (self, VOUCH_COMMAND_BACK, 0);
  station_fixture_scan (self, inspection);
  g_assert_cmpint (get_shown_lot (self), ==, lot_id);
}

typedef struct
{
  VouchStation *station;
  const char *text;
} Search;

static gpointer
read_found (VouchConn *conn, gpointer data, GError **error)
{
  const Search *search = data;

  return vouch_search_source.read_ids (search->station, conn, search->text, 0, 0, error);
}

static guint
count_found (StationFixture *self, const char *text)
{
  Search search = { self->station, text };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = vouch_station_read (self->station, read_found, &search, &error);

  g_assert_no_error (error);
  return ids->len;
}

static void
test_search_finds_by_pallet_and_delivery (StationFixture *self, gconstpointer data)
{
  receive_pallet (self);
  g_assert_cmpuint (count_found (self, SSCC), ==, 1);
  g_assert_cmpuint (count_found (self, "(00)" SSCC), ==, 1);
  g_assert_cmpuint (count_found (self, "00" SSCC), ==, 1);
  g_assert_cmpuint (count_found (self, OTHER_SSCC), ==, 0);
  g_assert_cmpuint (count_found (self, "PO-2026-0001"), ==, 1);
}

static void
note_waybill (StationFixture *self, const char *delivery, const char *number)
{
  VouchArrivalRequest request = { .receipt_id = goods_open (self, delivery),
                                  .item = VOUCH_ARRIVAL_ITEM_WAYBILL,
                                  .text = (char *)number };
  g_autoptr (GError) error = NULL;
  gpointer done = goods_run (self, &vouch_receive_check_arrival, INSPECTOR, &request, &error);

  g_assert_no_error (error);
  vouch_record_free (vouch_receive_check_arrival.answer, done);
}

static void
assert_open (StationFixture *self, const char *delivery)
{
  g_autoptr (VouchDeskState) state = vouch_session_dup_state (self->session);

  g_assert_cmpstr (state->delivery, ==, delivery);
}

/* A carrier's number may look like anything, a product's or a pallet's number too. */
static void
test_a_waybill_opens_its_delivery (StationFixture *self, gconstpointer data)
{
  static const char *const numbers[] = { "SF1350012345678", "4006381333931", OTHER_SSCC, "L261122-00000000" };

  station_fixture_scan (self, INSPECTOR);
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      note_waybill (self, "PO-2026-0001", numbers[i]);
      g_test_message ("%s", numbers[i]);
      station_fixture_scan (self, numbers[i]);
      assert_open (self, "PO-2026-0001");
      station_fixture_command (self, VOUCH_COMMAND_HOME, 0);
    }
  station_fixture_scan (self, "]C100" OTHER_SSCC);
  station_fixture_expect_word (self, "Unknown pallet");
  note_waybill (self, "PO-2026-0001", "00" OTHER_SSCC);
  station_fixture_scan (self, "]C100" OTHER_SSCC);
  assert_open (self, "PO-2026-0001");
}

static void
test_only_the_last_waybill_of_a_delivery_counts (StationFixture *self, gconstpointer data)
{
  note_waybill (self, "PO-2026-0001", "SF1");
  note_waybill (self, "PO-2026-0001", "SF2");
  note_waybill (self, "PO-2026-0003", "JD3");
  station_fixture_scan (self, INSPECTOR);
  station_fixture_scan (self, "sf2");
  assert_open (self, "PO-2026-0001");
  station_fixture_scan (self, "JD3");
  station_fixture_expect_word (self, "Another delivery");
  station_fixture_scan (self, "JD3");
  assert_open (self, "PO-2026-0003");
  station_fixture_command (self, VOUCH_COMMAND_HOME, 0);
  station_fixture_scan (self, "SF1");
  station_fixture_expect (self, VOUCH_STAGE_NEW_DELIVERY, VOUCH_FEEDBACK_QUESTION);
}

static void
test_search_finds_what_came_with_a_waybill (StationFixture *self, gconstpointer data)
{
  receive_pallet (self);
  note_waybill (self, "PO-2026-0001", "SF1350012345678");
  g_assert_cmpuint (count_found (self, "sf1350012345678"), ==, 1);
  g_assert_cmpuint (count_found (self, "SF13500"), ==, 0);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM sqlite_schema WHERE name = "
                                              "'arrival_check_by_waybill'"),
                   ==, 1);
}

/* Lots of tea that failed, each of its own. */
static void
reject_lots (StationFixture *self, int n)
{
  gint64 receipt_id = goods_open (self, "PO-2026-0001");

  /* So many failures would end inspection. */
  goods_set_policy (self, "severity-switching", "no");
  for (int i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("EARLY%d", i);
      g_autoptr (GError) error = NULL;
      g_autoptr (VouchCounted) counted = goods_count (self, receipt_id, "TEA-G100", name, 500, 10, &error);

      g_assert_no_error (error);
      goods_plan (self, counted->lot_id);
      goods_fail (self, counted->lot_id, 1);
      goods_reject (self, counted->lot_id);
    }
}

static gpointer
read_compared (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_lot_comparison_list (conn, *(const gint64 *)data, error);
}

static void
test_a_lot_is_laid_beside_earlier_ones (StationFixture *self, gconstpointer data)
{
  gint64 first = goods_tea_rejected (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchCounted) counted = NULL;
  g_autoptr (GPtrArray) lots = NULL;
  const VouchComparedLot *lot;

  counted = goods_count (self, goods_open (self, "PO-2026-0001"), "TEA-G100", "QH26B", 500, 100, &error);
  g_assert_no_error (error);
  lots = vouch_station_read (self->station, read_compared, &counted->lot_id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lots->len, ==, 2);
  lot = g_ptr_array_index (lots, 0);
  g_assert_cmpint (lot->id, ==, counted->lot_id);
  g_assert_cmpint (lot->sample_size, ==, 0);
  lot = g_ptr_array_index (lots, 1);
  g_assert_cmpint (lot->id, ==, first);
  g_assert_cmpint (lot->verdict, ==, VOUCH_VERDICT_REJECT);
  g_assert_cmpint (lot->sample_size, >, 0);
  g_assert_cmpint (lot->nonconforming, >, 0);
}

static void
test_the_last_ten_lots_are_compared (StationFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchCounted) counted = NULL;
  g_autoptr (GPtrArray) lots = NULL;

  reject_lots (self, 11);
  counted = goods_count (self, goods_open (self, "PO-2026-0001"), "TEA-G100", "QH26B", 500, 10, &error);
  g_assert_no_error (error);
  lots = vouch_station_read (self->station, read_compared, &counted->lot_id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lots->len, ==, 11);
  g_assert_cmpstr (((const VouchComparedLot *)g_ptr_array_index (lots, 1))->supplier_lot, ==, "EARLY10");
  g_assert_cmpstr (((const VouchComparedLot *)g_ptr_array_index (lots, 10))->supplier_lot, ==, "EARLY1");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, StationFixture, NULL, station_fixture_set_up, test, station_fixture_tear_down)
  ADD ("/finding/a-pallet-brings-up-its-lot", test_a_pallet_brings_up_its_lot);
  ADD ("/finding/what-is-unknown-is-told-apart", test_what_is_unknown_is_told_apart);
  ADD ("/finding/goods-set-apart-bring-up-their-delivery", test_goods_set_apart_bring_up_their_delivery);
  ADD ("/finding/our-own-numbers-bring-up-their-lot", test_our_own_numbers_bring_up_their_lot);
  ADD ("/finding/search-finds-by-pallet-and-delivery", test_search_finds_by_pallet_and_delivery);
  ADD ("/finding/a-lot-is-laid-beside-earlier-ones", test_a_lot_is_laid_beside_earlier_ones);
  ADD ("/finding/the-last-ten-lots-are-compared", test_the_last_ten_lots_are_compared);
  ADD ("/finding/a-waybill-opens-its-delivery", test_a_waybill_opens_its_delivery);
  ADD ("/finding/only-the-last-waybill-of-a-delivery-counts", test_only_the_last_waybill_of_a_delivery_counts);
  ADD ("/finding/search-finds-what-came-with-a-waybill", test_search_finds_what_came_with_a_waybill);
  return g_test_run ();
}
