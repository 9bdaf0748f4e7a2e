#pragma once

#include <glib.h>

/**
 * BenchSeries:
 *
 * Durations of the same thing done again and again. Their median is told, so that one busy moment of the machine does
 * not decide.
 */
typedef GArray BenchSeries; /* gint64, microseconds */

BenchSeries *bench_series_new (void) G_GNUC_WARN_UNUSED_RESULT;
void bench_series_add (BenchSeries *self, gint64 duration_us);
gint64 bench_series_median (BenchSeries *self);

void bench_tell (const char *name, double value, const char *unit);
void bench_at_most (const char *name, double value, const char *unit, double limit);
void bench_at_least (const char *name, double value, const char *unit, double limit);
int bench_end (void);
