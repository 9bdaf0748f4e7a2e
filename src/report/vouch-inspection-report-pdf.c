/* How an inspection report looks: its sections, from top to bottom. */
#include <glib/gi18n-lib.h>

#include "vouch-inspection-report-private.h"
#include "vouch-report-pages.h"
#include "vouch-report-text.h"

static char *
join_lines (const char *first, const char *second)
{
  if (first == NULL || second == NULL)
    return g_strdup (first != NULL ? first : second);
  return g_strjoin ("\n", first, second, NULL);
}

/* Translators, in each: how many were inspected, how many of them or in them were found; then the plan's Ac and Re. */
static char *
format_counts (const VouchInspectionReport *self)
{
  if (self->classes->len > 0)
    return g_strdup_printf (_ ("%u inspected · %u nonconforming"), self->inspected, self->nonconforming);
  if (self->sampling_standard == NULL)
    return NULL;
  if (self->counts_nonconformities)
    return g_strdup_printf (_ ("%u inspected · %u nonconformities · Ac %u · Re %u"), self->inspected,
                            self->nonconforming, self->ac, self->re);
  return g_strdup_printf (_ ("%u inspected · %u nonconforming · Ac %u · Re %u"), self->inspected, self->nonconforming,
                          self->ac, self->re);
}

/* The verdict comes first: it is what most readers want to know. */
static void
add_verdict (VouchDocument *document, const VouchInspectionReport *self)
{
  g_autofree char *counts = format_counts (self);
  g_autofree char *reason = join_lines (counts, self->verdict_reason);

  vouch_document_add_verdict (document, self->verdict_mark, self->verdict, reason);
}

/* In the house a missing fact is shown as missing; to the public nothing is said of it. */
static void
add_facts (VouchDocument *document, const VouchInspectionReport *self, const VouchDocumentPair *pairs, guint n_pairs)
{
  g_autoptr (GArray) shown = g_array_new (FALSE, FALSE, sizeof (VouchDocumentPair));

  for (guint i = 0; i < n_pairs; i++)
    if (!self->is_public || pairs[i].value != NULL)
      g_array_append_val (shown, pairs[i]);
  vouch_document_add_pairs (document, (const VouchDocumentPair *)shown->data, shown->len);
}

static void
add_lot (VouchDocument *document, const VouchInspectionReport *self)
{
  g_autofree char *produced = vouch_report_dup_date (self->produced);
  g_autofree char *expiry = vouch_report_dup_date (self->expiry);
  g_autofree char *received = vouch_report_dup_quantity (self->quantity_received, self->quantity_unit);
  const VouchDocumentPair pairs[] = {
    { _ ("Product"), self->product_name, TRUE },
    { _ ("Article no."), self->sku },
    { _ ("GTIN"), self->gtin },
    { _ ("Specification"), self->specification, TRUE },
    { _ ("Supplier"), self->supplier, TRUE },
    { _ ("Lot"), self->lot },
    { _ ("Supplier lot"), self->supplier_lot },
    { _ ("Produced"), produced },
    { _ ("Expiry"), expiry },
    { _ ("Origin"), self->origin },
    { _ ("Received"), received },
    { _ ("Receipt"), self->receipt },
    { _ ("Delivery"), self->delivery },
    { _ ("Arrived"), self->received_at },
  };

  add_facts (document, self, pairs, G_N_ELEMENTS (pairs));
}

static char *
format_letter (const VouchInspectionReport *self)
{
  if (self->letter == '\0')
    return NULL;
  if (self->letter == self->plan_letter)
    return g_strdup_printf ("%c", self->letter);
  /* Translators: a code letter, then the letter of the plan an arrow leads to. */
  return g_strdup_printf (_ ("%c → plan of %c"), self->letter, self->plan_letter);
}

