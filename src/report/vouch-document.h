#pragma once

#include <cairo.h>
#include <glib.h>

#include "vouch-chart-style.h"
#include "vouch-mark.h"

G_BEGIN_DECLS

/**
 * VouchDocument:
 *
 * A document of A4 pages in the making. Blocks are added from top to bottom and break over pages by themselves; the
 * pages can then be drawn on any cairo context or written as a PDF. Texts are plain, never markup. A document belongs
 * to one thread.
 */
typedef struct _VouchDocument VouchDocument;

/**
 * VouchDocumentPair:
 * @key: what it is, translated
 * @value: (nullable): the fact; a dash is printed if there is none
 * @is_wide: whether it takes the width of the page instead of half of it
 *
 * One fact of a list of facts.
 */
typedef struct
{
  const char *key;
  const char *value;
  gboolean is_wide;
} VouchDocumentPair;

/**
 * VouchDocumentColumn:
 * @heading: translated
 * @share: how much of the page's width it takes, in relation to the other columns
 * @is_number: whether it is aligned at the right
 *
 * One column of a table of rows.
 */
typedef struct
{
  const char *heading;
  double share;
  gboolean is_number;
} VouchDocumentColumn;

/**
 * VouchDocumentRow:
 * @cells: (array): one text a column; NULL stays blank
 * @mark: the shape that is drawn before the text of @mark_column
 * @mark_column: index of a column
 * @is_struck: whether the row counts no longer; its texts are struck through
 * @note: (nullable): a line below the text of @mark_column, never struck through: why the row counts no longer
 *
 * One row of a table.
 */
typedef struct
{
  const char *const *cells;
  VouchMark mark;
  guint mark_column;
  gboolean is_struck;
  const char *note;
} VouchDocumentRow;

/**
 * VouchDocumentCode:
 * @caption: what stands below it
 * @columns: modules a row
 * @rows: 1 of bars
 * @quiet: modules that stay white around it
 * @modules: (array): one byte a module, row by row; not 0 is black
 *
 * A symbol for a scanner.
 */
typedef struct
{
  const char *caption;
  guint columns;
  guint rows;
  guint quiet;
  const guint8 *modules;
} VouchDocumentCode;

VouchDocument *vouch_document_new (const char *title, const char *footer) G_GNUC_WARN_UNUSED_RESULT;
void vouch_document_free (VouchDocument *self);

void vouch_document_add_title (VouchDocument *self, const char *left, const char *right, const char *subtitle);
void vouch_document_add_heading (VouchDocument *self, const char *text);
void vouch_document_add_paragraph (VouchDocument *self, const char *text);
void vouch_document_add_small_print (VouchDocument *self, const char *text);
void vouch_document_add_pairs (VouchDocument *self, const VouchDocumentPair *pairs, guint n_pairs);
void vouch_document_add_verdict (VouchDocument *self, VouchMark mark, const char *word, const char *reason);
void vouch_document_add_chart (VouchDocument *self, VouchChartDrawFunc draw, gconstpointer data, double height);
void vouch_document_add_codes (VouchDocument *self, const VouchDocumentCode *codes, guint n_codes);
void vouch_document_add_ticks (VouchDocument *self, const char *const *texts, guint n_texts);
void vouch_document_add_tick_row (VouchDocument *self, const char *name, const char *text);

void vouch_document_begin_table (VouchDocument *self, const VouchDocumentColumn *columns, guint n_columns);
void vouch_document_add_row (VouchDocument *self, const VouchDocumentRow *row);
void vouch_document_end_table (VouchDocument *self);

void vouch_document_get_page_size (double *width, double *height);
guint vouch_document_get_n_pages (VouchDocument *self);
void vouch_document_draw_page (VouchDocument *self, guint index, cairo_t *cr);
GBytes *vouch_document_to_pdf (VouchDocument *self, const char *made_at, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_document_write_pdf (VouchDocument *self, const char *path, const char *made_at, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchDocument, vouch_document_free)

G_END_DECLS
