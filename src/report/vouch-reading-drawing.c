/* Readings in the order in which they were taken, against their limits, and how often each value came. Drawn here for
 * paper and screen. */
#include "vouch-reading-drawing.h"

#include <glib/gi18n-lib.h>

#include "vouch-chart-axis.h"
#include "vouch-mark-drawing.h"
#include "vouch-quantity.h"
#include "vouch-reading-figure.h"
#include "vouch-reading-histogram.h"
#include "vouch-report-text.h"

/* All lengths are parts of a line of text. */
#define TICK_ROOM 3.6
#define SAMPLE_WIDTH 2.0
#define LEGEND_PITCH 1.3
/* The histogram's part of the width, and what parts it from the run chart. */
#define HISTOGRAM_SHARE 0.2
#define HISTOGRAM_GAP 0.8
/* What is above and below of all that is shown, as a part of it. */
#define HEADROOM 0.06

typedef struct
{
  const VouchReadingSeries *series;
  const VouchChartStyle *style;
  cairo_t *cr;
  double line;                     /* height of a line of text */
  double left, top, width, height; /* of the run chart's field */
  double bars_left, bars_width;    /* of the histogram's */
  VouchChartAxis value;            /* in the unit */
  VouchChartAxis number;           /* of the reading, from 1 */
} Chart;

static double
y_of (const Chart *self, double millionths)
{
  double place = vouch_chart_axis_place (&self->value, millionths / (double)VOUCH_QUANTITY_ONE);

  return self->top + self->height * (1 - place);
}

static double
x_of (const Chart *self, guint index)
{
  return self->left + self->width * vouch_chart_axis_place (&self->number, index + 1);
}

static void
include (double *least, double *most, gboolean is_known, gint64 value)
{
  if (!is_known)
    return;
  *least = MIN (*least, (double)value / (double)VOUCH_QUANTITY_ONE);
  *most = MAX (*most, (double)value / (double)VOUCH_QUANTITY_ONE);
}

static void
find_values (Chart *self, guint n_ticks_most)
{
  const VouchReadingSeries *series = self->series;
  double resolution = (double)vouch_reading_series_get_resolution (series) / (double)VOUCH_QUANTITY_ONE;
  double least = G_MAXDOUBLE, most = -G_MAXDOUBLE, headroom;

  for (guint i = 0; i < series->values->len; i++)
    include (&least, &most, TRUE, g_array_index (series->values, gint64, i));
  include (&least, &most, series->has_lower, series->lower);
  include (&least, &most, series->has_upper, series->upper);
  include (&least, &most, series->has_nominal, series->nominal);
  headroom = MAX (HEADROOM * (most - least), resolution);
  vouch_chart_axis_init (&self->value, least - headroom, most + headroom, n_ticks_most);
}

static double
measure_labels (const Chart *self)
{
  double widest = 0;

  for (guint i = 0; i < self->value.n_ticks; i++)
    {
      g_autofree char *label = vouch_chart_axis_dup_label (&self->value, i);

      widest = MAX (widest, vouch_chart_style_measure (self->style, label));
    }
  return widest;
}

static void
lay_out (Chart *self, double width, double height)
{
  guint n = self->series->values->len;
  double room;

  self->top = 1.6 * self->line;
  self->height = MAX (height - self->top - (1.8 + 2 * LEGEND_PITCH) * self->line, 1);
  find_values (self, (guint)CLAMP (self->height / (2 * self->line), 2, 9));
  self->left = measure_labels (self) + 0.6 * self->line;
  room = MAX (width - self->left - self->line, 2);
  self->bars_width = HISTOGRAM_SHARE * room;
  self->width = MAX (room - self->bars_width - HISTOGRAM_GAP * self->line, 1);
  self->bars_left = self->left + self->width + HISTOGRAM_GAP * self->line;
  /* No more ticks than readings: between two of them there is none. */
  vouch_chart_axis_init (&self->number, 1, n, (guint)CLAMP (self->width / (TICK_ROOM * self->line), 2, n));
  self->number.least -= 0.5;
  self->number.most += 0.5;
}

static void
draw_values (const Chart *self)
{
  for (guint i = 0; i < self->value.n_ticks; i++)
    {
      g_autofree char *label = vouch_chart_axis_dup_label (&self->value, i);
      double y = y_of (self, vouch_chart_axis_get_tick (&self->value, i) * (double)VOUCH_QUANTITY_ONE);

      vouch_chart_style_use (&self->style->grid, self->cr);
      vouch_chart_style_draw_line (self->cr, self->left, y, self->bars_left + self->bars_width, y);
      vouch_chart_style_use (&self->style->foreground, self->cr);
      vouch_chart_style_write (self->style, self->cr, label, self->left - 0.4 * self->line, y - 0.5 * self->line, 1, 0);
    }
}

