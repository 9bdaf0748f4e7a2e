/* What is done item by item, with a box to tick beside each: in large type, since it is read while walking. */
#include "vouch-document-private.h"

#define BOX 11.0
#define BOX_ROOM 18.0
#define COLUMN_GAP 14.0
#define NAME_WIDTH 150.0

static void
draw_box (VouchDocument *self, double x, double pitch)
{
  cairo_set_source_rgb (self->cr, 0, 0, 0);
  cairo_set_line_width (self->cr, 1);
  cairo_rectangle (self->cr, x + 0.5, self->y + (pitch - BOX) / 2, BOX, BOX);
  cairo_stroke (self->cr);
}

static double
measure_widest (VouchDocument *self, const char *const *texts, guint n_texts)
{
  const char *widest = "0";
  g_auto (VouchFlowCell) cell = { 0 };
  int width;

  /* Digits are as wide as each other: what has most of them is the widest. */
  for (guint i = 0; i < n_texts; i++)
    if (g_utf8_strlen (texts[i], -1) > g_utf8_strlen (widest, -1))
      widest = texts[i];
  vouch_document_set_cell (self, &cell, VOUCH_STYLE_TICK, widest, 0, VOUCH_CONTENT_WIDTH);
  pango_layout_get_size (cell.layout, &width, NULL);
  return (double)width / PANGO_SCALE;
}

/**
 * vouch_document_add_ticks:
 * @self: a document
 * @texts: (array length=n_texts): short texts, like numbers
 * @n_texts: how many
 *
 * Texts with a box each, as many in a line as fit, one below the other.
 */
void
vouch_document_add_ticks (VouchDocument *self, const char *const *texts, guint n_texts)
{
  const double pitch = vouch_document_style_get_pitch (VOUCH_STYLE_TICK);
  double wanted = BOX_ROOM + measure_widest (self, texts, n_texts) + COLUMN_GAP;
  guint n_columns = (guint)CLAMP ((VOUCH_CONTENT_WIDTH + COLUMN_GAP) / wanted, 1, 10);
  double width = VOUCH_CONTENT_WIDTH / n_columns;

  vouch_document_end_table (self);
  for (guint i = 0; i < n_texts; i++)
    {
      double x = VOUCH_MARGIN_SIDE + width * (i % n_columns);
      g_auto (VouchFlowCell) cell = { 0 };

      if (i % n_columns == 0)
        vouch_document_reserve (self, pitch);
      draw_box (self, x, pitch);
      vouch_document_set_cell (self, &cell, VOUCH_STYLE_TICK, texts[i], x + BOX_ROOM, width - BOX_ROOM);
      vouch_document_draw_lines (self, &cell, 1, 0, 1, pitch);
      if (i % n_columns == n_columns - 1 || i + 1 == n_texts)
        vouch_document_skip (self, pitch);
    }
  vouch_document_skip (self, 6);
}

/**
 * vouch_document_add_tick_row:
 * @self: a document
 * @name: what is to be gone to
 * @text: what is to be done there, however long
 *
 * A row with one box.
 */
void
vouch_document_add_tick_row (VouchDocument *self, const char *name, const char *text)
{
  const double pitch = vouch_document_style_get_pitch (VOUCH_STYLE_TICK);
  const double name_x = VOUCH_MARGIN_SIDE + BOX_ROOM, text_x = name_x + NAME_WIDTH + 8;
  VouchFlowCell cells[2];

  vouch_document_end_table (self);
  vouch_document_set_cell (self, &cells[0], VOUCH_STYLE_TICK_NAME, name, name_x, NAME_WIDTH);
  vouch_document_set_cell (self, &cells[1], VOUCH_STYLE_TICK, text, text_x,
                           VOUCH_MARGIN_SIDE + VOUCH_CONTENT_WIDTH - text_x);
  vouch_document_reserve (self, vouch_flow_count_lines (cells, G_N_ELEMENTS (cells)) * pitch + 6);
  draw_box (self, VOUCH_MARGIN_SIDE, pitch);
  vouch_document_flow (self, cells, G_N_ELEMENTS (cells), pitch);
  vouch_document_skip (self, 3);
  vouch_document_rule (self, 0.8, 0.4);
  vouch_document_skip (self, 3);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    vouch_flow_cell_clear (&cells[i]);
}
