#include "vouch-document.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "vouch-document-private.h"
#include "vouch-error.h"

/* A block that needs more than this is broken rather than moved to the next page as a whole. */
#define KEEP_TOGETHER_MAX (0.5 * (VOUCH_CONTENT_BOTTOM - VOUCH_MARGIN_TOP))
#define FOOTER_Y (VOUCH_PAGE_HEIGHT - 44)
#define PAGE_NUMBER_WIDTH 110.0

/* The pages after the first say at their head what they belong to. */
static void
draw_running_head (VouchDocument *self)
{
  const double pitch = vouch_document_style_get_pitch (VOUCH_STYLE_SMALL), half = VOUCH_CONTENT_WIDTH / 2;
  VouchFlowCell cells[2];

  vouch_document_set_cell (self, &cells[0], VOUCH_STYLE_SMALL, self->title, VOUCH_MARGIN_SIDE, half);
  vouch_document_set_cell (self, &cells[1], VOUCH_STYLE_SMALL, self->number, VOUCH_MARGIN_SIDE + half, half);
  cells[1].is_right_aligned = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    pango_layout_set_ellipsize (cells[i].layout, PANGO_ELLIPSIZE_END);
  vouch_document_draw_lines (self, cells, G_N_ELEMENTS (cells), 0, 1, pitch);
  vouch_document_skip (self, pitch + 2);
  vouch_document_rule (self, 0.6, 0.5);
  vouch_document_skip (self, 10);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    vouch_flow_cell_clear (&cells[i]);
}

void
vouch_document_begin_page (VouchDocument *self)
{
  cairo_rectangle_t extents = { 0, 0, VOUCH_PAGE_WIDTH, VOUCH_PAGE_HEIGHT };
  cairo_surface_t *page = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);

  g_clear_pointer (&self->cr, cairo_destroy);
  g_ptr_array_add (self->pages, page);
  self->cr = cairo_create (page);
  self->y = VOUCH_MARGIN_TOP;
  if (self->pages->len == 1)
    return;
  draw_running_head (self);
  if (self->columns != NULL && !self->needs_column_heads)
    vouch_document_draw_column_heads (self);
}

/* Goes on to a new page unless @height is still free on this one. */
void
vouch_document_reserve (VouchDocument *self, double height)
{
  if (self->y + MIN (height, KEEP_TOGETHER_MAX) > VOUCH_CONTENT_BOTTOM + 1e-6)
    vouch_document_begin_page (self);
}

void
vouch_document_skip (VouchDocument *self, double height)
{
  self->y += height;
}

/* A line across the page at the current place. */
void
vouch_document_rule (VouchDocument *self, double grey, double thickness)
{
  cairo_set_source_rgb (self->cr, grey, grey, grey);
  cairo_set_line_width (self->cr, thickness);
  cairo_move_to (self->cr, VOUCH_MARGIN_SIDE, self->y);
  cairo_line_to (self->cr, VOUCH_MARGIN_SIDE + VOUCH_CONTENT_WIDTH, self->y);
  cairo_stroke (self->cr);
}

/**
 * vouch_document_new:
 * @title: what the document is, translated; heads the second and further pages and names the PDF
 * @footer: (nullable): stands at the foot of every page, beside the page number
 *
 * Returns: (transfer full): a document with one empty page
 */
VouchDocument *
vouch_document_new (const char *title, const char *footer)
{
  VouchDocument *self = g_new0 (VouchDocument, 1);

  self->title = g_utf8_make_valid (title, -1);
  self->footer = g_utf8_make_valid (footer != NULL ? footer : "", -1);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify)cairo_surface_destroy);
  vouch_document_begin_page (self);
  return self;
}

/**
 * vouch_document_free:
 * @self: (nullable): a document
 */
void
vouch_document_free (VouchDocument *self)
{
  if (self == NULL)
    return;
  vouch_document_end_table (self);
  g_clear_pointer (&self->cr, cairo_destroy);
  g_ptr_array_unref (self->pages);
  g_free (self->title);
  g_free (self->number);
  g_free (self->footer);
  g_free (self);
}

/**
 * vouch_document_get_page_size:
 * @width: (out): points
 * @height: (out): points
 *
 * The size of every page: A4, upright.
 */
void
vouch_document_get_page_size (double *width, double *height)
{
  *width = VOUCH_PAGE_WIDTH;
  *height = VOUCH_PAGE_HEIGHT;
}

/**
 * vouch_document_get_n_pages:
 * @self: a document
 *
 * Returns: how many pages there are so far, at least 1
 */
guint
vouch_document_get_n_pages (VouchDocument *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->pages->len;
}

