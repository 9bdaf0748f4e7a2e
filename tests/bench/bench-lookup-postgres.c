/* What a counted request costs on PostgreSQL beside what it costs on the embedded database: two services with the same
 * goods, asked in turns. VOUCH_LOOKUP names the program, VOUCH_LOOKUP_DATABASE an empty database. */
#include "bench-report.h"
#include "lookup-load.h"
#include "web-cost.h"

#define LOTS 100
#define CONNECTIONS 64
#define ROUNDS 5
#define REQUESTS 20000

static LookupLoad *
start (const char *database)
{
  LookupLoad *self = lookup_load_new (database);

  lookup_load_start (self);
  lookup_load_publish (self, LOTS);
  return self;
}

static double
ask (LookupLoad *self, double *per_second)
{
  const WebLoad load = { .port = self->port,
                         .connections = CONNECTIONS,
                         .n_requests = REQUESTS,
                         .write = lookup_load_write_counted,
                         .data = self };
  g_auto (WebLoadResult) result = { 0 };
  double cost = web_cost_measure (&load, self->pid, &result);

  *per_second = load.n_requests * 1e6 / (double)result.duration_us;
  return cost;
}

int
main (void)
{
  const char *database = g_getenv ("VOUCH_LOOKUP_DATABASE");
  double embedded[ROUNDS], server[ROUNDS], times[ROUNDS], per_second[ROUNDS];
  LookupLoad *one, *other;

  lookup_load_check (database != NULL, NULL);
  one = start (NULL);
  other = start (database);
  for (guint i = 0; i < ROUNDS; i++)
    {
      embedded[i] = ask (one, &per_second[i]);
      server[i] = ask (other, &per_second[i]);
      times[i] = server[i] / embedded[i];
    }
  bench_tell ("embedded_counted", web_cost_median (embedded, ROUNDS), "us");
  bench_tell ("postgres_counted", web_cost_median (server, ROUNDS), "us");
  bench_at_most ("postgres_to_embedded", web_cost_median (times, ROUNDS), "times", 3);
  bench_tell ("postgres_counted_rate", web_cost_median (per_second, ROUNDS), "/s");
  bench_at_most ("postgres_resident", lookup_load_get_resident_mib (other), "MiB", 64);
  lookup_load_free (one);
  lookup_load_free (other);
  return bench_end ();
}
