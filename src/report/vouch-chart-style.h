#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * VouchChartColour:
 *
 * A colour, its parts from 0 to 1.
 */
typedef struct
{
  double red;
  double green;
  double blue;
  double alpha;
} VouchChartColour;

/**
 * VouchChartStyle:
 * @context: (transfer none): what the words are set with; the size of its font gives the measure of everything
 * @foreground: of words, axes and every other curve
 * @grid: of what only guides the eye
 * @accent: of what the chart is about
 * @fault: of what is beyond a limit
 *
 * How a chart looks where it is drawn, on paper or in a window of any theme. Whatever colours tell apart is told apart
 * by shapes as well.
 */
typedef struct
{
  PangoContext *context;
  VouchChartColour foreground;
  VouchChartColour grid;
  VouchChartColour accent;
  VouchChartColour fault;
} VouchChartStyle;

/**
 * VouchChartDrawFunc:
 * @data: what is drawn
 * @style: how
 * @cr: where to
 * @width: of the chart, from 0
 * @height: of the chart, from 0
 *
 * Draws a chart.
 */
typedef void (*VouchChartDrawFunc) (gconstpointer data, const VouchChartStyle *style, cairo_t *cr, double width,
                                    double height);

void vouch_chart_style_use (const VouchChartColour *colour, cairo_t *cr);
void vouch_chart_style_draw_line (cairo_t *cr, double x1, double y1, double x2, double y2);
double vouch_chart_style_get_line (const VouchChartStyle *self);
double vouch_chart_style_measure (const VouchChartStyle *self, const char *text);
void vouch_chart_style_write (const VouchChartStyle *self, cairo_t *cr, const char *text, double x, double y,
                              double xalign, double room);

G_END_DECLS
