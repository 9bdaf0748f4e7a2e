#include "vouch-label-pdf.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-label-backdrop-private.h"
#include "vouch-whole-file-private.h"

#define POINTS_PER_INCH 72.0

/* Points. A page is this much less than its dots, else a reader that rounds up sees a row of dots too many. */
#define PAGE_TRIM 0.001

/* A label is a whole number of dots: up to half a one more than its template says. */
#define SLACK_UM 85

struct _VouchLabelPdf
{
  char *path;
  VouchWholeFile *file; /* nullable: it is closed */
  VouchLabelBackdrop *backdrop;
  guint n_pages;
  int dx_um;
  int dy_um;
  const VouchSheetStock *stock; /* lent; nullable: a page a label */
  gint64 position;              /* of sheets: of the next label */
  gboolean is_begun;            /* of sheets: the page has labels already */
  cairo_surface_t *surface;
  cairo_t *cr;
};

static cairo_status_t
write_bytes (void *closure, const guchar *data, guint length)
{
  VouchLabelPdf *self = closure;

  return vouch_whole_file_write (self->file, data, length) ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

/**
 * vouch_label_pdf_new:
 * @path: the file to write; one that is there is replaced when the new one is whole
 * @error: STORAGE if nothing can be written in that folder
 *
 * Returns: (transfer full): a PDF without pages, or %NULL
 */
VouchLabelPdf *
vouch_label_pdf_new (const char *path, GError **error)
{
  g_autoptr (VouchLabelPdf) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_new0 (VouchLabelPdf, 1);
  self->file = vouch_whole_file_new (path, error);
  if (self->file == NULL)
    return NULL;
  self->path = g_strdup (path);
  self->backdrop = vouch_label_backdrop_new ();
  self->surface = cairo_pdf_surface_create_for_stream (write_bytes, self, POINTS_PER_INCH, POINTS_PER_INCH);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATOR, "Vouch");
  self->cr = cairo_create (self->surface);
  return g_steal_pointer (&self);
}

/**
 * vouch_label_pdf_move:
 * @self: a PDF
 * @dx_um: how far right, micrometres
 * @dy_um: how far down
 *
 * Moves everything on the pages that follow, for a printer that does not print where it should.
 */
void
vouch_label_pdf_move (VouchLabelPdf *self, int dx_um, int dy_um)
{
  self->dx_um = dx_um;
  self->dy_um = dy_um;
}

/**
 * vouch_label_pdf_use_sheets:
 * @self: a PDF without labels
 * @stock: the sheets that are in the printer; must outlive the PDF
 * @first_position: the first free label of the first one
 *
 * Has labels flow over sheets.
 */
void
vouch_label_pdf_use_sheets (VouchLabelPdf *self, const VouchSheetStock *stock, gint64 first_position)
{
  g_return_if_fail (stock != NULL && self->n_pages == 0 && first_position >= 1 &&
                    first_position <= vouch_sheet_stock_get_n_positions (stock));

  self->stock = stock;
  self->position = first_position;
}

/**
 * vouch_label_pdf_ends_page:
 * @self: a PDF
 *
 * Returns: whether the next label begins a page
 */
gboolean
vouch_label_pdf_ends_page (const VouchLabelPdf *self)
{
  return !self->is_begun;
}

static void
draw (VouchLabelPdf *self, const VouchLabel *label, int x, int y)
{
  guint dpi = vouch_label_get_dpi (label);
  double scale = POINTS_PER_INCH / dpi;

  cairo_save (self->cr);
  cairo_scale (self->cr, scale, scale);
  cairo_translate (self->cr, x + vouch_dots_from_um (self->dx_um, dpi), y + vouch_dots_from_um (self->dy_um, dpi));
  vouch_label_backdrop_draw (self->backdrop, label, self->cr);
  cairo_restore (self->cr);
}

static void
draw_page (VouchLabelPdf *self, const VouchLabel *label)
{
  double scale = POINTS_PER_INCH / vouch_label_get_dpi (label);

  cairo_pdf_surface_set_size (self->surface, vouch_label_get_width (label) * scale - PAGE_TRIM,
                              vouch_label_get_height (label) * scale - PAGE_TRIM);
  draw (self, label, 0, 0);
}

