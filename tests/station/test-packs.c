/* Units in cartons, cartons on pallets: packed, taken out, broken, called back. */
#include <glib/gstdio.h>

#include "goods.h"
#include "vouch-code-check.h"
#include "vouch-error.h"
#include "vouch-gs1-sscc.h"
#include "vouch-label-work.h"
#include "vouch-pack-bench.h"
#include "vouch-pack-content.h"
#include "vouch-pack-entry.h"
#include "vouch-pack-work.h"
#include "vouch-scan-back-work.h"

static void
assert_refused (GError **error, VouchErrorCode code, const char *field)
{
  g_assert_error (*error, VOUCH_ERROR, (int)code);
  g_test_message ("%s", (*error)->message);
  g_assert_cmpstr (vouch_error_get_field (*error), ==, field);
  g_clear_error (error);
}

static char *
dup_address (StationFixture *self, gint64 lot_id, gint64 unit)
{
  g_autoptr (VouchLotFile) file = goods_load (self, lot_id);
  char serial[17];

  return vouch_label_dup_address (self->station, g_ptr_array_index (file->batches, 0), file->lot->number, unit, serial);
}

/* A released lot with so many active labels. */
static gint64
make_units (StationFixture *self, gint64 units)
{
  gint64 lot_id = goods_tea_released (self);
  g_autoptr (VouchActor) actor = station_fixture_dup_actor (self, INSPECTOR);
  VouchLabelOrder order = { .lot_id = lot_id, .purpose = VOUCH_PRINT_PURPOSE_UNIT, .units = units, .dpi = 203 };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchPrintJob) job = vouch_label_print (self->station, actor, &order, NULL, &error);

  g_assert_no_error (error);
  for (int i = 0; i < 2; i++)
    {
      g_autofree char *address = dup_address (self, lot_id, i == 0 ? 1 : units);
      VouchScanBackRequest request = { job->batch_id, address };
      g_autoptr (VouchScannedBack) done = goods_run (self, &vouch_code_scan_back, INSPECTOR, &request, &error);

      g_assert_no_error (error);
    }
  goods_set_policy (self, "gs1-prefix", "9520001");
  return lot_id;
}

static char *
open_pack (StationFixture *self, VouchPackKind kind, GError **error)
{
  VouchOpenPackRequest request = { kind };
  g_autoptr (VouchPacked) packed = goods_run (self, &vouch_pack_open, INSPECTOR, &request, error);

  return packed != NULL ? g_strdup (packed->sscc) : NULL;
}

static gint64
pack (StationFixture *self, const VouchUseCase *use_case, const char *sscc, const char *code, GError **error)
{
  VouchPackRequest request = { 0, (char *)sscc, (char *)code };
  g_autoptr (VouchPacked) packed = goods_run (self, use_case, INSPECTOR, &request, error);

  return packed != NULL ? packed->items : -1;
}

static gint64
add_unit (StationFixture *self, const char *sscc, gint64 lot_id, gint64 unit, GError **error)
{
  g_autofree char *address = dup_address (self, lot_id, unit);

  return pack (self, &vouch_pack_add, sscc, address, error);
}

static VouchPacked *
end (StationFixture *self, const VouchUseCase *use_case, const char *badge, const char *sscc, GError **error)
{
  VouchEndPackRequest request = { 0, (char *)sscc, (char *)"dropped" };

  return goods_run (self, use_case, badge, &request, error);
}

static void
finish (StationFixture *self, const VouchUseCase *use_case, const char *sscc)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchPacked) packed = end (self, use_case, INSPECTOR, sscc, &error);

  g_assert_no_error (error);
}

typedef struct
{
  VouchStation *station;
  const char *text;
  VouchCodeState state;
} Query;

static gpointer
look (VouchConn *conn, gpointer data, GError **error)
{
  Query *query = data;
  g_autoptr (VouchCodeCheck) check = vouch_code_check_new (conn, query->station);
  VouchCodeFinding finding;

  if (!vouch_code_check_look (check, query->text, &finding, error))
    return NULL;
  query->state = finding.state;
  return query;
}

static VouchCodeState
get_state (StationFixture *self, gint64 lot_id, gint64 unit)
{
  g_autofree char *address = dup_address (self, lot_id, unit);
  Query query = { self->station, address, VOUCH_CODE_STATE_UNKNOWN };
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (vouch_station_read (self->station, look, &query, &error));
  g_assert_no_error (error);
  return query.state;
}

