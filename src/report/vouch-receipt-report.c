#include "vouch-receipt-report.h"

static void
free_line (VouchReceiptReportLine *line)
{
  g_free (line->product);
  g_free (line->lots);
  g_free (line->unit);
  g_free (line);
}

static void
free_person (VouchReceiptReportPerson *person)
{
  g_free (person->name);
  g_free (person->part);
  g_free (person->at);
  g_free (person);
}

/**
 * vouch_receipt_report_new:
 *
 * Returns: (transfer full): a document that says nothing yet
 */
VouchReceiptReport *
vouch_receipt_report_new (void)
{
  VouchReceiptReport *self = g_new0 (VouchReceiptReport, 1);

  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify)free_line);
  self->persons = g_ptr_array_new_with_free_func ((GDestroyNotify)free_person);
  return self;
}

/**
 * vouch_receipt_report_free:
 * @self: (nullable): a document on a receipt
 */
void
vouch_receipt_report_free (VouchReceiptReport *self)
{
  if (self == NULL)
    return;

  char *const texts[] = { self->station,   self->number,      self->printed_at, self->printed_by, self->delivery,
                          self->order,     self->supplier,    self->carrier,    self->vehicle,    self->arrived_at,
                          self->packaging, self->temperature, self->papers,     self->state,      self->note };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->persons);
  g_free (self);
}

/**
 * vouch_receipt_report_add_line:
 * @self: a document on a receipt
 *
 * Returns: (transfer none): a new, empty line at the end, to be filled in
 */
VouchReceiptReportLine *
vouch_receipt_report_add_line (VouchReceiptReport *self)
{
  VouchReceiptReportLine *line = g_new0 (VouchReceiptReportLine, 1);

  line->number = self->lines->len + 1;
  g_ptr_array_add (self->lines, line);
  return line;
}

/**
 * vouch_receipt_report_add_person:
 * @self: a document on a receipt
 *
 * Returns: (transfer none): a new, empty person at the end, to be filled in
 */
VouchReceiptReportPerson *
vouch_receipt_report_add_person (VouchReceiptReport *self)
{
  VouchReceiptReportPerson *person = g_new0 (VouchReceiptReportPerson, 1);

  g_ptr_array_add (self->persons, person);
  return person;
}
