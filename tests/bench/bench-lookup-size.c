/* How the customers' service grows: how soon it serves with a hundred thousand lots published, what asking for lots
 * that nobody asked for lately costs, and what ten million queries leave behind. */
#include "bench-report.h"
#include "lookup-load.h"

#define LOTS 100000
#define CONNECTIONS 64
#define LOOKUPS 10000000
#define ROUND 250000
#define ROUNDS (LOOKUPS / ROUND)
#define TENTH (ROUNDS / 10)
#define STARTS 5
#define LOTS_IN_SHOPS 500
#define COLD_LOOKUPS 5000

static void
ask (LookupLoad *load, guint n)
{
  const WebLoad requests = {
    .port = load->port, .connections = CONNECTIONS, .n_requests = n, .write = lookup_load_write_counted, .data = load
  };
  g_auto (WebLoadResult) result = { 0 };

  web_load_run (&requests, &result);
  lookup_load_check (result.n_bad == 0, NULL);
}

static void
measure_start (LookupLoad *load)
{
  BenchSeries *series = bench_series_new ();

  for (guint i = 0; i < STARTS; i++)
    {
      lookup_load_stop (load);
      lookup_load_start (load);
      bench_series_add (series, load->start_us);
    }
  bench_at_most ("start_100000_lots", (double)bench_series_median (series) / 1000, "ms", 200);
}

/* Each request is for another lot than the thousands before it. */
static void
measure_cold_lots (LookupLoad *load)
{
  gint64 start_us = g_get_monotonic_time ();

  load->n_lots = LOTS;
  ask (load, COLD_LOOKUPS);
  bench_tell ("cold_lot", (double)(g_get_monotonic_time () - start_us) / COLD_LOOKUPS, "us");
}

/* The most memory that it took after one of so many rounds; how many were asked before decides whether a sheet of
 * counts is just begun or full. */
static double
ask_rounds (LookupLoad *load, guint n_rounds)
{
  double highest = 0;

  for (guint i = 0; i < n_rounds; i++)
    {
      ask (load, ROUND);
      highest = MAX (highest, lookup_load_get_resident_mib (load));
    }
  return highest;
}

/* What is scanned is what is in the shops. The first tenth fills what is kept on purpose: the pages of lots, too, for
 * who asks first and for who asks again. */
static void
measure_growth (LookupLoad *load)
{
  double before;

  load->n_lots = LOTS_IN_SHOPS;
  ask (load, ROUND);
  /* The same units again, by others. */
  load->n_asked = LOTS_IN_SHOPS * LOOKUP_LOAD_UNITS;
  ask_rounds (load, TENTH - 1);
  before = ask_rounds (load, TENTH);
  ask_rounds (load, ROUNDS - 3 * TENTH);
  bench_at_most ("growth_10000000_lookups", ask_rounds (load, TENTH) - before, "MiB", 1);
}

int
main (void)
{
  LookupLoad *load = lookup_load_new (NULL);

  lookup_load_start (load);
  lookup_load_publish (load, LOTS);
  measure_start (load);
  measure_growth (load);
  measure_cold_lots (load);
  bench_at_most ("resident_100000_lots", lookup_load_get_resident_mib (load), "MiB", 64);
  lookup_load_free (load);
  return bench_end ();
}
