#include "vouch-label-draw.h"

#include <pango/pangocairo.h>

#include "vouch-label-private.h"

/* Grey of antialiasing darker than this becomes black. */
#define THRESHOLD 0x80

/* Dots. Who draws a PDF takes the dot in which an edge lies for a whole one: on the very edge that is one too many, and
 * the bars are stretched over it. */
#define INSET 0.01

static cairo_surface_t *
create_mask (const VouchCode *code)
{
  int columns = vouch_code_get_columns (code);
  int rows = vouch_code_get_rows (code);
  cairo_surface_t *mask = cairo_image_surface_create (CAIRO_FORMAT_A1, columns, rows);
  guint8 *bits = cairo_image_surface_get_data (mask);
  int stride = cairo_image_surface_get_stride (mask);

  for (int row = 0; row < rows; row++)
    for (int column = 0; column < columns; column++)
      if (vouch_code_is_dark (code, column, row))
        bits[row * stride + column / 8] |=
            (guint8)(G_BYTE_ORDER == G_LITTLE_ENDIAN ? 1 << (column % 8) : 0x80 >> (column % 8));
  cairo_surface_mark_dirty (mask);
  return mask;
}

/**
 * vouch_code_draw:
 * @self: a symbol
 * @cr: where to draw, in dots
 * @x: the left edge of the bars or modules, without the quiet zone
 * @y: the top edge
 * @module: dots a module
 * @height: the height of bars, dots; ignored for a matrix
 *
 * Draws the modules as one black mask, which stays sharp on a bitmap and in a PDF.
 */
void
vouch_code_draw (const VouchCode *self, cairo_t *cr, int x, int y, int module, int height)
{
  cairo_surface_t *mask = create_mask (self);
  cairo_pattern_t *pattern = cairo_pattern_create_for_surface (mask);
  gboolean linear = vouch_symbology_is_linear (vouch_code_get_symbology (self));
  int columns = vouch_code_get_columns (self);
  int rows = vouch_code_get_rows (self);

  cairo_pattern_set_filter (pattern, CAIRO_FILTER_NEAREST);
  cairo_save (cr);
  cairo_translate (cr, x + INSET, y + INSET);
  cairo_scale (cr, (columns * module - 2 * INSET) / columns,
               ((linear ? height : rows * module) - 2 * INSET) / (linear ? 1 : rows));
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_mask (cr, pattern);
  cairo_restore (cr);
  cairo_pattern_destroy (pattern);
  cairo_surface_destroy (mask);
}

static void
draw_code (const VouchLabelItem *item, cairo_t *cr)
{
  VouchSymbology symbology = vouch_code_get_symbology (item->code);
  int quiet = vouch_symbology_get_quiet_zone (symbology) * item->module;
  gboolean linear = vouch_symbology_is_linear (symbology);

  vouch_code_draw (item->code, cr, item->dots.x + quiet, item->dots.y + (linear ? 0 : quiet), item->module,
                   item->dots.height);
}

static void
draw_text (const VouchLabelItem *item, cairo_t *cr)
{
  PangoRectangle logical;
  double x = item->dots.x;
  double y;

  pango_layout_get_extents (item->layout, NULL, &logical);
  y = item->dots.y + (item->dots.height - (double)logical.height / PANGO_SCALE) * (int)item->valign / 2.0;
  if (pango_layout_get_width (item->layout) < 0)
    x += (item->dots.width - (double)logical.width / PANGO_SCALE) * (int)item->align / 2.0;
  cairo_set_source_rgb (cr, item->white, item->white, item->white);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, item->layout);
  cairo_new_path (cr);
}

static void
draw_box (const VouchLabelItem *item, cairo_t *cr)
{
  const VouchRect *dots = &item->dots;
  int inset = item->thickness;

  cairo_set_source_rgb (cr, item->white, item->white, item->white);
  cairo_rectangle (cr, dots->x, dots->y, dots->width, dots->height);
  if (inset > 0)
    {
      cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
      cairo_rectangle (cr, dots->x + inset, dots->y + inset, dots->width - 2 * inset, dots->height - 2 * inset);
    }
  cairo_fill (cr);
}

