#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VouchChartAxis:
 * @least: where the axis begins
 * @most: where it ends
 * @first: the first tick
 * @step: from tick to tick: 1, 2 or 5 times a power of ten
 * @n_ticks: how many ticks there are
 * @n_decimals: how many digits behind the decimal point tell the ticks apart
 *
 * One axis of a chart. A plain value.
 */
typedef struct
{
  double least;
  double most;
  double first;
  double step;
  guint n_ticks;
  int n_decimals;
} VouchChartAxis;

void vouch_chart_axis_init (VouchChartAxis *self, double least, double most, guint n_ticks_most);
void vouch_chart_axis_widen (VouchChartAxis *self);
double vouch_chart_axis_get_tick (const VouchChartAxis *self, guint index);
char *vouch_chart_axis_dup_label (const VouchChartAxis *self, guint index) G_GNUC_WARN_UNUSED_RESULT;
double vouch_chart_axis_place (const VouchChartAxis *self, double value);

G_END_DECLS
