/* A file is a printer, too: what it was given comes out when the file is whole, and before that not at all. */
#include "vouch-label-pdf.h"
#include "vouch-printer-private.h"

typedef struct
{
  VouchPrinter parent;
  VouchLabelPdf *pdf;
  gint64 n_labels;
} PdfPrinter;

static gboolean
print (VouchPrinter *printer, const VouchLabel *label, GCancellable *cancellable, GError **error)
{
  PdfPrinter *self = (PdfPrinter *)printer;

  if (!vouch_label_pdf_add (self->pdf, label, error))
    return FALSE;
  self->n_labels++;
  return TRUE;
}

static gboolean
finish (VouchPrinter *printer, GCancellable *cancellable, GError **error)
{
  PdfPrinter *self = (PdfPrinter *)printer;

  if (!vouch_label_pdf_close (self->pdf, error))
    return FALSE;
  printer->n_given = printer->n_confirmed = self->n_labels;
  return TRUE;
}

static void
free_printer (VouchPrinter *printer)
{
  PdfPrinter *self = (PdfPrinter *)printer;

  vouch_label_pdf_free (self->pdf);
  g_free (self);
}

VouchPrinter *
vouch_printer_pdf_open (const VouchPrinterProfile *profile, const VouchPrinterOptions *options, GError **error)
{
  static const VouchPrinterKind kind = { print, finish, free_printer };
  VouchLabelPdf *pdf;
  PdfPrinter *self;

  g_return_val_if_fail (options->path != NULL, NULL);

  pdf = vouch_label_pdf_new (options->path, error);
  if (pdf == NULL)
    return NULL;
  vouch_label_pdf_move (pdf, (int)profile->dx_um, (int)profile->dy_um);
  if (options->sheet != NULL)
    vouch_label_pdf_use_sheets (pdf, options->sheet, options->first_position);
  self = g_new0 (PdfPrinter, 1);
  self->parent.kind = &kind;
  self->pdf = pdf;
  return &self->parent;
}
