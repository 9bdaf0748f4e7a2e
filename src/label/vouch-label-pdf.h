#pragma once

#include <glib.h>

#include "vouch-label.h"
#include "vouch-sheet-stock.h"

G_BEGIN_DECLS

#define VOUCH_LABEL_PDF_PAGES_MAX 10000

/**
 * VouchLabelPdf:
 *
 * Writes labels into a PDF at their true size: one page a label, or many on a page as sheets of labels have them. The
 * file appears under its name only when it is whole.
 */
typedef struct _VouchLabelPdf VouchLabelPdf;

VouchLabelPdf *vouch_label_pdf_new (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_label_pdf_move (VouchLabelPdf *self, int dx_um, int dy_um);
void vouch_label_pdf_use_sheets (VouchLabelPdf *self, const VouchSheetStock *stock, gint64 first_position);
gboolean vouch_label_pdf_ends_page (const VouchLabelPdf *self);
gboolean vouch_label_pdf_add (VouchLabelPdf *self, const VouchLabel *label, GError **error);
gboolean vouch_label_pdf_close (VouchLabelPdf *self, GError **error);
void vouch_label_pdf_free (VouchLabelPdf *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchLabelPdf, vouch_label_pdf_free)

G_END_DECLS
