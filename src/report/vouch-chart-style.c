#include "vouch-chart-style.h"

/**
 * vouch_chart_style_use:
 * @colour: a colour
 * @cr: where it becomes the source
 */
void
vouch_chart_style_use (const VouchChartColour *colour, cairo_t *cr)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha);
}

/**
 * vouch_chart_style_draw_line:
 * @cr: where to, with its source, width and dashes
 * @x1: one end
 * @y1: one end
 * @x2: the other
 * @y2: the other
 */
void
vouch_chart_style_draw_line (cairo_t *cr, double x1, double y1, double x2, double y2)
{
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
  cairo_stroke (cr);
}

static PangoLayout *
lay_out (const VouchChartStyle *self, const char *text)
{
  PangoLayout *layout = pango_layout_new (self->context);

  pango_layout_set_text (layout, text, -1);
  return layout;
}

/**
 * vouch_chart_style_get_line:
 * @self: a style
 *
 * Returns: the height of a line of text, by which everything in a chart is measured
 */
double
vouch_chart_style_get_line (const VouchChartStyle *self)
{
  g_autoptr (PangoLayout) layout = lay_out (self, "0");
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return (double)height / PANGO_SCALE;
}

/**
 * vouch_chart_style_measure:
 * @self: a style
 * @text: plain text
 *
 * Returns: how wide the text is
 */
double
vouch_chart_style_measure (const VouchChartStyle *self, const char *text)
{
  g_autoptr (PangoLayout) layout = lay_out (self, text);
  int width;

  pango_layout_get_size (layout, &width, NULL);
  return (double)width / PANGO_SCALE;
}

/**
 * vouch_chart_style_write:
 * @self: a style
 * @cr: where to; its source is the colour
 * @text: plain text
 * @x: where the text is held
 * @y: its upper edge
 * @xalign: which part of it is left of @x, from 0 to 1
 * @room: the width there is, beyond which the text is cut with dots; 0 for any
 *
 * Writes a line of text.
 */
void
vouch_chart_style_write (const VouchChartStyle *self, cairo_t *cr, const char *text, double x, double y, double xalign,
                         double room)
{
  g_autoptr (PangoLayout) layout = lay_out (self, text);
  int width;

  if (room > 0)
    {
      pango_layout_set_width (layout, (int)(room * PANGO_SCALE));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_get_size (layout, &width, NULL);
  cairo_move_to (cr, x - xalign * width / PANGO_SCALE, y);
  pango_cairo_show_layout (cr, layout);
  cairo_new_path (cr);
}
