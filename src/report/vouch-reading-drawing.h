#pragma once

#include "vouch-chart-style.h"
#include "vouch-reading-series.h"

G_BEGIN_DECLS

void vouch_reading_drawing_draw (const VouchReadingSeries *series, const VouchChartStyle *style, cairo_t *cr,
                                 double width, double height);

G_END_DECLS