static void
draw_numbers (const Chart *self)
{
  double bottom = self->top + self->height;

  for (guint i = 0; i < self->number.n_ticks; i++)
    {
      g_autofree char *label = vouch_chart_axis_dup_label (&self->number, i);
      double place = vouch_chart_axis_place (&self->number, vouch_chart_axis_get_tick (&self->number, i));
      double x = self->left + self->width * place;

      vouch_chart_style_draw_line (self->cr, x, bottom, x, bottom + 0.25 * self->line);
      vouch_chart_style_write (self->style, self->cr, label, x, bottom + 0.3 * self->line, 0.5, 0);
    }
}

static void
draw_axes (const Chart *self, double width)
{
  /* Translators: what was measured, in which unit. */
  g_autofree char *title = self->series->unit != NULL && self->series->unit[0] != '\0'
                               ? g_strdup_printf (_ ("%s, %s"), self->series->name, self->series->unit)
                               : g_strdup (self->series->name);

  cairo_set_line_width (self->cr, MAX (0.06 * self->line, 0.5));
  draw_values (self);
  draw_numbers (self);
  cairo_set_line_width (self->cr, MAX (0.08 * self->line, 0.7));
  cairo_move_to (self->cr, self->left, self->top);
  cairo_line_to (self->cr, self->left, self->top + self->height);
  cairo_line_to (self->cr, self->left + self->width, self->top + self->height);
  cairo_stroke (self->cr);
  vouch_chart_style_draw_line (self->cr, self->bars_left, self->top, self->bars_left, self->top + self->height);
  vouch_chart_style_write (self->style, self->cr, title, 0, 0, 0, width);
}

/* Limits are heavy lines, what is aimed at a broken one; the legend has the same. */
static void
set_line (const Chart *self, gboolean is_limit)
{
  double dashes[] = { 0.5 * self->line, 0.3 * self->line };

  vouch_chart_style_use (&self->style->foreground, self->cr);
  cairo_set_line_width (self->cr, (is_limit ? 0.16 : 0.08) * self->line);
  cairo_set_dash (self->cr, dashes, is_limit ? 0 : G_N_ELEMENTS (dashes), 0);
}

static void
draw_level (const Chart *self, gboolean is_known, gint64 value, gboolean is_limit)
{
  double y = y_of (self, (double)value);

  if (!is_known)
    return;
  cairo_save (self->cr);
  set_line (self, is_limit);
  vouch_chart_style_draw_line (self->cr, self->left, y, self->bars_left + self->bars_width, y);
  cairo_restore (self->cr);
}

/* As large as there is room for beside its neighbours. */
static double
get_dot (const Chart *self)
{
  double apart = self->width / self->series->values->len;

  return CLAMP (0.4 * apart, 0.1 * self->line, 0.24 * self->line);
}

static void
draw_path (const Chart *self)
{
  const GArray *values = self->series->values;

  vouch_chart_style_use (&self->style->accent, self->cr);
  cairo_set_line_width (self->cr, 0.07 * self->line);
  for (guint i = 0; i < values->len; i++)
    cairo_line_to (self->cr, x_of (self, i), y_of (self, (double)g_array_index (values, gint64, i)));
  cairo_stroke (self->cr);
}

/* A disc inside of the limits, a cross beyond them, which is never smaller than can be seen. */
static void
draw_points (const Chart *self)
{
  const GArray *values = self->series->values;
  double dot = get_dot (self), cross = MAX (2.6 * dot, 0.62 * self->line);

  for (guint i = 0; i < values->len; i++)
    {
      gint64 value = g_array_index (values, gint64, i);
      double x = x_of (self, i), y = y_of (self, (double)value);

      if (vouch_reading_series_is_beyond (self->series, value))
        {
          vouch_chart_style_use (&self->style->fault, self->cr);
          vouch_mark_draw (VOUCH_MARK_FAIL, self->cr, x - cross / 2, y - cross / 2, cross);
          continue;
        }
      vouch_chart_style_use (&self->style->accent, self->cr);
      cairo_arc (self->cr, x, y, dot, 0, 2 * G_PI);
      cairo_fill (self->cr);
    }
}

