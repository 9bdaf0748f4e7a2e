#pragma once

#include "vouch-label-element.h"
#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchSheetStock:
 *
 * Sheets of labels for an office printer: where on the page they are. Lengths are micrometres; labels are counted from
 * 1, row by row as one reads.
 */
typedef struct
{
  char *name;
  gint64 page_width_um;
  gint64 page_height_um;
  gint64 columns;
  gint64 rows;
  gint64 width_um; /* of a label */
  gint64 height_um;
  gint64 left_um; /* from the page's edge to the first label */
  gint64 top_um;
  gint64 pitch_x_um; /* from one label's left edge to the next one's */
  gint64 pitch_y_um;
} VouchSheetStock;

VOUCH_DECLARE_RECORD (VouchSheetStock, vouch_sheet_stock)

GPtrArray *vouch_sheet_stock_list_built_in (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_sheet_stock_check (const VouchSheetStock *self, GError **error);
gboolean vouch_sheet_stock_takes (const VouchSheetStock *self, int width_um, int height_um, GError **error);
gint64 vouch_sheet_stock_get_n_positions (const VouchSheetStock *self);
void vouch_sheet_stock_get_cell (const VouchSheetStock *self, gint64 position, VouchRect *um);
char *vouch_sheet_stock_dup_words (const VouchSheetStock *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
