/* Symbols that are scanned from the paper. What they say is nobody's business here: they come as modules. */
#include "vouch-document-private.h"

/* Points. An office printer has 300 or 600 dots an inch: on this lattice edges lie between two of them. */
#define DOT 0.24
#define MODULE_MATRIX (6 * DOT)
#define MODULE_BARS (4 * DOT)
#define BAR_HEIGHT (150 * DOT)
#define GAP 14.0
#define GAP_WISHED 60.0 /* a scanner that sweeps over one does not read the next */
#define WIDTH_MIN 84.0  /* a number of ours fits below */

/* Dots of the printer. Whoever draws a PDF takes the dot in which an edge lies for a whole one. */
#define INSET (0.01 * DOT)

static double
get_module (const VouchDocumentCode *code)
{
  return code->rows > 1 ? MODULE_MATRIX : MODULE_BARS;
}

static double
get_width (const VouchDocumentCode *code)
{
  return MAX ((code->columns + 2 * code->quiet) * get_module (code), WIDTH_MIN);
}

static double
get_height (const VouchDocumentCode *code)
{
  return code->rows > 1 ? (code->rows + 2 * code->quiet) * get_module (code) : BAR_HEIGHT;
}

static double
snap (double points)
{
  return (double)(gint64)(points / DOT + 0.5) * DOT;
}

static cairo_pattern_t *
create_mask (const VouchDocumentCode *code)
{
  cairo_surface_t *mask = cairo_image_surface_create (CAIRO_FORMAT_A8, (int)code->columns, (int)code->rows);
  guint8 *alpha = cairo_image_surface_get_data (mask);
  int stride = cairo_image_surface_get_stride (mask);
  cairo_pattern_t *pattern;

  for (guint row = 0; row < code->rows; row++)
    for (guint column = 0; column < code->columns; column++)
      alpha[row * (guint)stride + column] = code->modules[row * code->columns + column] ? 0xff : 0;
  cairo_surface_mark_dirty (mask);
  pattern = cairo_pattern_create_for_surface (mask);
  cairo_pattern_set_filter (pattern, CAIRO_FILTER_NEAREST);
  cairo_surface_destroy (mask);
  return pattern;
}

static void
draw_code (VouchDocument *self, const VouchDocumentCode *code, double x)
{
  double quiet = code->quiet * get_module (code);
  double width = code->columns * get_module (code);
  double height = code->rows > 1 ? code->rows * get_module (code) : BAR_HEIGHT;
  cairo_pattern_t *mask = create_mask (code);

  cairo_save (self->cr);
  cairo_set_source_rgb (self->cr, 0, 0, 0);
  cairo_translate (self->cr, snap (x + quiet) + INSET, snap (self->y + (code->rows > 1 ? quiet : 0)) + INSET);
  cairo_scale (self->cr, (width - 2 * INSET) / code->columns, (height - 2 * INSET) / code->rows);
  cairo_mask (self->cr, mask);
  cairo_restore (self->cr);
  cairo_pattern_destroy (mask);
}

/* Below the symbol, however high it is beside its neighbours. */
static void
draw_caption (VouchDocument *self, const VouchDocumentCode *code, double x, double height)
{
  const double pitch = vouch_document_style_get_pitch (VOUCH_STYLE_SMALL);
  g_auto (VouchFlowCell) cell = { 0 };
  double y = self->y;

  vouch_document_set_cell (self, &cell, VOUCH_STYLE_SMALL, code->caption, x + code->quiet * get_module (code),
                           get_width (code));
  self->y += height;
  vouch_document_draw_lines (self, &cell, 1, 0, 1, pitch);
  self->y = y;
}

static guint
count_in_line (const VouchDocumentCode *codes, guint n_codes, double *height, double *gap)
{
  double width = 0;
  guint n = 0;

  *height = 0;
  for (; n < n_codes && (n == 0 || width + n * GAP + get_width (&codes[n]) <= VOUCH_CONTENT_WIDTH); n++)
    {
      width += get_width (&codes[n]);
      *height = MAX (*height, get_height (&codes[n]));
    }
  *gap = n > 1 ? MIN (GAP_WISHED, (VOUCH_CONTENT_WIDTH - width) / (n - 1)) : 0;
  return n;
}

/**
 * vouch_document_add_codes:
 * @self: a document
 * @codes: (array length=n_codes): symbols
 * @n_codes: how many
 *
 * Symbols beside each other, each with its caption below, on as many lines as they need. A line is not broken over
 * pages.
 */
void
vouch_document_add_codes (VouchDocument *self, const VouchDocumentCode *codes, guint n_codes)
{
  const double pitch = vouch_document_style_get_pitch (VOUCH_STYLE_SMALL);

  g_return_if_fail (self != NULL && (codes != NULL || n_codes == 0));

  vouch_document_end_table (self);
  vouch_document_skip (self, 8);
  while (n_codes > 0)
    {
      double height, gap, x = VOUCH_MARGIN_SIDE;
      guint n = count_in_line (codes, n_codes, &height, &gap);

      vouch_document_reserve (self, height + pitch);
      for (guint i = 0; i < n; i++)
        {
          draw_code (self, &codes[i], x);
          draw_caption (self, &codes[i], x, height);
          x += get_width (&codes[i]) + gap;
        }
      vouch_document_skip (self, height + pitch + 4);
      codes += n;
      n_codes -= n;
    }
}