static void
draw_histogram (const Chart *self)
{
  VouchReadingHistogram histogram;
  VouchChartColour fill = self->style->accent;

  vouch_reading_histogram_init (&histogram, self->series);
  fill.alpha *= 0.35;
  cairo_save (self->cr);
  cairo_rectangle (self->cr, self->bars_left, self->top, self->bars_width + self->line, self->height);
  cairo_clip (self->cr);
  cairo_set_line_width (self->cr, 0.06 * self->line);
  for (guint i = 0; i < histogram.n_bars; i++)
    {
      double lower = histogram.first + i * histogram.width;
      double bottom = y_of (self, lower), top = y_of (self, lower + histogram.width);

      if (histogram.counts[i] == 0)
        continue;
      cairo_rectangle (self->cr, self->bars_left, top, self->bars_width * histogram.counts[i] / histogram.most,
                       bottom - top);
      vouch_chart_style_use (&fill, self->cr);
      cairo_fill_preserve (self->cr);
      vouch_chart_style_use (&self->style->accent, self->cr);
      cairo_stroke (self->cr);
    }
  cairo_restore (self->cr);
}

static double
begin_key (const Chart *self, const char *text, double *x, double *y)
{
  double room = (SAMPLE_WIDTH + 0.5) * self->line + vouch_chart_style_measure (self->style, text);
  double right = self->bars_left + self->bars_width, at;

  if (*x > 0 && *x + room > right)
    {
      *x = 0;
      *y += LEGEND_PITCH * self->line;
    }
  at = *x;
  vouch_chart_style_use (&self->style->foreground, self->cr);
  vouch_chart_style_write (self->style, self->cr, text, at + (SAMPLE_WIDTH + 0.5) * self->line, *y, 0,
                           MAX (right - at - (SAMPLE_WIDTH + 0.5) * self->line, 1));
  *x += room + 1.2 * self->line;
  return at;
}

static void
draw_line_key (const Chart *self, gboolean is_limit, const char *text, double *x, double *y)
{
  double at = begin_key (self, text, x, y);

  cairo_save (self->cr);
  set_line (self, is_limit);
  vouch_chart_style_draw_line (self->cr, at, *y + 0.5 * self->line, at + SAMPLE_WIDTH * self->line,
                               *y + 0.5 * self->line);
  cairo_restore (self->cr);
}

static void
draw_legend (const Chart *self)
{
  const VouchReadingSeries *series = self->series;
  g_autofree char *limits = vouch_reading_figure_dup_limits (series);
  g_autofree char *nominal = vouch_report_dup_quantity (series->nominal, series->unit);
  double x = 0, y = self->top + self->height + 1.9 * self->line;

  if (limits != NULL)
    draw_line_key (self, TRUE, limits, &x, &y);
  if (series->has_nominal)
    {
      /* Translators: the value that is aimed at, with its unit. */
      g_autofree char *text = g_strdup_printf (_ ("Nominal %s"), nominal);

      draw_line_key (self, FALSE, text, &x, &y);
    }
  if (vouch_reading_series_count_beyond (series) > 0)
    {
      double at = begin_key (self, _ ("Beyond the limits"), &x, &y);

      vouch_chart_style_use (&self->style->fault, self->cr);
      vouch_mark_draw (VOUCH_MARK_FAIL, self->cr, at + (SAMPLE_WIDTH - 0.7) * self->line, y + 0.15 * self->line,
                       0.7 * self->line);
    }
}

/**
 * vouch_reading_drawing_draw:
 * @series: what to draw; at least VOUCH_READING_SERIES_LEAST readings
 * @style: how it looks there
 * @cr: where to, from 0, 0
 * @width: room there is
 * @height: room there is
 *
 * Draws the readings one after the other, with their limits, and a histogram at the side on the same scale.
 */
void
vouch_reading_drawing_draw (const VouchReadingSeries *series, const VouchChartStyle *style, cairo_t *cr, double width,
                            double height)
{
  Chart chart = { .series = series, .style = style, .cr = cr };

  g_return_if_fail (series != NULL && series->values->len >= VOUCH_READING_SERIES_LEAST && style != NULL);

  chart.line = vouch_chart_style_get_line (style);
  lay_out (&chart, width, height);
  cairo_save (cr);
  draw_axes (&chart, width);
  draw_histogram (&chart);
  draw_level (&chart, series->has_lower, series->lower, TRUE);
  draw_level (&chart, series->has_upper, series->upper, TRUE);
  draw_level (&chart, series->has_nominal, series->nominal, FALSE);
  draw_path (&chart);
  draw_points (&chart);
  draw_legend (&chart);
  cairo_restore (cr);
}
