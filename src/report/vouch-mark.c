#include "vouch-mark.h"

#include "vouch-document-private.h"

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

/* Draws the shape into the square of @size at @x, @y, in the current colour. */
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
    }
  cairo_restore (cr);
}