/* The footer comes last, when the number of pages is known, and straight onto the target. */
static void
draw_footer (VouchDocument *self, guint index)
{
  /* Translators: the page's number, then the number of pages. */
  g_autofree char *number = g_strdup_printf (_ ("Page %u of %u"), index + 1, self->pages->len);
  const double x = VOUCH_MARGIN_SIDE, width = VOUCH_CONTENT_WIDTH - PAGE_NUMBER_WIDTH;
  VouchFlowCell cells[2];

  vouch_document_set_cell (self, &cells[0], VOUCH_STYLE_SMALL, self->footer, x, width);
  pango_layout_set_ellipsize (cells[0].layout, PANGO_ELLIPSIZE_END);
  vouch_document_set_cell (self, &cells[1], VOUCH_STYLE_SMALL, number, x + width, PAGE_NUMBER_WIDTH);
  cells[1].is_right_aligned = TRUE;
  self->y = FOOTER_Y;
  vouch_document_rule (self, 0.6, 0.5);
  vouch_document_skip (self, 4);
  vouch_document_draw_lines (self, cells, 2, 0, 1, vouch_document_style_get_pitch (VOUCH_STYLE_SMALL));
  vouch_flow_cell_clear (&cells[0]);
  vouch_flow_cell_clear (&cells[1]);
}

/**
 * vouch_document_draw_page:
 * @self: a document that is complete
 * @index: from 0
 * @cr: where to draw; the page covers 0, 0 to vouch_document_get_page_size() in its current coordinates
 *
 * Draws one page with its footer, on a screen as well as on paper.
 */
void
vouch_document_draw_page (VouchDocument *self, guint index, cairo_t *cr)
{
  cairo_t *own = self->cr;
  double y = self->y;

  g_return_if_fail (index < self->pages->len);

  cairo_save (cr);
  cairo_set_source_surface (cr, self->pages->pdata[index], 0, 0);
  cairo_paint (cr);
  self->cr = cr;
  draw_footer (self, index);
  self->cr = own;
  self->y = y;
  cairo_restore (cr);
}

static cairo_status_t
write_bytes (void *closure, const guchar *data, guint length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_status_t
draw_pdf (VouchDocument *self, const char *made_at, GByteArray *bytes)
{
  cairo_surface_t *pdf = cairo_pdf_surface_create_for_stream (write_bytes, bytes, VOUCH_PAGE_WIDTH, VOUCH_PAGE_HEIGHT);
  cairo_t *cr = cairo_create (pdf);
  cairo_status_t status;

  cairo_pdf_surface_set_metadata (pdf, CAIRO_PDF_METADATA_TITLE, self->title);
  cairo_pdf_surface_set_metadata (pdf, CAIRO_PDF_METADATA_CREATOR, "Vouch " VOUCH_VERSION);
  if (made_at != NULL)
    cairo_pdf_surface_set_metadata (pdf, CAIRO_PDF_METADATA_CREATE_DATE, made_at);
  for (guint i = 0; i < self->pages->len; i++)
    {
      vouch_document_draw_page (self, i, cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (pdf);
  status = cairo_surface_status (pdf);
  cairo_surface_destroy (pdf);
  return status;
}

/**
 * vouch_document_to_pdf:
 * @self: a document that is complete
 * @made_at: (nullable): RFC 3339 time of making, for the PDF's metadata
 * @error: STORAGE if it cannot be drawn
 *
 * Returns: (transfer full) (nullable): all pages as a PDF
 */
GBytes *
vouch_document_to_pdf (VouchDocument *self, const char *made_at, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_status_t status;

  g_return_val_if_fail (self != NULL, NULL);

  vouch_document_end_table (self);
  status = draw_pdf (self, made_at, bytes);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, _ ("The PDF “%s” could not be drawn: %s"), self->title,
               cairo_status_to_string (status));
  return NULL;
}

/**
 * vouch_document_write_pdf:
 * @self: a document that is complete
 * @path: the file; an older one is replaced as a whole, or stays as it is
 * @made_at: (nullable): RFC 3339 time of making, for the PDF's metadata
 * @error: STORAGE if the file cannot be written
 *
 * Writes all pages as a PDF, to a temporary file that is renamed when it is safe on the disk.
 *
 * Returns: whether the file is there
 */
gboolean
vouch_document_write_pdf (VouchDocument *self, const char *path, const char *made_at, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);

  bytes = vouch_document_to_pdf (self, made_at, error);
  if (bytes == NULL)
    return FALSE;
  if (!g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes),
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0644, &local))
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, _ ("The PDF “%s” could not be written: %s"), path,
                   local->message);
      return FALSE;
    }
  return TRUE;
}
