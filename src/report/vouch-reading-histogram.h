#pragma once

#include "vouch-reading-series.h"

G_BEGIN_DECLS

/* More bars than that are not told apart beside a run chart. */
#define VOUCH_READING_HISTOGRAM_BARS_MAX 16

/**
 * VouchReadingHistogram:
 * @first: where the first bar begins, millionths
 * @width: how much each bar spans, millionths
 * @n_bars: how many bars there are
 * @counts: how many readings are in each
 * @most: the largest count
 *
 * How often readings are about as large. A plain value.
 */
typedef struct
{
  double first;
  double width;
  guint n_bars;
  guint counts[VOUCH_READING_HISTOGRAM_BARS_MAX];
  guint most;
} VouchReadingHistogram;

void vouch_reading_histogram_init (VouchReadingHistogram *self, const VouchReadingSeries *series);

G_END_DECLS
