#pragma once

#include <adwaita.h>

#include "vouch-reading-series.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_READING_CHART (vouch_reading_chart_get_type ())
G_DECLARE_FINAL_TYPE (VouchReadingChart, vouch_reading_chart, VOUCH, READING_CHART, AdwBin)

/**
 * VouchReadingChart:
 *
 * The readings of one characteristic against their limits, in the order in which they were taken, with a histogram at
 * the side and the figures beside it as text.
 */

void vouch_reading_chart_set_series (VouchReadingChart *self, const VouchReadingSeries *series);

G_END_DECLS
