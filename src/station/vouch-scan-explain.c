#include "vouch-scan-explain.h"

#include <glib/gi18n-lib.h>

#include "vouch-label-read.h"
#include "vouch-text.h"

static const VouchField fields[] = {
  VOUCH_FIELD (VouchScanExplanation, text, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchScanExplanation, kind, vouch_scan_kind_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchScanExplanation, what, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchScanExplanation, command, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchScanExplanation, gtin, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchScanExplanation, product, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchScanExplanation, lot, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchScanExplanation, produced, DATE, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchScanExplanation, expiry, DATE, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchScanExplanation, count, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchScanExplanation, sscc, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchScanExplanation, serial, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchScanExplanation, number, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchScanExplanation, meanings, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchScanExplanation, opens, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchScanExplanation, is_complete, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchScanExplanation, is_doubtful, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchScanExplanation, unknown, TEXT, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchScanExplanation, vouch_scan_explanation, "scan_explanation", fields)

/**
 * vouch_scan_kind_describe:
 * @kind: what a code was taken for
 *
 * Returns: (transfer none): the same in the user's language
 */
const char *
vouch_scan_kind_describe (VouchScanKind kind)
{
  switch (kind)
    {
    case VOUCH_SCAN_KIND_BADGE:
      return _ ("Somebody's badge");
    case VOUCH_SCAN_KIND_COMMAND:
      return _ ("A command");
    case VOUCH_SCAN_KIND_ELEMENTS:
      return _ ("GS1 data of goods");
    case VOUCH_SCAN_KIND_GTIN:
      return _ ("A product number (GTIN)");
    case VOUCH_SCAN_KIND_DELIVERY:
      return _ ("A delivery");
    case VOUCH_SCAN_KIND_CODE:
      return _ ("A code of our own");
    case VOUCH_SCAN_KIND_PRODUCT:
      return _ ("A product of the catalogue");
    case VOUCH_SCAN_KIND_SUPPLIER:
      return _ ("A supplier");
    case VOUCH_SCAN_KIND_LINK:
      return _ ("An address that is not ours; it is never opened");
    case VOUCH_SCAN_KIND_BROKEN:
      return _ ("A code that breaks its own rules");
    case VOUCH_SCAN_KIND_SETUP:
      return _ ("A configuration bar code of a scanner");
    case VOUCH_SCAN_KIND_NUMBER:
      return _ ("A number that was given to something here, or to a pallet");
    case VOUCH_SCAN_KIND_DRUG_CODE:
      return _ ("The trace code of one pack of a drug");
    case VOUCH_SCAN_KIND_HIBC:
      return _ ("A health industry bar code (HIBC)");
    case VOUCH_SCAN_KIND_WAYBILL:
      return _ ("A carrier's waybill");
    case VOUCH_SCAN_KIND_PATTERN:
      return _ ("A code of the house");
    case VOUCH_SCAN_KIND_SEVERAL:
      return _ ("Several things look like this; somebody is asked");
    case VOUCH_SCAN_KIND_REFUSED:
      return _ ("Text that deceives; it is not used");
    case VOUCH_SCAN_KIND_UNKNOWN:
    default:
      return _ ("Nothing that is known here");
    }
}

static const char *
name_number (VouchNumberKind kind)
{
  static const char *const names[] = { "none",   "pallet", "lot",  "receipt", "inspection", "report",
                                       "recall", "parked", "case", "waybill", "pack" };

  return kind < G_N_ELEMENTS (names) ? names[kind] : names[0];
}

static void
explain_label (VouchScanExplanation *self, const VouchScanMeaning *meaning, VouchDate today)
{
  g_auto (VouchLabelRead) label = { 0 };

  if (meaning->kind == VOUCH_SCAN_KIND_HIBC)
    vouch_label_read_from_hibc (&label, &meaning->hibc);
  else if (meaning->reading != NULL && !vouch_label_read_from_elements (&label, meaning->reading, today, NULL))
    return;
  self->lot = vouch_label_read_dup_fact (&label, VOUCH_LABEL_FACT_LOT);
  self->sscc = vouch_label_read_dup_fact (&label, VOUCH_LABEL_FACT_SSCC);
  self->serial = vouch_label_read_dup_fact (&label, VOUCH_LABEL_FACT_SERIAL);
  self->product = *meaning->hibc.product != '\0' ? g_strdup (meaning->hibc.product) : NULL;
  self->gtin = vouch_label_read_dup_fact (&label, VOUCH_LABEL_FACT_GTIN);
  self->produced = label.produced;
  self->expiry = label.expiry;
  self->count = label.count;
}

static void
explain_fits (VouchScanExplanation *self, GPtrArray *fits)
{
  g_autoptr (GString) meanings = g_string_new (NULL);

  for (guint i = 0; i < fits->len; i++)
    g_string_append_printf (meanings, "%s%s", i > 0 ? "\n" : "",
                            vouch_pattern_fit_get_meaning (g_ptr_array_index (fits, i)));
  self->meanings = g_strdup (meanings->str);
  if (fits->len == 1)
    self->opens = g_strdup (vouch_enum_get_name (&vouch_scan_pattern_opens_values,
                                                 ((const VouchPatternFit *)g_ptr_array_index (fits, 0))->opens));
}

/**
 * vouch_scan_explain:
 * @meaning: what a code means
 * @today: the local date, for the century of dates
 *
 * Nothing personal is said: a badge is a badge, whose it is stays out.
 *
 * Returns: (transfer full): the same for people and programs
 */
VouchScanExplanation *
vouch_scan_explain (const VouchScanMeaning *meaning, VouchDate today)
{
  VouchScanExplanation *self = vouch_scan_explanation_new ();

  self->text = vouch_text_show (meaning->text, -1);
  self->kind = meaning->kind;
  self->what = g_strdup (meaning->message != NULL ? meaning->message : vouch_scan_kind_describe (meaning->kind));
  self->unknown = g_strdup (meaning->unknown);
  if (meaning->kind == VOUCH_SCAN_KIND_COMMAND)
    self->command = g_strdup (vouch_command_get_label (meaning->command));
  if (meaning->reading != NULL || meaning->kind == VOUCH_SCAN_KIND_HIBC)
    explain_label (self, meaning, today);
  if (meaning->reading != NULL)
    {
      self->is_complete = vouch_gs1_reading_is_complete (meaning->reading);
      self->is_doubtful = vouch_gs1_reading_is_doubtful (meaning->reading, TRUE);
    }
  if (meaning->kind == VOUCH_SCAN_KIND_GTIN)
    self->gtin = g_strdup (meaning->gtin);
  if (meaning->kind == VOUCH_SCAN_KIND_NUMBER)
    self->number = g_strdup (name_number (meaning->owner.kind));
  if (meaning->fits != NULL)
    explain_fits (self, meaning->fits);
  return self;
}
