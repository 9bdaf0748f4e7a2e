#include "vouch-label-mark-private.h"

/* All marks but the hatch are drawn in a unit square in the middle of their box. */
static const char *const names[] = { "hatch", "cross", "check", "pause", "return" };

gboolean
vouch_label_mark_find (const char *name, VouchLabelMark *mark)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_strcmp0 (names[i], name) == 0)
        {
          *mark = (VouchLabelMark)i;
          return TRUE;
        }
    }
  return FALSE;
}

/* Returns: (transfer full): the names, for people */
char *
vouch_label_mark_list_names (void)
{
  GString *list = g_string_new (names[0]);

  for (gsize i = 1; i < G_N_ELEMENTS (names); i++)
    g_string_append_printf (list, ", %s", names[i]);
  return g_string_free (list, FALSE);
}

/* Stripes at 45°, as wide as the gaps between them, and as wide as the shorter side of the box at most. */
static void
draw_hatch (cairo_t *cr, const VouchRect *dots)
{
  double height = dots->height;
  double stripe = MIN (dots->width, dots->height) * 0.55;

  cairo_rectangle (cr, dots->x, dots->y, dots->width, dots->height);
  cairo_clip (cr);
  cairo_translate (cr, dots->x, dots->y);
  for (double x = -height; x < dots->width; x += 2 * stripe)
    {
      cairo_move_to (cr, x, height);
      cairo_line_to (cr, x + height, 0);
      cairo_line_to (cr, x + height + stripe, 0);
      cairo_line_to (cr, x + stripe, height);
      cairo_close_path (cr);
    }
  cairo_fill (cr);
}

static void
draw_ring (cairo_t *cr)
{
  cairo_set_line_width (cr, 0.09);
  cairo_arc (cr, 0.5, 0.5, 0.45, 0, 2 * G_PI);
  cairo_stroke (cr);
}

static void
draw_cross (cairo_t *cr)
{
  cairo_set_line_width (cr, 0.09);
  cairo_rectangle (cr, 0.045, 0.045, 0.91, 0.91);
  cairo_stroke (cr);
  cairo_set_line_width (cr, 0.15);
  cairo_move_to (cr, 0.22, 0.22);
  cairo_line_to (cr, 0.78, 0.78);
  cairo_move_to (cr, 0.78, 0.22);
  cairo_line_to (cr, 0.22, 0.78);
  cairo_stroke (cr);
}

static void
draw_check (cairo_t *cr)
{
  draw_ring (cr);
  cairo_set_line_width (cr, 0.14);
  cairo_move_to (cr, 0.25, 0.52);
  cairo_line_to (cr, 0.43, 0.70);
  cairo_line_to (cr, 0.75, 0.34);
  cairo_stroke (cr);
}

static void
draw_pause (cairo_t *cr)
{
  draw_ring (cr);
  cairo_rectangle (cr, 0.31, 0.27, 0.14, 0.46);
  cairo_rectangle (cr, 0.55, 0.27, 0.14, 0.46);
  cairo_fill (cr);
}

static void
draw_return (cairo_t *cr)
{
  cairo_set_line_width (cr, 0.13);
  cairo_arc (cr, 0.5, 0.55, 0.32, -0.5 * G_PI, 0.9 * G_PI);
  cairo_stroke (cr);
  cairo_move_to (cr, 0.53, 0.02);
  cairo_line_to (cr, 0.53, 0.44);
  cairo_line_to (cr, 0.22, 0.23);
  cairo_close_path (cr);
  cairo_fill (cr);
}

void
vouch_label_mark_draw (VouchLabelMark self, cairo_t *cr, const VouchRect *dots, gboolean white)
{
  static void (*const draw[]) (cairo_t * cr) = { NULL, draw_cross, draw_check, draw_pause, draw_return };
  int side = MIN (dots->width, dots->height);

  cairo_save (cr);
  cairo_set_source_rgb (cr, white, white, white);
  if (self == VOUCH_LABEL_MARK_HATCH)
    draw_hatch (cr, dots);
  else
    {
      cairo_translate (cr, dots->x + (dots->width - side) / 2, dots->y + (dots->height - side) / 2);
      cairo_scale (cr, side, side);
      draw[self](cr);
    }
  cairo_restore (cr);
}