static void
test_numbers_come_from_the_prefix_and_never_twice (StationFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *none = NULL, *one = NULL, *two = NULL, *three = NULL, *last = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  none = open_pack (self, VOUCH_PACK_KIND_CARTON, &error);
  g_assert_null (none);
  assert_refused (&error, VOUCH_ERROR_INVALID, "kind");
  goods_set_policy (self, "gs1-prefix", "9520001");
  one = open_pack (self, VOUCH_PACK_KIND_CARTON, &error);
  two = open_pack (self, VOUCH_PACK_KIND_PALLET, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (one, ==, "095200010000000010");
  g_assert_cmpstr (two, ==, "095200010000000027");
  goods_set_policy (self, "sscc-extension", "3");
  three = open_pack (self, VOUCH_PACK_KIND_CARTON, &error);
  g_assert_true (g_str_has_prefix (three, "39520001000000001"));
  /* A longer prefix that begins with the shorter one: the number given a moment ago is one of its own. */
  goods_set_policy (self, "gs1-prefix", "952000100000");
  for (int i = 1; i <= 3; i++)
    {
      g_autofree char *sscc = open_pack (self, VOUCH_PACK_KIND_CARTON, &error);

      g_assert_cmpuint (vouch_gs1_sscc_get_serial (sscc, "952000100000"), ==, i + 1);
    }
  station_fixture_reopen (self);
  last = open_pack (self, VOUCH_PACK_KIND_CARTON, &error);
  g_assert_cmpuint (vouch_gs1_sscc_get_serial (last, "952000100000"), ==, 5);
}

static void
test_units_go_into_cartons_and_cartons_onto_pallets (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = make_units (self, 4);
  g_autoptr (GError) error = NULL;
  g_autofree char *carton = open_pack (self, VOUCH_PACK_KIND_CARTON, &error);
  g_autofree char *other = open_pack (self, VOUCH_PACK_KIND_CARTON, &error);
  g_autofree char *pallet = open_pack (self, VOUCH_PACK_KIND_PALLET, &error);
  g_autofree char *scanned = g_strconcat ("]C100", carton, NULL);
  g_autoptr (VouchPacked) empty = NULL;

  g_assert_cmpint (add_unit (self, carton, lot_id, 1, &error), ==, 1);
  g_assert_cmpint (add_unit (self, carton, lot_id, 2, &error), ==, 2);
  g_assert_no_error (error);
  add_unit (self, carton, lot_id, 1, &error);
  assert_refused (&error, VOUCH_ERROR_CONFLICT, "code");
  add_unit (self, other, lot_id, 1, &error);
  assert_refused (&error, VOUCH_ERROR_CONFLICT, "code");
  add_unit (self, pallet, lot_id, 3, &error);
  assert_refused (&error, VOUCH_ERROR_INVALID, "code");
  pack (self, &vouch_pack_add, pallet, scanned, &error);
  assert_refused (&error, VOUCH_ERROR_DENIED, "code");
  empty = end (self, &vouch_pack_close, INSPECTOR, other, &error);
  assert_refused (&error, VOUCH_ERROR_CONFLICT, "sscc");
  finish (self, &vouch_pack_close, carton);
  add_unit (self, carton, lot_id, 3, &error);
  assert_refused (&error, VOUCH_ERROR_CONFLICT, "sscc");
  g_assert_cmpint (pack (self, &vouch_pack_add, pallet, scanned, &error), ==, 1);
  g_assert_no_error (error);
  pack (self, &vouch_pack_add, other, scanned, &error);
  assert_refused (&error, VOUCH_ERROR_INVALID, "code");
  pack (self, &vouch_pack_add, other, "095200019999999992", &error);
  assert_refused (&error, VOUCH_ERROR_NOT_FOUND, "code");
  pack (self, &vouch_pack_add, "095200019999999990", scanned, &error);
  assert_refused (&error, VOUCH_ERROR_INVALID, "sscc");
}

static void
test_what_was_broken_is_packed_again (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = make_units (self, 3);
  g_autoptr (GError) error = NULL;
  g_autofree char *carton = open_pack (self, VOUCH_PACK_KIND_CARTON, &error);
  g_autofree char *next = open_pack (self, VOUCH_PACK_KIND_CARTON, &error);
  g_autofree char *pallet = open_pack (self, VOUCH_PACK_KIND_PALLET, &error);
  g_autofree char *address = dup_address (self, lot_id, 3);
  g_autofree char *sql = NULL;

  add_unit (self, carton, lot_id, 1, &error);
  add_unit (self, carton, lot_id, 2, &error);
  finish (self, &vouch_pack_close, carton);
  pack (self, &vouch_pack_add, pallet, carton, &error);
  g_assert_no_error (error);
  finish (self, &vouch_pack_break, carton);
  g_assert_cmpint (add_unit (self, next, lot_id, 1, &error), ==, 1);
  g_assert_cmpint (add_unit (self, next, lot_id, 3, &error), ==, 2);
  g_assert_cmpint (pack (self, &vouch_pack_take_out, next, address, &error), ==, 1);
  g_assert_no_error (error);
  pack (self, &vouch_pack_take_out, next, address, &error);
  assert_refused (&error, VOUCH_ERROR_NOT_FOUND, "code");
  add_unit (self, carton, lot_id, 2, &error);
  assert_refused (&error, VOUCH_ERROR_CONFLICT, "sscc");
  /* What was in it, and on what it stood, is still known. */
  sql = g_strdup_printf ("SELECT count(*) FROM pack_item JOIN pack ON pack.id = pack_item.pack_id "
                         "WHERE pack.sscc IN ('%s', '%s') AND removed_at IS NOT NULL",
                         carton, pallet);
  g_assert_cmpint (station_fixture_ask (self, sql), ==, 3);
}

static void
test_only_good_units_of_released_lots_are_packed (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = make_units (self, 3);
  g_autoptr (GError) error = NULL;
  g_autofree char *carton = open_pack (self, VOUCH_PACK_KIND_CARTON, &error);
  VouchLabelOrder order = { .lot_id = lot_id, .purpose = VOUCH_PRINT_PURPOSE_UNIT, .units = 1, .dpi = 203 };
  g_autoptr (VouchActor) actor = station_fixture_dup_actor (self, INSPECTOR);
  g_autoptr (VouchPrintJob) job = vouch_label_print (self->station, actor, &order, NULL, &error);
  g_autoptr (VouchLotFile) file = goods_load (self, lot_id);
  char serial[17];
  g_autofree char *address =
      vouch_label_dup_address (self->station, g_ptr_array_index (file->batches, 1), file->lot->number, 4, serial);

  g_assert_no_error (error);
  pack (self, &vouch_pack_add, carton, address, &error);
  assert_refused (&error, VOUCH_ERROR_DENIED, "code");
  pack (self, &vouch_pack_add, carton, "nothing", &error);
  assert_refused (&error, VOUCH_ERROR_NOT_FOUND, "code");
}

static void
test_calling_a_pallet_back_reaches_every_unit (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = make_units (self, 7);
  g_autoptr (GError) error = NULL;
  g_autofree char *one = open_pack (self, VOUCH_PACK_KIND_CARTON, &error);
  g_autofree char *two = open_pack (self, VOUCH_PACK_KIND_CARTON, &error);
  g_autofree char *outside = open_pack (self, VOUCH_PACK_KIND_CARTON, &error);
  g_autofree char *pallet = open_pack (self, VOUCH_PACK_KIND_PALLET, &error);
  g_autoptr (VouchPacked) denied = NULL, recalled = NULL, again = NULL;
  static const gint64 inside[] = { 1, 2, 3, 5, 6 };

  for (guint i = 0; i < G_N_ELEMENTS (inside); i++)
    add_unit (self, i % 2 == 0 ? one : two, lot_id, inside[i], &error);
  add_unit (self, outside, lot_id, 4, &error);
  finish (self, &vouch_pack_close, one);
  finish (self, &vouch_pack_close, two);
  pack (self, &vouch_pack_add, pallet, one, &error);
  pack (self, &vouch_pack_add, pallet, two, &error);
  g_assert_no_error (error);
  denied = end (self, &vouch_pack_recall, INSPECTOR, pallet, &error);
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_DENIED);
  g_clear_error (&error);
  recalled = end (self, &vouch_pack_recall, QA_LEAD, pallet, &error);
  g_assert_no_error (error);
  g_assert_cmpint (recalled->reached, ==, 5);
  g_assert_cmpint (recalled->state, ==, VOUCH_PACK_STATE_RECALLED);
  for (guint i = 0; i < G_N_ELEMENTS (inside); i++)
    g_assert_cmpint (get_state (self, lot_id, inside[i]), ==, VOUCH_CODE_STATE_VOID);
  g_assert_cmpint (get_state (self, lot_id, 4), ==, VOUCH_CODE_STATE_ACTIVE);
  g_assert_cmpint (get_state (self, lot_id, 7), ==, VOUCH_CODE_STATE_ACTIVE);
  g_assert_cmpint (station_fixture_ask (self, "SELECT count(*) FROM pack WHERE state = 'recalled'"), ==, 3);
  again = end (self, &vouch_pack_recall, QA_LEAD, one, &error);
  assert_refused (&error, VOUCH_ERROR_CONFLICT, "sscc");
}

