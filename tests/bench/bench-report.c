#include "bench-report.h"

static gboolean over_limit;

BenchSeries *
bench_series_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (gint64));
}

void
bench_series_add (BenchSeries *self, gint64 duration_us)
{
  g_array_append_val (self, duration_us);
}

static int
compare_durations (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *)a, other = *(const gint64 *)b;

  return (one > other) - (one < other);
}

gint64
bench_series_median (BenchSeries *self)
{
  g_return_val_if_fail (self->len > 0, 0);

  g_array_sort (self, compare_durations);
  return g_array_index (self, gint64, self->len / 2);
}

/* A figure without a limit. */
void
bench_tell (const char *name, double value, const char *unit)
{
  g_print ("%s %.*f %s\n", name, value < 100 ? 2 : 0, value, unit);
}

static void
tell_with_limit (const char *name, double value, const char *unit, const char *relation, double limit, gboolean holds)
{
  g_print ("%s %.*f %s limit %s %.*f%s\n", name, value < 100 ? 2 : 0, value, unit, relation, limit < 100 ? 2 : 0, limit,
           holds ? "" : " MISSED");
  over_limit |= !holds;
}

void
bench_at_most (const char *name, double value, const char *unit, double limit)
{
  tell_with_limit (name, value, unit, "<=", limit, value <= limit);
}

void
bench_at_least (const char *name, double value, const char *unit, double limit)
{
  tell_with_limit (name, value, unit, ">=", limit, value >= limit);
}

/* The program's exit status: 1 where a limit was missed. */
int
bench_end (void)
{
  return over_limit ? 1 : 0;
}
