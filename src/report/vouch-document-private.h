#pragma once

#include <pango/pangocairo.h>

#include "vouch-document.h"

G_BEGIN_DECLS

/* All lengths are points, 1/72 inch. */
#define VOUCH_PAGE_WIDTH 595.276
#define VOUCH_PAGE_HEIGHT 841.89
#define VOUCH_MARGIN_SIDE 50.0
#define VOUCH_MARGIN_TOP 48.0
#define VOUCH_MARGIN_BOTTOM 60.0
#define VOUCH_CONTENT_WIDTH (VOUCH_PAGE_WIDTH - 2 * VOUCH_MARGIN_SIDE)
#define VOUCH_CONTENT_BOTTOM (VOUCH_PAGE_HEIGHT - VOUCH_MARGIN_BOTTOM)

/**
 * VouchDocumentStyle:
 *
 * The sizes of type. Every style has a fixed distance between its lines, whatever fonts its text is made of, so that
 * Chinese and Latin texts of one row stand on the same lines.
 */
typedef enum
{
  VOUCH_STYLE_TITLE,
  VOUCH_STYLE_VERDICT,
  VOUCH_STYLE_HEADING,
  VOUCH_STYLE_SUBTITLE,
  VOUCH_STYLE_BODY,
  VOUCH_STYLE_KEY,
  VOUCH_STYLE_CELL,
  VOUCH_STYLE_COLUMN,
  VOUCH_STYLE_SMALL,
  VOUCH_STYLE_TICK,
  VOUCH_STYLE_TICK_NAME,
} VouchDocumentStyle;

/* A text in a column of its own: what vouch_document_flow() sets beside each other. */
typedef struct
{
  PangoLayout *layout; /* owned */
  double x;
  double width;
  double grey;
  gboolean is_right_aligned;
} VouchFlowCell;

struct _VouchDocument
{
  char *title;
  char *number; /* (nullable) stands beside the title at the head of the further pages */
  char *footer;
  GPtrArray *pages;             /* cairo recording surfaces */
  cairo_t *cr;                  /* of the last page */
  double y;                     /* where the next block begins */
  VouchDocumentColumn *columns; /* of the table in the making, or NULL; headings owned */
  guint n_columns;
  gboolean needs_column_heads; /* the first row brings them along, so that they never stand alone */
};

double vouch_document_style_get_pitch (VouchDocumentStyle style);
void vouch_document_set_cell (VouchDocument *self, VouchFlowCell *cell, VouchDocumentStyle style, const char *text,
                              double x, double width);
void vouch_flow_cell_clear (VouchFlowCell *cell);
guint vouch_flow_count_lines (const VouchFlowCell *cells, guint n_cells);
void vouch_document_draw_lines (VouchDocument *self, const VouchFlowCell *cells, guint n_cells, guint first,
                                guint count, double pitch);
void vouch_document_flow (VouchDocument *self, const VouchFlowCell *cells, guint n_cells, double pitch);
void vouch_document_reserve (VouchDocument *self, double height);
void vouch_document_skip (VouchDocument *self, double height);
void vouch_document_begin_page (VouchDocument *self);
void vouch_document_rule (VouchDocument *self, double grey, double thickness);
void vouch_document_draw_column_heads (VouchDocument *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VouchFlowCell, vouch_flow_cell_clear)

G_END_DECLS
