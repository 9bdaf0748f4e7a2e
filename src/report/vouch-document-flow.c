/* Setting text: lines on a fixed pitch, in columns beside each other, over as many pages as it takes. */
#include "vouch-document-private.h"

#define FONT_FAMILY "Noto Sans, WenQuanYi Micro Hei, sans-serif"
#define BASELINE 0.72 /* of the pitch, from the upper edge of a line */

typedef struct
{
  double size;
  double pitch;
  PangoWeight weight;
  double grey;
} Style;

static const Style styles[] = {
  [VOUCH_STYLE_TITLE] = { 22, 30, PANGO_WEIGHT_BOLD, 0 },
  [VOUCH_STYLE_VERDICT] = { 24, 32, PANGO_WEIGHT_BOLD, 0 },
  [VOUCH_STYLE_HEADING] = { 12.5, 18, PANGO_WEIGHT_BOLD, 0 },
  [VOUCH_STYLE_SUBTITLE] = { 12.5, 18, PANGO_WEIGHT_NORMAL, 0.15 },
  [VOUCH_STYLE_BODY] = { 10, 15, PANGO_WEIGHT_NORMAL, 0 },
  [VOUCH_STYLE_KEY] = { 9, 15, PANGO_WEIGHT_NORMAL, 0.36 },
  [VOUCH_STYLE_CELL] = { 9, 13, PANGO_WEIGHT_NORMAL, 0 },
  [VOUCH_STYLE_COLUMN] = { 8, 12, PANGO_WEIGHT_BOLD, 0.25 },
  [VOUCH_STYLE_SMALL] = { 8, 12, PANGO_WEIGHT_NORMAL, 0.3 },
  [VOUCH_STYLE_TICK] = { 13, 22, PANGO_WEIGHT_NORMAL, 0 },
  [VOUCH_STYLE_TICK_NAME] = { 13, 22, PANGO_WEIGHT_BOLD, 0 },
};

double
vouch_document_style_get_pitch (VouchDocumentStyle style)
{
  return styles[style].pitch;
}

/* Paper has no pixels: glyphs stand where the font says and are not moved onto a grid. */
static void
set_up_for_paper (PangoLayout *layout)
{
  PangoContext *context = pango_layout_get_context (layout);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_layout_context_changed (layout);
  cairo_font_options_destroy (options);
}

/* Prepares a text for vouch_document_flow(); NULL stays blank. */
void
vouch_document_set_cell (VouchDocument *self, VouchFlowCell *cell, VouchDocumentStyle style, const char *text, double x,
                         double width)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  PangoFontDescription *font = pango_font_description_from_string (FONT_FAMILY);

  *cell = (VouchFlowCell){ .x = x, .width = width, .grey = styles[style].grey };
  cell->layout = pango_cairo_create_layout (self->cr);
  set_up_for_paper (cell->layout);
  pango_font_description_set_absolute_size (font, styles[style].size * PANGO_SCALE);
  pango_font_description_set_weight (font, styles[style].weight);
  pango_layout_set_font_description (cell->layout, font);
  pango_layout_set_width (cell->layout, (int)(width * PANGO_SCALE));
  pango_layout_set_wrap (cell->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (cell->layout, valid, -1);
  pango_font_description_free (font);
}

void
vouch_flow_cell_clear (VouchFlowCell *cell)
{
  g_clear_object (&cell->layout);
}

guint
vouch_flow_count_lines (const VouchFlowCell *cells, guint n_cells)
{
  int most = 0;

  for (guint i = 0; i < n_cells; i++)
    most = MAX (most, pango_layout_get_line_count (cells[i].layout));
  return (guint)most;
}

static void
draw_line (VouchDocument *self, const VouchFlowCell *cell, guint index, double baseline)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (cell->layout, (int)index);
  double x = cell->x;
  PangoRectangle extents;

  if (line == NULL)
    return;
  if (cell->is_right_aligned)
    {
      pango_layout_line_get_extents (line, NULL, &extents);
      x += cell->width - (double)extents.width / PANGO_SCALE;
    }
  cairo_set_source_rgb (self->cr, cell->grey, cell->grey, cell->grey);
  cairo_move_to (self->cr, x, baseline);
  pango_cairo_show_layout_line (self->cr, line);
}

/* Draws lines @first to @first + @count of all cells at the current place, which stays. */
void
vouch_document_draw_lines (VouchDocument *self, const VouchFlowCell *cells, guint n_cells, guint first, guint count,
                           double pitch)
{
  for (guint i = 0; i < n_cells; i++)
    for (guint line = 0; line < count; line++)
      draw_line (self, &cells[i], first + line, self->y + (line + BASELINE) * pitch);
}

/* Sets the cells beside each other from the current place on. What fits on a page is kept together; what is long is
 * broken between two lines. */
void
vouch_document_flow (VouchDocument *self, const VouchFlowCell *cells, guint n_cells, double pitch)
{
  guint n_lines = vouch_flow_count_lines (cells, n_cells), first = 0;

  vouch_document_reserve (self, n_lines * pitch);
  while (first < n_lines)
    {
      double room = (VOUCH_CONTENT_BOTTOM - self->y) / pitch + 1e-6;
      guint count = CLAMP ((guint)MAX (room, 0), 1, n_lines - first);

      vouch_document_draw_lines (self, cells, n_cells, first, count, pitch);
      vouch_document_skip (self, count * pitch);
      first += count;
      if (first < n_lines)
        vouch_document_begin_page (self);
    }
}
