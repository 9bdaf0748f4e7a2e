/* Unit labels by the thousand, as the station prints them: codes derived, labels laid out, the first ten, the last and
 * every hundredth decoded back, the PDF on the disk and the job in the database. Beside it what libzint alone takes for
 * the same symbols. Times are those of the processor, the decoder's with them. */
#include <string.h>
#include <sys/resource.h>
#include <zint.h>

#include "bench-report.h"
#include "goods.h"
#include "vouch-label-work.h"

#define LABELS 10000
#define READ_BACK 110
#define LIMIT_S 3
#define DPI 203

static double
get_seconds (int who)
{
  struct rusage usage;

  getrusage (who, &usage);
  return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

static gint64
release_lot (StationFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchCounted) counted =
      goods_count (fixture, goods_open (fixture, "PO-2026-0001"), "TEA-G100", "QH26A01", 510, LABELS, &error);
  g_autoptr (VouchDecided) decided = NULL;
  g_autoptr (VouchLotFile) file = NULL;

  g_assert_no_error (error);
  goods_plan (fixture, counted->lot_id);
  file = goods_load (fixture, counted->lot_id);
  goods_pass (fixture, counted->lot_id, (int)file->inspection->sample_size);
  decided = goods_accept (fixture, counted->lot_id, INSPECTOR, &error);
  g_assert_no_error (error);
  return counted->lot_id;
}

static void
print (StationFixture *fixture, gint64 lot_id)
{
  g_autoptr (VouchActor) actor = station_fixture_dup_actor (fixture, INSPECTOR);
  VouchLabelOrder order = { .lot_id = lot_id, .purpose = VOUCH_PRINT_PURPOSE_UNIT, .units = LABELS, .dpi = DPI };
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchPrintJob) job = vouch_label_print (fixture->station, actor, &order, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (job->labels, ==, LABELS);
  g_assert_cmpint (job->read_back, ==, READ_BACK);
}

/* The same addresses as bare symbols. */
static void
encode_alone (StationFixture *fixture, gint64 lot_id)
{
  g_autoptr (VouchLotFile) file = goods_load (fixture, lot_id);
  const VouchCodeBatch *batch = g_ptr_array_index (file->batches, 0);
  double began = get_seconds (RUSAGE_SELF);

  for (gint64 unit = 1; unit <= LABELS; unit++)
    {
      char serial[17];
      g_autofree char *address = vouch_label_dup_address (fixture->station, batch, file->lot->number, unit, serial);
      struct zint_symbol *symbol = ZBarcode_Create ();

      symbol->symbology = BARCODE_QRCODE;
      symbol->option_1 = 2;
      g_assert_cmpint (ZBarcode_Encode (symbol, (const unsigned char *)address, (int)strlen (address)), ==, 0);
      ZBarcode_Delete (symbol);
    }
  bench_tell ("labels_10000_libzint_alone", get_seconds (RUSAGE_SELF) - began, "s");
}

int
main (void)
{
  StationFixture fixture = { 0 };
  double began, read;
  gint64 lot_id;

  station_fixture_set_up (&fixture, NULL);
  lot_id = release_lot (&fixture);
  began = get_seconds (RUSAGE_SELF);
  read = get_seconds (RUSAGE_CHILDREN);
  print (&fixture, lot_id);
  began = get_seconds (RUSAGE_SELF) - began;
  encode_alone (&fixture, lot_id);
  /* The decoder's time is known when it has ended. */
  station_fixture_tear_down (&fixture, NULL);
  read = get_seconds (RUSAGE_CHILDREN) - read;
  bench_tell ("labels_10000_drawn", began, "s");
  bench_tell ("labels_10000_read_back", read, "s");
  bench_at_most ("labels_10000_pdf", began + read, "s", LIMIT_S);
  return bench_end ();
}
