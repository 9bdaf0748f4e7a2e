#include "vouch-mark-drawing.h"

static void
draw_check (cairo_t *cr)
{
  cairo_move_to (cr, 0.08, 0.56);
  cairo_line_to (cr, 0.38, 0.86);
  cairo_line_to (cr, 0.94, 0.16);
  cairo_stroke (cr);
}

static void
draw_cross (cairo_t *cr)
{
  cairo_move_to (cr, 0.14, 0.14);
  cairo_line_to (cr, 0.86, 0.86);
  cairo_move_to (cr, 0.86, 0.14);
  cairo_line_to (cr, 0.14, 0.86);
  cairo_stroke (cr);
}

static void
draw_bars (cairo_t *cr)
{
  cairo_move_to (cr, 0.3, 0.12);
  cairo_line_to (cr, 0.3, 0.88);
  cairo_move_to (cr, 0.7, 0.12);
  cairo_line_to (cr, 0.7, 0.88);
  cairo_stroke (cr);
}

static void
draw_ring (cairo_t *cr)
{
  cairo_arc (cr, 0.5, 0.5, 0.36, 0, 2 * G_PI);
  cairo_stroke (cr);
}

static void
draw_triangle (cairo_t *cr)
{
  cairo_set_line_width (cr, 0.09);
  cairo_move_to (cr, 0.50, 0.10);
  cairo_line_to (cr, 0.93, 0.88);
  cairo_line_to (cr, 0.07, 0.88);
  cairo_close_path (cr);
  cairo_move_to (cr, 0.50, 0.38);
  cairo_line_to (cr, 0.50, 0.60);
  cairo_stroke (cr);
  cairo_arc (cr, 0.50, 0.745, 0.055, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
draw_question (cairo_t *cr)
{
  cairo_set_line_width (cr, 0.13);
  cairo_arc (cr, 0.50, 0.34, 0.22, -G_PI, G_PI * 0.25);
  cairo_curve_to (cr, 0.56, 0.58, 0.50, 0.56, 0.50, 0.70);
  cairo_stroke (cr);
  cairo_arc (cr, 0.50, 0.88, 0.08, 0, 2 * G_PI);
  cairo_fill (cr);
}

/**
 * vouch_mark_draw:
 * @mark: which sign
 * @cr: where to; its source is the colour
 * @x: left edge
 * @y: upper edge
 * @size: side of the square that the sign fills
 *
 * Draws a sign.
 */
void
vouch_mark_draw (VouchMark mark, cairo_t *cr, double x, double y, double size)
{
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, size, size);
  cairo_set_line_width (cr, 0.17);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  switch (mark)
    {
    case VOUCH_MARK_NONE:
      break;
    case VOUCH_MARK_PASS:
      draw_check (cr);
      break;
    case VOUCH_MARK_FAIL:
      draw_cross (cr);
      break;
    case VOUCH_MARK_HOLD:
      draw_bars (cr);
      break;
    case VOUCH_MARK_OPEN:
      draw_ring (cr);
      break;
    case VOUCH_MARK_WARNING:
      draw_triangle (cr);
      break;
    case VOUCH_MARK_QUESTION:
      draw_question (cr);
      break;
    }
  cairo_restore (cr);
}