/* One scan at the bench, as the window makes it. */
static void
scan (StationFixture *self, VouchPackBench *bench, const char *text, VouchPackNext expected)
{
  VouchPackStep step;
  VouchPackNext next = vouch_pack_bench_take (bench, "XC", text, &step);
  g_autoptr (VouchActor) actor = station_fixture_dup_actor (self, INSPECTOR);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (next, ==, expected);
  if (next == VOUCH_PACK_NEXT_RUN)
    {
      vouch_pack_bench_take_packed (
          bench, vouch_use_case_run (step.use_case, self->station, actor, NULL, step.request, &error));
      vouch_record_free (step.use_case->request, step.request);
    }
  else if (next == VOUCH_PACK_NEXT_SHOW)
    {
      vouch_pack_bench_take_packed (bench,
                                    vouch_station_read (self->station, vouch_pack_bench_read, step.request, &error));
      vouch_end_pack_request_free (step.request);
    }
  if (error != NULL)
    g_test_message ("%s", error->message);
}

static void
test_cartons_are_packed_by_scanning_alone (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = make_units (self, 3);
  g_autofree char *one = dup_address (self, lot_id, 1), *two = dup_address (self, lot_id, 2), *carton = NULL;
  g_auto (VouchPackBench) bench = { 0 };

  scan (self, &bench, "VB1002", VOUCH_PACK_NEXT_NOT_MINE);
  scan (self, &bench, "XCPASS", VOUCH_PACK_NEXT_NOT_MINE);
  scan (self, &bench, one, VOUCH_PACK_NEXT_SAY);
  scan (self, &bench, "XCOK", VOUCH_PACK_NEXT_SAY);
  scan (self, &bench, "XCD1", VOUCH_PACK_NEXT_RUN);
  scan (self, &bench, "XCD2", VOUCH_PACK_NEXT_SAY);
  scan (self, &bench, one, VOUCH_PACK_NEXT_RUN);
  scan (self, &bench, two, VOUCH_PACK_NEXT_RUN);
  g_assert_cmpint (bench.pack->items, ==, 2);
  scan (self, &bench, one, VOUCH_PACK_NEXT_RUN); /* refused: it is in here already */
  scan (self, &bench, "XCUNDO", VOUCH_PACK_NEXT_RUN);
  g_assert_cmpint (bench.pack->items, ==, 1);
  scan (self, &bench, "XCUNDO", VOUCH_PACK_NEXT_SAY);
  scan (self, &bench, two, VOUCH_PACK_NEXT_RUN);
  scan (self, &bench, "XCOK", VOUCH_PACK_NEXT_RUN);
  g_assert_cmpint (bench.pack->state, ==, VOUCH_PACK_STATE_CLOSED);
  carton = g_strconcat ("]C100", bench.pack->sscc, NULL);
  scan (self, &bench, "XCD2", VOUCH_PACK_NEXT_RUN);
  scan (self, &bench, carton, VOUCH_PACK_NEXT_RUN);
  scan (self, &bench, "XCOK", VOUCH_PACK_NEXT_RUN);
  g_assert_cmpint (bench.pack->kind, ==, VOUCH_PACK_KIND_PALLET);
  g_assert_cmpint (bench.pack->items, ==, 1);
  scan (self, &bench, carton, VOUCH_PACK_NEXT_SHOW);
  g_assert_cmpint (bench.pack->items, ==, 2);
  scan (self, &bench, "XCVOID", VOUCH_PACK_NEXT_SAY);
  scan (self, &bench, "XCNO", VOUCH_PACK_NEXT_SAY);
  scan (self, &bench, "XCOK", VOUCH_PACK_NEXT_SAY);
  scan (self, &bench, "XCVOID", VOUCH_PACK_NEXT_SAY);
  scan (self, &bench, "XCOK", VOUCH_PACK_NEXT_RUN);
  g_assert_cmpint (bench.pack->state, ==, VOUCH_PACK_STATE_BROKEN);
}