/* On the printer's dots, so that bars stay sharp, in the middle of what the sheet has there. */
static void
draw_cell (VouchLabelPdf *self, const VouchLabel *label)
{
  guint dpi = vouch_label_get_dpi (label);
  VouchRect cell;

  if (!self->is_begun)
    cairo_pdf_surface_set_size (self->surface, (double)self->stock->page_width_um * POINTS_PER_INCH / VOUCH_UM_PER_INCH,
                                (double)self->stock->page_height_um * POINTS_PER_INCH / VOUCH_UM_PER_INCH);
  vouch_sheet_stock_get_cell (self->stock, self->position, &cell);
  draw (self, label,
        vouch_dots_from_um (cell.x, dpi) + (vouch_dots_from_um (cell.width, dpi) - vouch_label_get_width (label)) / 2,
        vouch_dots_from_um (cell.y, dpi) +
            (vouch_dots_from_um (cell.height, dpi) - vouch_label_get_height (label)) / 2);
  self->is_begun = self->position < vouch_sheet_stock_get_n_positions (self->stock);
  self->position = self->is_begun ? self->position + 1 : 1;
}

static void
end_page (VouchLabelPdf *self)
{
  cairo_show_page (self->cr);
  self->is_begun = FALSE;
  self->n_pages++;
}

static gboolean
has_room (const VouchLabelPdf *self, const VouchLabel *label, GError **error)
{
  if (self->n_pages == VOUCH_LABEL_PDF_PAGES_MAX)
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, _ ("A PDF holds at most %d pages: print the rest apart"),
                   VOUCH_LABEL_PDF_PAGES_MAX);
      return FALSE;
    }
  return self->stock == NULL ||
         vouch_sheet_stock_takes (
             self->stock, vouch_dots_to_um (vouch_label_get_width (label), vouch_label_get_dpi (label)) - SLACK_UM,
             vouch_dots_to_um (vouch_label_get_height (label), vouch_label_get_dpi (label)) - SLACK_UM, error);
}

/**
 * vouch_label_pdf_add:
 * @self: a PDF
 * @label: a label
 * @error: INVALID if the PDF has its 10,000 pages, DENIED if the label is larger than those of the sheet, STORAGE if
 *   writing fails
 *
 * Adds a page of the label's size, or puts the label onto the next free position of a sheet.
 *
 * Returns: whether the label was added
 */
gboolean
vouch_label_pdf_add (VouchLabelPdf *self, const VouchLabel *label, GError **error)
{
  g_return_val_if_fail (self->file != NULL, FALSE);

  if (!has_room (self, label, error))
    return FALSE;
  if (self->stock != NULL)
    draw_cell (self, label);
  else
    draw_page (self, label);
  if (!self->is_begun)
    end_page (self);
  if (cairo_status (self->cr) != CAIRO_STATUS_SUCCESS)
    return vouch_whole_file_refuse (self->file, error);
  return TRUE;
}

static gboolean
finish (VouchLabelPdf *self)
{
  cairo_status_t status;

  g_clear_pointer (&self->cr, cairo_destroy);
  cairo_surface_finish (self->surface);
  status = cairo_surface_status (self->surface);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  return status == CAIRO_STATUS_SUCCESS;
}

/**
 * vouch_label_pdf_close:
 * @self: a PDF
 * @error: INVALID if it has no pages, STORAGE if it cannot be made to last
 *
 * Ends the PDF and gives it its name. Whatever fails, a file that had the name before is untouched.
 *
 * Returns: whether the file is there, whole and on the disk
 */
gboolean
vouch_label_pdf_close (VouchLabelPdf *self, GError **error)
{
  gboolean kept;

  g_return_val_if_fail (self->file != NULL, FALSE);

  if (self->is_begun)
    end_page (self);
  if (self->n_pages == 0)
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, _ ("“%s” would have no pages: choose at least one label"),
                   self->path);
      return FALSE;
    }
  kept = finish (self) ? vouch_whole_file_keep (self->file, error) : vouch_whole_file_refuse (self->file, error);
  g_clear_pointer (&self->file, vouch_whole_file_free);
  return kept;
}

/**
 * vouch_label_pdf_free:
 * @self: (nullable): a PDF; if it was not closed, nothing of it stays on the disk
 */
void
vouch_label_pdf_free (VouchLabelPdf *self)
{
  if (self == NULL)
    return;
  if (self->surface != NULL)
    finish (self);
  vouch_label_backdrop_free (self->backdrop);
  vouch_whole_file_free (self->file);
  g_free (self->path);
  g_free (self);
}
