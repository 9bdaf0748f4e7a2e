/* Lists and search over a million lots. With a directory's name the station is only made there, for another program. */
#include "bench-report.h"
#include "million-lots.h"
#include "station-fixture.h"
#include "vouch-delivery-entry.h"
#include "vouch-lot-entry.h"
#include "vouch-work-entry.h"

#define PAGE 64
#define TIMES 41

typedef struct
{
  VouchStation *station;
  const VouchListSource *source;
  const char *query;
  gint64 after;
  guint limit;
  const gint64 *ids;
  guint n;
} Question;

static gpointer
read_ids (VouchConn *conn, gpointer data, GError **error)
{
  const Question *question = data;

  return question->source->read_ids (question->station, conn, question->query, question->after, question->limit, error);
}

static gpointer
read_rows (VouchConn *conn, gpointer data, GError **error)
{
  const Question *question = data;

  return question->source->read_rows (conn, question->ids, question->n, error);
}

static GArray *
list_all (VouchStation *station, const VouchListSource *source)
{
  Question question = { .station = station, .source = source };
  g_autoptr (GError) error = NULL;
  GArray *ids = vouch_station_read (station, read_ids, &question, &error);

  g_assert_no_error (error);
  return ids;
}

/* The middle of several readings of the same page, not the first: an inspector scrolls more than once. */
static void
measure_page (VouchStation *station, const VouchListSource *source, const GArray *ids, guint first, const char *name)
{
  g_autoptr (GArray) series = bench_series_new ();
  Question question = { .station = station, .source = source };

  question.n = MIN (PAGE, ids->len - first);
  question.ids = &g_array_index (ids, gint64, first);
  for (int i = 0; i < TIMES; i++)
    {
      gint64 begun = g_get_monotonic_time ();
      g_autoptr (GPtrArray) rows = vouch_station_read (station, read_rows, &question, NULL);

      bench_series_add (series, g_get_monotonic_time () - begun);
      g_assert_nonnull (rows);
      g_assert_cmpuint (rows->len, ==, question.n);
    }
  bench_at_most (name, (double)bench_series_median (series) / 1000, "ms", 2);
}

static void
measure_list (VouchStation *station, const VouchListSource *source, const char *list)
{
  g_autoptr (GArray) ids = list_all (station, source);
  g_autofree char *first = g_strdup_printf ("page_first_%s", list);
  g_autofree char *middle = g_strdup_printf ("page_middle_%s", list);
  g_autofree char *last = g_strdup_printf ("page_last_%s", list);
  g_autofree char *length = g_strdup_printf ("length_%s", list);

  bench_tell (length, ids->len, "rows");
  measure_page (station, source, ids, 0, first);
  measure_page (station, source, ids, ids->len / 2, middle);
  measure_page (station, source, ids, ids->len > PAGE ? ids->len - PAGE : 0, last);
}

static void
measure_search (VouchStation *station, const char *name, const char *text)
{
  g_autoptr (GArray) series = bench_series_new ();
  Question question = { .station = station, .source = &vouch_search_source, .query = text };
  guint n = 0;

  for (int i = 0; i < 11; i++)
    {
      gint64 begun = g_get_monotonic_time ();
      g_autoptr (GArray) ids = vouch_station_read (station, read_ids, &question, NULL);

      bench_series_add (series, g_get_monotonic_time () - begun);
      g_assert_nonnull (ids);
      n = ids->len;
    }
  g_print ("# %s: “%s” finds %u\n", name, text, n);
  bench_at_most (name, (double)bench_series_median (series) / 1000, "ms", 50);
}

static void
measure_portion (VouchStation *station)
{
  g_autoptr (GArray) series = bench_series_new ();
  g_autoptr (GArray) all = list_all (station, &vouch_search_source);

  for (int i = 0; i < TIMES; i++)
    {
      Question question = { .station = station, .source = &vouch_search_source, .limit = 16384 };
      g_autoptr (GArray) ids = NULL;
      gint64 begun = g_get_monotonic_time ();

      question.after = g_array_index (all, gint64, (guint)i * 20000);
      ids = vouch_station_read (station, read_ids, &question, NULL);
      bench_series_add (series, g_get_monotonic_time () - begun);
      g_assert_cmpuint (ids->len, ==, 16384);
    }
  bench_at_most ("portion_of_ids", (double)bench_series_median (series) / 1000, "ms", 20);
}

static void
measure (VouchStation *station)
{
  measure_list (station, &vouch_search_source, "lots");
  measure_list (station, &vouch_review_source, "review");
  measure_list (station, &vouch_queue_source, "queue");
  measure_list (station, &vouch_delivery_source, "deliveries");
  measure_portion (station);
  measure_search (station, "search_number", "L250101-");
  measure_search (station, "search_number_begun", "L250101-0");
  measure_search (station, "search_month", "L2501");
  measure_search (station, "search_letter", "l");
  measure_search (station, "search_supplier_lot", "AB012345");
  measure_search (station, "search_supplier_lot_begun", "ab01");
  measure_search (station, "search_product", "ART-0042");
  measure_search (station, "search_gtin", "29520000000042");
  measure_search (station, "search_chinese", "绿茶");
  measure_search (station, "search_one_product_chinese", "红茶101号");
  measure_search (station, "search_supplier_and_product", "SUP07 green");
  measure_search (station, "search_rare_and_common", "green ab012345");
  measure_search (station, "search_nothing", "green zzzz");
}

int
main (int argc, char **argv)
{
  StationFixture fixture = { NULL };
  gint64 begun;

  if (argc > 1)
    g_setenv ("TMPDIR", argv[1], TRUE);
  station_fixture_set_up (&fixture, NULL);
  begun = g_get_monotonic_time ();
  million_lots_generate (fixture.station);
  bench_tell ("generate_a_million_lots", (double)(g_get_monotonic_time () - begun) / G_USEC_PER_SEC, "s");
  if (argc > 1)
    {
      g_print ("%s\n%s\n", fixture.directory, fixture.unlock);
      g_assert_true (vouch_station_close (fixture.station, NULL));
      return 0;
    }
  measure (fixture.station);
  station_fixture_tear_down (&fixture, NULL);
  return bench_end ();
}
