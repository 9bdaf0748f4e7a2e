/* How the document on a receipt looks: its sections, from top to bottom. */
#include <glib/gi18n-lib.h>

#include "vouch-quantity.h"
#include "vouch-report-pages.h"
#include "vouch-report-text.h"

/* With room above for a pen. */
#define SIGNATURE_LINE "\n______________________________"

static void
add_facts (VouchDocument *document, const VouchReceiptReport *self)
{
  const VouchDocumentPair pairs[] = {
    { _ ("Supplier"), self->supplier, TRUE },
    { _ ("Delivery"), self->delivery },
    { _ ("Order"), self->order },
    { _ ("Arrived"), self->arrived_at },
    { _ ("State"), self->state },
    { _ ("Carrier"), self->carrier },
    { _ ("Vehicle, waybill"), self->vehicle },
    { _ ("Packaging"), self->packaging },
    { _ ("Temperature"), self->temperature },
    { _ ("Papers"), self->papers },
  };

  vouch_document_add_pairs (document, pairs, G_N_ELEMENTS (pairs));
}

static char *
dup_number (gboolean is_known, gint64 quantity)
{
  return is_known ? vouch_quantity_to_string (quantity) : g_strdup ("–");
}

/* What is as it should be stays blank, so that the exceptions are seen. */
static char *
dup_exception (gboolean is_known, gint64 quantity)
{
  return is_known && quantity == 0 ? NULL : dup_number (is_known, quantity);
}

static void
add_line (VouchDocument *document, const VouchReceiptReportLine *line)
{
  g_autofree char *number = g_strdup_printf ("%u", line->number);
  g_autofree char *ordered = dup_number (line->has_ordered, line->ordered);
  g_autofree char *declared = dup_number (line->has_declared, line->declared);
  g_autofree char *counted = dup_number (line->is_counted, line->counted);
  g_autofree char *damaged = dup_exception (line->is_counted, line->damaged);
  g_autofree char *over = dup_exception (line->is_counted, line->over);
  g_autofree char *missing = dup_exception (line->is_counted, line->short_by);
  const char *const cells[] = { number,   line->product, line->lots, line->unit, ordered,
                                declared, counted,       damaged,    over,       missing };
  const VouchDocumentRow row = { .cells = cells };

  vouch_document_add_row (document, &row);
}

static void
add_lines (VouchDocument *document, const VouchReceiptReport *self)
{
  const VouchDocumentColumn columns[] = {
    { C_ ("number of a line", "No."), 26, TRUE },
    { _ ("Product"), 104 },
    { _ ("Lots"), 92 },
    { C_ ("of a quantity", "Unit"), 36 },
    { _ ("Ordered"), 48, TRUE },
    { _ ("Declared"), 50, TRUE },
    { _ ("Counted"), 50, TRUE },
    { _ ("Damaged"), 52, TRUE },
    { _ ("Over"), 34, TRUE },
    { _ ("Short"), 36, TRUE },
  };

  vouch_document_add_heading (document, _ ("Goods"));
  if (self->lines->len == 0)
    {
      vouch_document_add_paragraph (document, _ ("No goods have been received yet."));
      return;
    }
  vouch_document_begin_table (document, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < self->lines->len; i++)
    add_line (document, self->lines->pdata[i]);
  vouch_document_end_table (document);
}

static void
add_outcome (VouchDocument *document, const VouchReceiptReportLine *line)
{
  g_autofree char *number = g_strdup_printf ("%u", line->number);
  g_autofree char *counted = dup_number (line->is_counted, line->counted);
  g_autofree char *accepted = dup_number (line->is_counted, line->accepted);
  g_autofree char *rejected = dup_exception (line->is_counted, line->rejected);
  g_autofree char *held = dup_exception (line->is_counted, line->held);
  g_autofree char *missing = dup_exception (line->is_counted, line->short_by);
  const char *const cells[] = { number, line->product, line->unit, counted, accepted, rejected, held, missing };
  const VouchDocumentRow row = { .cells = cells };

  vouch_document_add_row (document, &row);
}

/* What became of the goods, line by line. */
static void
add_outcomes (VouchDocument *document, const VouchReceiptReport *self)
{
  const VouchDocumentColumn columns[] = {
    { C_ ("number of a line", "No."), 26, TRUE },
    { _ ("Product"), 150 },
    { C_ ("of a quantity", "Unit"), 40 },
    { _ ("Counted"), 62, TRUE },
    { _ ("Accepted"), 64, TRUE },
    { _ ("Rejected"), 64, TRUE },
    { _ ("Held"), 56, TRUE },
    { _ ("Short"), 56, TRUE },
  };

  if (self->lines->len == 0)
    return;
  vouch_document_add_heading (document, _ ("Outcome"));
  vouch_document_begin_table (document, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < self->lines->len; i++)
    add_outcome (document, self->lines->pdata[i]);
  vouch_document_end_table (document);
}

static void
add_persons (VouchDocument *document, const VouchReceiptReport *self)
{
  const VouchDocumentColumn columns[] = {
    { _ ("Person"), 130 }, { _ ("Part"), 120 }, { _ ("Time"), 110 }, { _ ("Signature on paper"), 140 }
  };

  vouch_document_add_heading (document, _ ("Persons"));
  if (self->persons->len == 0)
    {
      vouch_document_add_paragraph (document, _ ("Nobody has taken part yet."));
      return;
    }
  vouch_document_begin_table (document, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < self->persons->len; i++)
    {
      const VouchReceiptReportPerson *person = self->persons->pdata[i];
      const char *const cells[] = { person->name, person->part, person->at, SIGNATURE_LINE };
      const VouchDocumentRow row = { .cells = cells };

      vouch_document_add_row (document, &row);
    }
  vouch_document_end_table (document);
}

/**
 * vouch_receipt_report_lay_out:
 * @self: a document on a receipt, filled in
 *
 * Sets the document on pages, with labels in the current language.
 *
 * Returns: (transfer full): the pages, to be drawn on a screen or a printer
 */
VouchDocument *
vouch_receipt_report_lay_out (const VouchReceiptReport *self)
{
  g_autofree char *footer = NULL;
  VouchDocument *document;

  g_return_val_if_fail (self != NULL, NULL);

  footer = vouch_report_dup_footer (self->number, self->printed_at, self->printed_by);
  document = vouch_document_new (_ ("Goods receipt"), footer);
  vouch_document_add_title (document, self->station, self->number, self->supplier);
  add_facts (document, self);
  add_lines (document, self);
  vouch_document_add_small_print (document,
                                  _ ("Counted includes damaged. Over and short compare what was counted with what was "
                                     "declared. Received goods stay blocked until their lots are decided."));
  add_outcomes (document, self);
  if (self->note != NULL)
    {
      vouch_document_add_heading (document, _ ("Note"));
      vouch_document_add_paragraph (document, self->note);
    }
  add_persons (document, self);
  return document;
}

/**
 * vouch_receipt_report_write_pdf:
 * @self: a document on a receipt, filled in
 * @path: the file; an older one is replaced as a whole, or stays as it is
 * @error: STORAGE if the file cannot be written
 *
 * Writes the document as a PDF of A4 pages, with labels in the current language.
 *
 * Returns: whether the file is there
 */
gboolean
vouch_receipt_report_write_pdf (const VouchReceiptReport *self, const char *path, GError **error)
{
  g_autoptr (VouchDocument) document = NULL;

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);

  document = vouch_receipt_report_lay_out (self);
  return vouch_document_write_pdf (document, path, self->printed_at, error);
}