/* "Carton 1: 4, 12 · Carton 2: 5", so that whoever looks finds them again. */
static char *
format_units (const VouchInspectionReport *self)
{
  g_autoptr (GArray) units = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->package_size == 0)
    return vouch_report_dup_ranges (self->units);
  for (guint i = 0; i < self->units->len; i++)
    {
      guint32 at = g_array_index (self->units, guint32, i) - 1;
      guint32 carton = at / self->package_size, unit = at % self->package_size + 1;
      g_autofree char *ranges = NULL;

      g_array_append_val (units, unit);
      if (i + 1 < self->units->len && (g_array_index (self->units, guint32, i + 1) - 1) / self->package_size == carton)
        continue;
      ranges = vouch_report_dup_ranges (units);
      if (text->len > 0)
        g_string_append (text, " · ");
      /* Translators: the number of a carton or pallet; the numbers of units in it, like "4, 12". */
      g_string_append_printf (text, _ ("Carton %u: %s"), carton + 1, ranges);
      g_array_set_size (units, 0);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_class (VouchDocument *document, const VouchReportClass *class)
{
  const char *const cells[] = { class->name, class->terms, class->sample, class->found, class->result };
  const VouchDocumentRow row = { .cells = cells, .mark = class->mark, .mark_column = 4 };

  vouch_document_add_row (document, &row);
}

/* A plan for each class of defects, or one with several stages. */
static void
add_classes (VouchDocument *document, const VouchInspectionReport *self)
{
  const VouchDocumentColumn columns[] = {
    { _ ("Defects"), 84 }, { _ ("Plan"), 130 }, { _ ("Sample"), 110 }, { _ ("Found"), 84 }, { _ ("Result"), 94 },
  };
  g_autofree char *lot_size = g_strdup_printf ("%" G_GINT64_FORMAT, self->lot_size);
  g_autofree char *units = format_units (self);
  const VouchDocumentPair pairs[] = {
    { _ ("Lot size"), lot_size },
    { _ ("Units drawn"), units, TRUE },
  };

  vouch_document_add_pairs (document, pairs, G_N_ELEMENTS (pairs));
  vouch_document_begin_table (document, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < self->classes->len; i++)
    add_class (document, self->classes->pdata[i]);
  vouch_document_end_table (document);
}

static void
add_plan (VouchDocument *document, const VouchInspectionReport *self)
{
  g_autofree char *lot_size = g_strdup_printf ("%" G_GINT64_FORMAT, self->lot_size);
  g_autofree char *letter = format_letter (self);
  g_autofree char *n = self->full_inspection ? g_strdup_printf (_ ("%u · every item (100 %%)"), self->n)
                                             : g_strdup_printf ("%u", self->n);
  g_autofree char *numbers = g_strdup_printf ("Ac %u · Re %u", self->ac, self->re);
  g_autofree char *units = format_units (self);
  const VouchDocumentPair pairs[] = {
    { _ ("Standard"), self->sampling_standard, TRUE },
    { _ ("Severity"), self->severity },
    { _ ("Lot size"), lot_size },
    { _ ("Level"), self->level },
    { _ ("AQL"), self->aql },
    { _ ("Code letter"), letter },
    { _ ("Sample size n"), n },
    { _ ("Judged by"), numbers },
    { _ ("Units drawn"), units, TRUE },
  };

  vouch_document_add_heading (document, _ ("Sampling plan"));
  if (self->sampling_standard == NULL && self->classes->len == 0)
    {
      vouch_document_add_paragraph (document, _ ("Not planned yet."));
      return;
    }
  if (self->classes->len > 0)
    add_classes (document, self);
  else
    vouch_document_add_pairs (document, pairs, G_N_ELEMENTS (pairs));
  if (self->why != NULL)
    vouch_document_add_small_print (document, self->why);
}

static void
add_reading (VouchDocument *document, const VouchReportReading *reading)
{
  g_autofree char *unit = g_strdup_printf ("%u", reading->unit);
  g_autofree char *value = join_lines (reading->value, reading->limits);
  g_autofree char *defect = join_lines (reading->defect_code, reading->defect_name);
  const char *const cells[] = { unit,   reading->characteristic, reading->result, value,
                                defect, reading->inspector,      reading->at };
  const VouchDocumentRow row = { .cells = cells,
                                 .mark = reading->mark,
                                 .mark_column = 2,
                                 .is_struck = reading->is_undone,
                                 .note = reading->is_undone ? _ ("undone") : NULL };

  vouch_document_add_row (document, &row);
}

static void
add_readings (VouchDocument *document, const VouchInspectionReport *self)
{
  const VouchDocumentColumn columns[] = {
    { C_ ("of a sample", "Unit"), 32, TRUE },
    { _ ("Characteristic"), 124 },
    { _ ("Result"), 62 },
    { _ ("Value · limits"), 96 },
    { _ ("Defect"), 84 },
    { _ ("Inspector"), 58 },
    { _ ("Time"), 46 },
  };

  vouch_document_add_heading (document, _ ("Readings"));
  if (self->readings->len == 0)
    {
      vouch_document_add_paragraph (document, _ ("Nothing has been recorded yet."));
      return;
    }
  vouch_document_begin_table (document, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < self->readings->len; i++)
    add_reading (document, self->readings->pdata[i]);
  vouch_document_end_table (document);
}

static void
add_decision (VouchDocument *document, const VouchInspectionReport *self)
{
  g_autofree char *accepted = vouch_report_dup_quantity (self->accepted, self->quantity_unit);
  g_autofree char *rejected = vouch_report_dup_quantity (self->rejected, self->quantity_unit);
  g_autofree char *held = vouch_report_dup_quantity (self->held, self->quantity_unit);
  g_autofree char *used = vouch_report_dup_quantity (self->used, self->quantity_unit);
  const VouchDocumentPair pairs[] = {
    { _ ("Decision"), self->decision, TRUE },
    { _ ("Reason"), self->decision_reason, TRUE },
    { _ ("Accepted"), accepted },
    { _ ("Rejected"), rejected },
    { _ ("Held"), held },
    { _ ("Used in tests"), used },
  };

  vouch_document_add_heading (document, _ ("Usage decision"));
  if (self->decision == NULL)
    vouch_document_add_paragraph (document, _ ("Not decided yet: the goods stay blocked."));
  else
    add_facts (document, self, pairs, G_N_ELEMENTS (pairs));
}

static void
add_signatures (VouchDocument *document, const VouchInspectionReport *self)
{
  const VouchDocumentColumn columns[] = {
    { _ ("Signer"), 104 }, { _ ("Meaning"), 116 }, { _ ("Time"), 96 }, { _ ("Hash of the record signed"), 190 }
  };

  vouch_document_add_heading (document, _ ("Signatures"));
  if (self->signatures->len == 0)
    {
      vouch_document_add_paragraph (document, _ ("Not signed."));
      return;
    }
  vouch_document_begin_table (document, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < self->signatures->len; i++)
    {
      const VouchReportSignature *signature = self->signatures->pdata[i];
      const char *const cells[] = { signature->signer, signature->meaning, signature->at, signature->record_hash };
      const VouchDocumentRow row = { .cells = cells };

      vouch_document_add_row (document, &row);
    }
  vouch_document_end_table (document);
}

static void
add_code_batches (VouchDocument *document, const VouchInspectionReport *self)
{
  const VouchDocumentColumn columns[] = { { _ ("Code batch"), 92 },
                                          { _ ("Units"), 86 },
                                          { _ ("State"), 74 },
                                          { _ ("Host"), 94 },
                                          { _ ("Address of the lot"), 160 } };

  vouch_document_add_heading (document, _ ("Traceability"));
  if (self->code_batches->len == 0)
    {
      vouch_document_add_paragraph (document, _ ("No traceability codes have been issued for this lot."));
      return;
    }
  vouch_document_begin_table (document, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < self->code_batches->len; i++)
    {
      const VouchReportCodeBatch *batch = self->code_batches->pdata[i];
      g_autofree char *units = g_strdup_printf ("%u–%u", batch->first_unit, batch->last_unit);
      const char *const cells[] = { batch->name, units, batch->state, batch->host, batch->address };
      const VouchDocumentRow row = { .cells = cells };

      vouch_document_add_row (document, &row);
    }
  vouch_document_end_table (document);
}

static void
add_title (VouchDocument *document, const VouchInspectionReport *self)
{
  g_autofree char *subtitle = NULL;

  if (self->product_name != NULL && self->lot != NULL)
    /* Translators: a product, a lot's number. */
    subtitle = g_strdup_printf (_ ("%s · lot %s"), self->product_name, self->lot);
  vouch_document_add_title (document, self->station, self->number, subtitle);
}

/**
 * vouch_inspection_report_lay_out:
 * @self: a report, filled in
 *
 * Sets the report on pages, with labels in the current language.
 *
 * Returns: (transfer full): the pages, to be drawn on a screen or a printer
 */
VouchDocument *
vouch_inspection_report_lay_out (const VouchInspectionReport *self)
{
  g_autofree char *footer = NULL;
  VouchDocument *document;

  g_return_val_if_fail (self != NULL, NULL);

  footer = vouch_report_dup_footer (self->number, self->printed_at, self->printed_by);
  document = vouch_document_new (_ ("Inspection report"), footer);
  add_title (document, self);
  add_verdict (document, self);
  add_lot (document, self);
  add_plan (document, self);
  add_readings (document, self);
  vouch_inspection_report_add_measurements (self, document);
  add_decision (document, self);
  add_signatures (document, self);
  if (!self->is_public)
    add_code_batches (document, self);
  /* Background rather than result, and half a page: last. */
  vouch_inspection_report_add_characteristics (self, document);
  return document;
}

/**
 * vouch_inspection_report_to_pdf:
 * @self: a report, filled in
 * @error: STORAGE if it cannot be drawn
 *
 * Returns: (transfer full) (nullable): the report as a PDF of A4 pages, with labels in the current language
 */
GBytes *
vouch_inspection_report_to_pdf (const VouchInspectionReport *self, GError **error)
{
  g_autoptr (VouchDocument) document = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  document = vouch_inspection_report_lay_out (self);
  return vouch_document_to_pdf (document, self->printed_at, error);
}

/**
 * vouch_inspection_report_write_pdf:
 * @self: a report, filled in
 * @path: the file; an older one is replaced as a whole, or stays as it is
 * @error: STORAGE if the file cannot be written
 *
 * Writes the report as a PDF of A4 pages, with labels in the current language.
 *
 * Returns: whether the file is there
 */
gboolean
vouch_inspection_report_write_pdf (const VouchInspectionReport *self, const char *path, GError **error)
{
  g_autoptr (VouchDocument) document = NULL;

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);

  document = vouch_inspection_report_lay_out (self);
  return vouch_document_write_pdf (document, path, self->printed_at, error);
}
