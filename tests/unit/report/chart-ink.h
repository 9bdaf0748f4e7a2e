#pragma once

#include "vouch-chart-style.h"

G_BEGIN_DECLS

/* A chart drawn as a printer without colours draws it: black, on a sheet with a margin around the chart. */
typedef struct
{
  cairo_surface_t *image;
  int width;  /* of the chart */
  int height; /* of the chart */
} ChartInk;

#define CHART_INK_MARGIN 40

void chart_ink_draw (ChartInk *self, VouchChartDrawFunc draw, gconstpointer data, int width, int height);
void chart_ink_clear (ChartInk *self);
guint chart_ink_count (const ChartInk *self, int left, int top, int right, int bottom);
guint chart_ink_count_outside (const ChartInk *self);
gboolean chart_ink_is_like (const ChartInk *self, const ChartInk *other);

G_END_DECLS
