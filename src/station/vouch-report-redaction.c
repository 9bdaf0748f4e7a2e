#include "vouch-report-redaction.h"

/* "李伟" is "李*", "Li Wei" is "L*". */
static void
shorten (char **name, VouchPublicNames names)
{
  g_autofree char *whole = g_steal_pointer (name);

  if (whole == NULL || *whole == '\0' || names == VOUCH_PUBLIC_NAMES_LEFT_OUT)
    *name = g_strdup ("");
  else
    *name = g_strdup_printf ("%.*s*", (int)(g_utf8_next_char (whole) - whole), whole);
}

static void
shorten_names (VouchInspectionReport *report, VouchPublicNames names)
{
  for (guint i = 0; i < report->readings->len; i++)
    shorten (&((VouchReportReading *)g_ptr_array_index (report->readings, i))->inspector, names);
  if (names == VOUCH_PUBLIC_NAMES_LEFT_OUT)
    g_ptr_array_set_size (report->signatures, 0);
  for (guint i = 0; i < report->signatures->len; i++)
    shorten (&((VouchReportSignature *)g_ptr_array_index (report->signatures, i))->signer, names);
}

/**
 * vouch_report_redact:
 * @report: a report of a lot, as the house reads it
 * @names: what remains of people's names
 * @shows_origin: whether the public may know where the goods come from
 *
 * Takes out who supplied the goods and by which papers of ours, what people wrote in their own words, which may name
 * anybody, and the ranges of codes, which are for the lookup service alone. Names become their first character.
 * A report has neither prices nor photographs.
 */
void
vouch_report_redact (VouchInspectionReport *report, VouchPublicNames names, gboolean shows_origin)
{
  char **const private_texts[] = { &report->supplier,        &report->supplier_lot,
                                   &report->receipt,         &report->delivery,
                                   &report->decision_reason, &report->verdict_reason,
                                   &report->printed_by,      shows_origin ? NULL : &report->origin };

  g_return_if_fail (report != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (private_texts); i++)
    if (private_texts[i] != NULL)
      g_clear_pointer (private_texts[i], g_free);
  report->is_public = TRUE;
  g_ptr_array_set_size (report->code_batches, 0);
  shorten_names (report, names);
}
