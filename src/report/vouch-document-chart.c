/* A chart on paper: black on white, in the type of small print. */
#include "vouch-document-private.h"

#define GRID                                                                                                           \
  {                                                                                                                    \
    0.82, 0.82, 0.82, 1                                                                                                \
  }
#define BLACK                                                                                                          \
  {                                                                                                                    \
    0, 0, 0, 1                                                                                                         \
  }

/**
 * vouch_document_add_chart:
 * @self: a document
 * @draw: draws the chart
 * @data: what it draws; used at once
 * @height: how high it is, in points; it is as wide as the text
 *
 * A chart, which is never broken over two pages.
 */
void
vouch_document_add_chart (VouchDocument *self, VouchChartDrawFunc draw, gconstpointer data, double height)
{
  g_auto (VouchFlowCell) sample = { 0 };
  VouchChartStyle style = { .foreground = BLACK, .grid = GRID, .accent = BLACK, .fault = BLACK };

  vouch_document_end_table (self);
  vouch_document_reserve (self, height);
  vouch_document_set_cell (self, &sample, VOUCH_STYLE_SMALL, NULL, VOUCH_MARGIN_SIDE, VOUCH_CONTENT_WIDTH);
  style.context = pango_layout_get_context (sample.layout);
  pango_context_set_font_description (style.context, pango_layout_get_font_description (sample.layout));
  cairo_save (self->cr);
  cairo_translate (self->cr, VOUCH_MARGIN_SIDE, self->y);
  draw (data, &style, self->cr, VOUCH_CONTENT_WIDTH, height);
  cairo_restore (self->cr);
  vouch_document_skip (self, height + 8);
}
