/* Tables of rows: column heads that come back on every page, rows that are kept together, rows that count no longer. */
#include <string.h>

#include "vouch-document-private.h"
#include "vouch-mark-drawing.h"

#define CELL_GAP 8.0
#define ROW_PADDING 3.5
#define MARK_SIZE 7.5
#define MARK_WIDTH 12.0

static double
get_column_width (const VouchDocument *self, guint index)
{
  double sum = 0;

  for (guint i = 0; i < self->n_columns; i++)
    sum += self->columns[i].share;
  return VOUCH_CONTENT_WIDTH * self->columns[index].share / sum;
}

static void
clear_cells (VouchFlowCell *cells, guint n_cells)
{
  for (guint i = 0; i < n_cells; i++)
    vouch_flow_cell_clear (&cells[i]);
  g_free (cells);
}

static VouchFlowCell *
set_cells (VouchDocument *self, VouchDocumentStyle style, const char *const *texts, const VouchDocumentRow *row)
{
  VouchFlowCell *cells = g_new0 (VouchFlowCell, self->n_columns);
  double x = VOUCH_MARGIN_SIDE;

  for (guint i = 0; i < self->n_columns; i++)
    {
      double width = get_column_width (self, i);
      double indent = row != NULL && row->mark != VOUCH_MARK_NONE && row->mark_column == i ? MARK_WIDTH : 0;
      double gap = i + 1 < self->n_columns ? CELL_GAP : 0;

      vouch_document_set_cell (self, &cells[i], style, texts[i], x + indent, width - gap - indent);
      cells[i].is_right_aligned = self->columns[i].is_number;
      x += width;
    }
  return cells;
}

static void
add_note (VouchFlowCell *cell, const char *note)
{
  g_autofree char *valid = g_utf8_make_valid (note, -1);
  g_autofree char *both = g_strjoin ("\n", pango_layout_get_text (cell->layout), valid, NULL);

  pango_layout_set_text (cell->layout, both, -1);
}

/* Texts that count no longer are struck through and paler. */
static void
strike_through (VouchFlowCell *cells, guint n_cells)
{
  for (guint i = 0; i < n_cells; i++)
    {
      PangoAttrList *attributes = pango_attr_list_new ();
      PangoAttribute *strike = pango_attr_strikethrough_new (TRUE);

      /* What is added to the text later, like a note, is not struck. */
      strike->end_index = (guint)strlen (pango_layout_get_text (cells[i].layout));
      pango_attr_list_insert (attributes, strike);
      pango_layout_set_attributes (cells[i].layout, attributes);
      pango_attr_list_unref (attributes);
      cells[i].grey = 0.4;
    }
}

/* Draws the heads of the columns at the current place, as on every page the table reaches. */
void
vouch_document_draw_column_heads (VouchDocument *self)
{
  const double pitch = vouch_document_style_get_pitch (VOUCH_STYLE_COLUMN);
  g_autofree const char **texts = g_new0 (const char *, self->n_columns);
  VouchFlowCell *cells;
  guint n_lines;

  for (guint i = 0; i < self->n_columns; i++)
    texts[i] = self->columns[i].heading;
  cells = set_cells (self, VOUCH_STYLE_COLUMN, texts, NULL);
  n_lines = MIN (vouch_flow_count_lines (cells, self->n_columns), 4);
  vouch_document_draw_lines (self, cells, self->n_columns, 0, n_lines, pitch);
  vouch_document_skip (self, n_lines * pitch + 3);
  vouch_document_rule (self, 0, 0.9);
  clear_cells (cells, self->n_columns);
}

/**
 * vouch_document_begin_table:
 * @self: a document
 * @columns: (array length=n_columns): the columns, from left to right
 * @n_columns: how many, at least 1
 *
 * Begins a table. Its heads are drawn with the first row and again on each page it goes on to.
 */
void
vouch_document_begin_table (VouchDocument *self, const VouchDocumentColumn *columns, guint n_columns)
{
  g_return_if_fail (n_columns > 0);

  vouch_document_end_table (self);
  self->columns = g_new0 (VouchDocumentColumn, n_columns);
  self->n_columns = n_columns;
  for (guint i = 0; i < n_columns; i++)
    {
      self->columns[i] = columns[i];
      self->columns[i].heading = g_strdup (columns[i].heading);
    }
  self->needs_column_heads = TRUE;
}

static void
draw_first_heads (VouchDocument *self, double row_height)
{
  if (!self->needs_column_heads)
    return;
  vouch_document_reserve (self, 2 * vouch_document_style_get_pitch (VOUCH_STYLE_COLUMN) + row_height);
  vouch_document_draw_column_heads (self);
  self->needs_column_heads = FALSE;
}

/**
 * vouch_document_add_row:
 * @self: a document with a table begun
 * @row: the row
 */
void
vouch_document_add_row (VouchDocument *self, const VouchDocumentRow *row)
{
  const double pitch = vouch_document_style_get_pitch (VOUCH_STYLE_CELL);
  VouchFlowCell *cells;
  double height;

  g_return_if_fail (self->columns != NULL && row->mark_column < self->n_columns);

  cells = set_cells (self, VOUCH_STYLE_CELL, row->cells, row);
  if (row->is_struck)
    strike_through (cells, self->n_columns);
  if (row->note != NULL)
    add_note (&cells[row->mark_column], row->note);
  height = vouch_flow_count_lines (cells, self->n_columns) * pitch + 2 * ROW_PADDING;
  draw_first_heads (self, height);
  vouch_document_reserve (self, height);
  vouch_document_skip (self, ROW_PADDING);
  if (row->mark != VOUCH_MARK_NONE)
    {
      double grey = row->is_struck ? 0.4 : 0;

      cairo_set_source_rgb (self->cr, grey, grey, grey);
      vouch_mark_draw (row->mark, self->cr, cells[row->mark_column].x - MARK_WIDTH, self->y + (pitch - MARK_SIZE) / 2,
                       MARK_SIZE);
    }
  vouch_document_flow (self, cells, self->n_columns, pitch);
  vouch_document_skip (self, ROW_PADDING);
  vouch_document_rule (self, 0.8, 0.4);
  clear_cells (cells, self->n_columns);
}

/**
 * vouch_document_end_table:
 * @self: a document
 *
 * Ends the table, if one is begun.
 */
void
vouch_document_end_table (VouchDocument *self)
{
  if (self->columns == NULL)
    return;
  for (guint i = 0; i < self->n_columns; i++)
    g_free ((char *)self->columns[i].heading);
  g_clear_pointer (&self->columns, g_free);
  self->n_columns = 0;
  self->y += 8;
}
