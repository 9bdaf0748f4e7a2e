#include "chart-ink.h"

#include <string.h>

#define BLACK                                                                                                          \
  {                                                                                                                    \
    0, 0, 0, 1                                                                                                         \
  }

void
chart_ink_draw (ChartInk *self, VouchChartDrawFunc draw, gconstpointer data, int width, int height)
{
  cairo_t *cr;
  VouchChartStyle style = { .foreground = BLACK, .grid = { 0, 0, 0, 0.2 }, .accent = BLACK, .fault = BLACK };

  self->width = width;
  self->height = height;
  self->image =
      cairo_image_surface_create (CAIRO_FORMAT_A8, width + 2 * CHART_INK_MARGIN, height + 2 * CHART_INK_MARGIN);
  cr = cairo_create (self->image);
  cairo_translate (cr, CHART_INK_MARGIN, CHART_INK_MARGIN);
  style.context = pango_cairo_create_context (cr);
  draw (data, &style, cr, width, height);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  g_object_unref (style.context);
  cairo_destroy (cr);
  cairo_surface_flush (self->image);
}

void
chart_ink_clear (ChartInk *self)
{
  g_clear_pointer (&self->image, cairo_surface_destroy);
}

/* Pixels that are rather black, in a rectangle of the chart. */
guint
chart_ink_count (const ChartInk *self, int left, int top, int right, int bottom)
{
  const guint8 *pixels = cairo_image_surface_get_data (self->image);
  int stride = cairo_image_surface_get_stride (self->image);
  guint count = 0;

  for (int y = top + CHART_INK_MARGIN; y < bottom + CHART_INK_MARGIN; y++)
    for (int x = left + CHART_INK_MARGIN; x < right + CHART_INK_MARGIN; x++)
      count += pixels[y * stride + x] > 127;
  return count;
}

guint
chart_ink_count_outside (const ChartInk *self)
{
  int margin = CHART_INK_MARGIN;

  return chart_ink_count (self, -margin, -margin, self->width + margin, self->height + margin) -
         chart_ink_count (self, 0, 0, self->width, self->height);
}

gboolean
chart_ink_is_like (const ChartInk *self, const ChartInk *other)
{
  gsize size =
      (gsize)cairo_image_surface_get_stride (self->image) * (gsize)cairo_image_surface_get_height (self->image);

  return self->width == other->width && self->height == other->height &&
         memcmp (cairo_image_surface_get_data (self->image), cairo_image_surface_get_data (other->image), size) == 0;
}
