#include "vouch-reading-histogram.h"

#include <math.h>

static void
find_range (const VouchReadingSeries *series, gint64 *least, gint64 *most)
{
  *least = *most = g_array_index (series->values, gint64, 0);
  for (guint i = 1; i < series->values->len; i++)
    {
      gint64 value = g_array_index (series->values, gint64, i);

      *least = MIN (*least, value);
      *most = MAX (*most, value);
    }
}

/* Sturges' rule. */
static guint
choose_bars (guint n_readings)
{
  return CLAMP ((guint)ceil (1 + log2 (n_readings)), 3, VOUCH_READING_HISTOGRAM_BARS_MAX - 1);
}

/**
 * vouch_reading_histogram_init:
 * @self: (out caller-allocates): the histogram
 * @series: readings, at least one
 *
 * Counts readings in bars that each span as many steps of the gauge, so that no bar looks lower merely because fewer
 * values fall into it.
 */
void
vouch_reading_histogram_init (VouchReadingHistogram *self, const VouchReadingSeries *series)
{
  double resolution, steps;
  gint64 least, most;

  g_return_if_fail (self != NULL && series != NULL && series->values->len >= 1);

  find_range (series, &least, &most);
  resolution = (double)vouch_reading_series_get_resolution (series);
  steps = ((double)most - (double)least) / resolution + 1;
  *self = (VouchReadingHistogram){ .width = resolution * MAX (ceil (steps / choose_bars (series->values->len)), 1) };
  self->first = (double)least - resolution / 2;
  self->n_bars = (guint)CLAMP (ceil (steps * resolution / self->width), 1, VOUCH_READING_HISTOGRAM_BARS_MAX);
  for (guint i = 0; i < series->values->len; i++)
    {
      double place = ((double)g_array_index (series->values, gint64, i) - self->first) / self->width;
      guint bar = (guint)CLAMP (place, 0, self->n_bars - 1);

      self->counts[bar]++;
      self->most = MAX (self->most, self->counts[bar]);
    }
}