static void
test_a_restored_database_gives_no_number_twice (StationFixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->directory, "station.db", NULL);
  g_autofree char *wal = g_strconcat (path, "-wal", NULL), *shm = g_strconcat (path, "-shm", NULL);
  g_autofree char *content = NULL, *before = NULL, *after = NULL;
  gsize length;
  g_autoptr (GError) error = NULL;

  goods_set_policy (self, "gs1-prefix", "9520001");
  station_fixture_close (self);
  g_file_get_contents (path, &content, &length, &error);
  station_fixture_open (self);
  before = open_pack (self, VOUCH_PACK_KIND_CARTON, &error);
  station_fixture_close (self);
  g_remove (wal);
  g_remove (shm);
  g_file_set_contents_full (path, content, (gssize)length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error);
  g_assert_no_error (error);
  station_fixture_open (self);
  station_fixture_reopen (self);
  g_assert_cmpint (vouch_station_get_epoch (self->station), ==, 2);
  after = open_pack (self, VOUCH_PACK_KIND_CARTON, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (vouch_gs1_sscc_get_serial (before, "9520001"), ==, 1);
  g_assert_cmpuint (vouch_gs1_sscc_get_serial (after, "9520001"), ==, 2);
}

static gpointer
read_rows (VouchConn *conn, gpointer data, GError **error)
{
  g_autoptr (GArray) ids = vouch_pack_source.read_ids (data, conn, NULL, 0, 0, error);

  return vouch_pack_source.read_rows (conn, (const gint64 *)(gpointer)ids->data, ids->len, error);
}