static cairo_surface_t *
create_image_mask (const VouchLabelImage *image)
{
  cairo_surface_t *mask = cairo_image_surface_create (CAIRO_FORMAT_A8, image->columns, image->rows);
  guint8 *alpha = cairo_image_surface_get_data (mask);
  int stride = cairo_image_surface_get_stride (mask);

  for (int row = 0; row < image->rows; row++)
    for (int column = 0; column < image->columns; column++)
      if (image->bits[row * image->stride + column / 8] & (0x80 >> (column % 8)))
        alpha[row * stride + column] = 0xff;
  cairo_surface_mark_dirty (mask);
  return mask;
}

static void
draw_image (const VouchLabelItem *item, cairo_t *cr)
{
  cairo_surface_t *mask = create_image_mask (item->image);

  cairo_save (cr);
  cairo_translate (cr, item->dots.x, item->dots.y);
  cairo_scale (cr, (double)item->dots.width / item->image->columns, (double)item->dots.height / item->image->rows);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_mask_surface (cr, mask, 0, 0);
  cairo_restore (cr);
  cairo_surface_destroy (mask);
}

/*
 * vouch_label_item_draw:
 * @self: an item
 * @cr: where to draw, as for vouch_label_draw()
 */
void
vouch_label_item_draw (const VouchLabelItem *self, cairo_t *cr)
{
  switch (self->kind)
    {
    case VOUCH_ELEMENT_TEXT:
      draw_text (self, cr);
      break;
    case VOUCH_ELEMENT_CODE:
      draw_code (self, cr);
      break;
    case VOUCH_ELEMENT_IMAGE:
      draw_image (self, cr);
      break;
    case VOUCH_ELEMENT_BOX:
    case VOUCH_ELEMENT_LINE:
      draw_box (self, cr);
      break;
    case VOUCH_ELEMENT_MARK:
      vouch_label_mark_draw (self->mark, cr, &self->dots, self->white);
      break;
    }
}

/**
 * vouch_label_draw:
 * @self: a label
 * @cr: where to draw: one unit is one printer dot, the origin is the label's top left corner, the paper is white
 */
void
vouch_label_draw (const VouchLabel *self, cairo_t *cr)
{
  cairo_save (cr);
  for (guint i = 0; i < self->items->len; i++)
    vouch_label_item_draw (g_ptr_array_index (self->items, i), cr);
  cairo_restore (cr);
}

/* Black or white, as a thermal head can do no grey. */
static void
threshold (cairo_surface_t *surface, guint8 *pixels, guint width, guint height)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  for (guint y = 0; y < height; y++)
    {
      const guint32 *row = (const guint32 *)(gconstpointer)(data + (gsize)y * (gsize)stride);

      for (guint x = 0; x < width; x++)
        pixels[(gsize)y * width + x] = (row[x] & 0xff) < THRESHOLD ? 0 : 0xff;
    }
}

/**
 * vouch_label_render_grey:
 * @self: a label
 * @pixels: (out) (transfer full): one byte a dot, 0 is black and 255 is white; free with g_free()
 * @width: (out): dots a row
 * @height: (out): rows
 * @stride: (out): bytes a row
 *
 * Draws the label as the printer prints it.
 *
 * Returns: %FALSE if there is not enough memory
 */
gboolean
vouch_label_render_grey (const VouchLabel *self, guint8 **pixels, guint *width, guint *height, guint *stride)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, self->width, self->height);
  cairo_t *cr = cairo_create (surface);
  gboolean drawn;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  vouch_label_draw (self, cr);
  drawn = cairo_status (cr) == CAIRO_STATUS_SUCCESS;
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  if (drawn)
    {
      *width = *stride = (guint)self->width;
      *height = (guint)self->height;
      *pixels = g_malloc ((gsize)*stride * *height);
      threshold (surface, *pixels, *width, *height);
    }
  cairo_surface_destroy (surface);
  return drawn;
}
