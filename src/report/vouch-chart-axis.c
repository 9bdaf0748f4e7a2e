#include "vouch-chart-axis.h"

#include <math.h>

/* What a tick may miss its end of the axis by, in steps. */
#define ROUNDING 1e-9

/* The smallest of 1, 2, 5 times a power of ten that is no smaller than @wanted. */
static double
round_step (double wanted)
{
  double power = pow (10, floor (log10 (wanted))), part = wanted / power;

  return power * (part <= 1 + ROUNDING ? 1 : part <= 2 + ROUNDING ? 2 : part <= 5 + ROUNDING ? 5 : 10);
}

static void
set_ticks (VouchChartAxis *self)
{
  double first = ceil (self->least / self->step - ROUNDING), last = floor (self->most / self->step + ROUNDING);

  self->first = first * self->step;
  self->n_ticks = (guint)MAX (last - first + 1, 0);
  self->n_decimals = MAX (0, (int)-floor (log10 (self->step) + ROUNDING));
}

/**
 * vouch_chart_axis_init:
 * @self: (out caller-allocates): the axis
 * @least: the smallest value that is shown
 * @most: the largest, which is made larger where it is not above @least
 * @n_ticks_most: how many ticks there is room for, at least 2
 *
 * Finds round ticks between two values, which stay the ends of the axis.
 */
void
vouch_chart_axis_init (VouchChartAxis *self, double least, double most, guint n_ticks_most)
{
  g_return_if_fail (self != NULL && isfinite (least) && isfinite (most) && n_ticks_most >= 2);

  if (most <= least)
    most = least + MAX (fabs (least) * 1e-6, 1e-6);
  *self = (VouchChartAxis){ .least = least, .most = most };
  self->step = round_step ((most - least) / (n_ticks_most - 1));
  set_ticks (self);
}

/**
 * vouch_chart_axis_widen:
 * @self: an axis
 *
 * Lets the axis begin and end with a tick.
 */
void
vouch_chart_axis_widen (VouchChartAxis *self)
{
  g_return_if_fail (self != NULL);

  self->least = floor (self->least / self->step + ROUNDING) * self->step;
  self->most = ceil (self->most / self->step - ROUNDING) * self->step;
  set_ticks (self);
}

/**
 * vouch_chart_axis_get_tick:
 * @self: an axis
 * @index: from 0
 *
 * Returns: the value there
 */
double
vouch_chart_axis_get_tick (const VouchChartAxis *self, guint index)
{
  return self->first + index * self->step;
}

/**
 * vouch_chart_axis_dup_label:
 * @self: an axis
 * @index: of a tick, from 0
 *
 * Returns: (transfer full): its number, with the decimal sign of the language
 */
char *
vouch_chart_axis_dup_label (const VouchChartAxis *self, guint index)
{
  double tick = vouch_chart_axis_get_tick (self, index);

  /* No rounding shall make a negative zero. */
  return g_strdup_printf ("%.*f", self->n_decimals, fabs (tick) < self->step / 2 ? 0 : tick);
}

/**
 * vouch_chart_axis_place:
 * @self: an axis
 * @value: a value
 *
 * Returns: where it is on the axis: 0 where it begins, 1 where it ends
 */
double
vouch_chart_axis_place (const VouchChartAxis *self, double value)
{
  return (value - self->least) / (self->most - self->least);
}