static gpointer
read_content (VouchConn *conn, gpointer data, GError **error)
{
  return vouch_pack_content_read (conn, *(const gint64 *)data, error);
}

static void
assert_line (const VouchPackContent *content, guint i, const char *what, const char *detail)
{
  const VouchPackLine *line = g_ptr_array_index (content->lines, i);

  g_assert_cmpstr (line->what, ==, what);
  g_assert_cmpstr (line->detail, ==, detail);
}

static void
test_the_list_says_what_is_in_each (StationFixture *self, gconstpointer data)
{
  gint64 lot_id = make_units (self, 5);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchLotFile) file = goods_load (self, lot_id);
  g_autofree char *carton = open_pack (self, VOUCH_PACK_KIND_CARTON, &error);
  g_autofree char *pallet = open_pack (self, VOUCH_PACK_KIND_PALLET, &error);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (VouchPackContent) one = NULL, two = NULL;
  const VouchPackEntry *newest, *oldest;

  /* Put in as they come. */
  add_unit (self, carton, lot_id, 5, &error);
  add_unit (self, carton, lot_id, 2, &error);
  add_unit (self, carton, lot_id, 1, &error);
  finish (self, &vouch_pack_close, carton);
  pack (self, &vouch_pack_add, pallet, carton, &error);
  g_assert_no_error (error);
  rows = vouch_station_read (self->station, read_rows, self->station, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 2);
  newest = g_ptr_array_index (rows, 0);
  oldest = g_ptr_array_index (rows, 1);
  g_assert_cmpstr (newest->sscc, ==, pallet);
  g_assert_cmpint (newest->state, ==, VOUCH_PACK_STATE_OPEN);
  g_assert_cmpint (newest->items, ==, 1);
  g_assert_cmpint (oldest->state, ==, VOUCH_PACK_STATE_CLOSED);
  g_assert_cmpint (oldest->items, ==, 3);
  one = vouch_station_read (self->station, read_content, (gpointer)&oldest->id, &error);
  two = vouch_station_read (self->station, read_content, (gpointer)&newest->id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (one->lines->len, ==, 1);
  assert_line (one, 0, file->lot->number, "Units: 1–2, 5");
  g_assert_cmpuint (two->lines->len, ==, 1);
  assert_line (two, 0, carton, "Units: 3");
  g_assert_null (one->job);
  g_assert_cmpint (one->width_um, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, StationFixture, NULL, station_fixture_set_up, test, station_fixture_tear_down)
  ADD ("/packs/numbers-come-from-the-prefix-and-never-twice", test_numbers_come_from_the_prefix_and_never_twice);
  ADD ("/packs/the-list-says-what-is-in-each", test_the_list_says_what_is_in_each);
  ADD ("/packs/units-go-into-cartons-and-cartons-onto-pallets", test_units_go_into_cartons_and_cartons_onto_pallets);
  ADD ("/packs/what-was-broken-is-packed-again", test_what_was_broken_is_packed_again);
  ADD ("/packs/only-good-units-of-released-lots-are-packed", test_only_good_units_of_released_lots_are_packed);
  ADD ("/packs/calling-a-pallet-back-reaches-every-unit", test_calling_a_pallet_back_reaches_every_unit);
  ADD ("/packs/cartons-are-packed-by-scanning-alone", test_cartons_are_packed_by_scanning_alone);
  ADD ("/packs/a-restored-database-gives-no-number-twice", test_a_restored_database_gives_no_number_twice);
  return g_test_run ();
}
