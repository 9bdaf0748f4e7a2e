#include "vouch-words.h"

#include <glib/gi18n-lib.h>

#include "vouch-quantity.h"

/**
 * vouch_words_choose:
 * @english: (nullable): a name in English
 * @chinese: (nullable): the same in Chinese
 *
 * Names of goods and checks are data and come in both languages.
 *
 * Returns: (transfer none): the one in the user's language, or the one that is there
 */
const char *
vouch_words_choose (const char *english, const char *chinese)
{
  const char *first = g_get_language_names ()[0];
  gboolean wants_chinese = g_str_has_prefix (first, "zh");
  const char *wanted = wants_chinese ? chinese : english, *other = wants_chinese ? english : chinese;

  if (wanted != NULL && *wanted != '\0')
    return wanted;
  return other != NULL ? other : "";
}

const char *
vouch_words_of_result (VouchResult result)
{
  if (result == VOUCH_RESULT_NOT_APPLICABLE)
    return _ ("Not applicable");
  return result == VOUCH_RESULT_PASS ? _ ("Pass") : _ ("Fail");
}

const char *
vouch_words_of_defect_class (VouchDefectClass defect_class)
{
  switch (defect_class)
    {
    case VOUCH_DEFECT_CLASS_CRITICAL:
      return _ ("Critical");
    case VOUCH_DEFECT_CLASS_MAJOR:
      return _ ("Major");
    case VOUCH_DEFECT_CLASS_MINOR:
    default:
      return _ ("Minor");
    }
}

const char *
vouch_words_of_verdict (VouchVerdict verdict)
{
  switch (verdict)
    {
    case VOUCH_VERDICT_ACCEPT:
      return _ ("Meets the plan");
    case VOUCH_VERDICT_REJECT:
      return _ ("Does not meet the plan");
    case VOUCH_VERDICT_OPEN:
    default:
      return _ ("Not finished");
    }
}

const char *
vouch_words_of_status (VouchLotStatus status)
{
  switch (status)
    {
    case VOUCH_LOT_STATUS_PENDING:
      return _ ("To be inspected");
    case VOUCH_LOT_STATUS_QUARANTINED:
      return _ ("On hold");
    case VOUCH_LOT_STATUS_RELEASED:
      return _ ("Released");
    case VOUCH_LOT_STATUS_CONCESSION:
      return _ ("Accepted by concession");
    case VOUCH_LOT_STATUS_REJECTED:
      return _ ("Rejected");
    case VOUCH_LOT_STATUS_RECALLED:
      return _ ("Recalled");
    case VOUCH_LOT_STATUS_EXPIRED:
      return _ ("Expired");
    case VOUCH_LOT_STATUS_CONSUMED:
      return _ ("Used up");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * vouch_words_of_hold:
 * @lot: a lot
 *
 * Returns: (transfer none) (nullable): why it was held the last time, in the words of whoever held it or of the rule
 * that did; %NULL where nothing is known
 */
const char *
vouch_words_of_hold (const VouchLot *lot)
{
  switch (lot->hold_gate)
    {
    case VOUCH_HOLD_GATE_COUNT_CORRECTED:
      return _ ("The count was corrected after the sample was drawn");
    case VOUCH_HOLD_GATE_EXPIRED:
      return _ ("The goods are expired");
    case VOUCH_HOLD_GATE_SHELF_LIFE:
      return _ ("Too little of the shelf life remains");
    case VOUCH_HOLD_GATE_NONE:
    default:
      return lot->hold_reason;
    }
}

const char *
vouch_words_of_decision (VouchDecisionKind kind)
{
  switch (kind)
    {
    case VOUCH_DECISION_KIND_ACCEPT:
      return _ ("Accept");
    case VOUCH_DECISION_KIND_PARTIAL:
      return _ ("Accept in part");
    case VOUCH_DECISION_KIND_CONCESSION:
      return _ ("Accept by concession");
    case VOUCH_DECISION_KIND_SORT:
      return _ ("Sort");
    case VOUCH_DECISION_KIND_REWORK:
      return _ ("Rework");
    case VOUCH_DECISION_KIND_RETURN:
      return _ ("Return to supplier");
    case VOUCH_DECISION_KIND_SCRAP:
      return _ ("Scrap");
    case VOUCH_DECISION_KIND_REINSPECT:
      return _ ("Inspect again");
    default:
      g_return_val_if_reached ("");
    }
}

const char *
vouch_words_of_meaning (VouchMeaning meaning)
{
  switch (meaning)
    {
    case VOUCH_MEANING_ACCEPTED_WITHIN_PLAN:
      return _ ("Accepted within plan");
    case VOUCH_MEANING_REJECTION_CONFIRMED:
      return _ ("Rejection confirmed");
    case VOUCH_MEANING_HELD:
      return _ ("Held");
    case VOUCH_MEANING_USAGE_DECISION:
      return _ ("Usage decision");
    case VOUCH_MEANING_RECALLED:
      return _ ("Recalled");
    case VOUCH_MEANING_SEVERITY:
      return _ ("Switching rules");
    case VOUCH_MEANING_PLAN_APPROVED:
      return _ ("Plan approved");
    case VOUCH_MEANING_PLAN_RETIRED:
      return _ ("Plan retired");
    default:
      g_return_val_if_reached ("");
    }
}

const char *
vouch_words_of_batch (VouchCodeBatchState state)
{
  switch (state)
    {
    case VOUCH_CODE_BATCH_STATE_RESERVED:
      return _ ("Reserved");
    case VOUCH_CODE_BATCH_STATE_PRINTED:
      return _ ("Printed, to be scanned back");
    case VOUCH_CODE_BATCH_STATE_VERIFIED:
      return _ ("Verified");
    case VOUCH_CODE_BATCH_STATE_ACTIVE:
      return _ ("Active");
    case VOUCH_CODE_BATCH_STATE_VOIDED:
      return _ ("Voided");
    default:
      g_return_val_if_reached ("");
    }
}

const char *
vouch_words_of_pack (VouchPackState state)
{
  switch (state)
    {
    case VOUCH_PACK_STATE_OPEN:
      return C_ ("carton or pallet", "Open");
    case VOUCH_PACK_STATE_CLOSED:
      return C_ ("carton or pallet", "Closed");
    case VOUCH_PACK_STATE_BROKEN:
      return C_ ("carton or pallet", "Broken");
    case VOUCH_PACK_STATE_RECALLED:
      return C_ ("carton or pallet", "Called back");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * vouch_words_of_purpose:
 * @purpose: what labels are for
 *
 * Returns: (transfer none): what they are called
 */
const char *
vouch_words_of_purpose (VouchPrintPurpose purpose)
{
  switch (purpose)
    {
    case VOUCH_PRINT_PURPOSE_UNIT:
      return _ ("Unit labels with codes");
    case VOUCH_PRINT_PURPOSE_LOT:
      return _ ("Lot label");
    case VOUCH_PRINT_PURPOSE_HOLD:
      return _ ("Hold label");
    case VOUCH_PRINT_PURPOSE_REJECT:
      return _ ("Reject label");
    case VOUCH_PRINT_PURPOSE_RELEASED:
      return _ ("Released label");
    case VOUCH_PRINT_PURPOSE_BADGE:
      return _ ("Badge");
    case VOUCH_PRINT_PURPOSE_CARTON:
      return _ ("Carton label");
    case VOUCH_PRINT_PURPOSE_LOCATION:
      return _ ("Location label");
    case VOUCH_PRINT_PURPOSE_SAMPLE:
      return _ ("Sample labels");
    case VOUCH_PRINT_PURPOSE_OTHER:
      return _ ("Labels of a table");
    case VOUCH_PRINT_PURPOSE_SHEET:
    default:
      return _ ("Sheet");
    }
}

/**
 * vouch_words_of_reprint:
 * @reason: why labels are printed again
 *
 * Returns: (transfer none): the reason's words
 */
const char *
vouch_words_of_reprint (VouchReprintReason reason)
{
  switch (reason)
    {
    case VOUCH_REPRINT_REASON_DAMAGED:
      return _ ("Damaged");
    case VOUCH_REPRINT_REASON_MISPRINT:
      return _ ("Badly printed");
    case VOUCH_REPRINT_REASON_LOST:
      return _ ("Lost");
    case VOUCH_REPRINT_REASON_OTHER:
      return _ ("Another reason");
    case VOUCH_REPRINT_REASON_NONE:
    default:
      return "";
    }
}

/**
 * vouch_words_of_unit:
 * @unit: a unit as it is stored
 *
 * Counting units are words, and said in the user's language; units of measure are written alike everywhere.
 *
 * Returns: (transfer none): the unit to show
 */
const char *
vouch_words_of_unit (const char *unit)
{
  static const struct
  {
    const char *code;
    const char *name;
  } counted[] = {
    { "pc", N_ ("pc") },   { "pack", N_ ("pack") },     { "box", N_ ("box") },       { "bottle", N_ ("bottle") },
    { "bag", N_ ("bag") }, { "carton", N_ ("carton") }, { "pallet", N_ ("pallet") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    if (g_str_equal (unit, counted[i].code))
      return _ (counted[i].name);
  return unit;
}

/**
 * vouch_words_dup_quantity:
 * @quantity: millionths
 * @unit: (nullable): its unit
 *
 * Returns: (transfer full): "12.5 kg"
 */
char *
vouch_words_dup_quantity (gint64 quantity, const char *unit)
{
  g_autofree char *number = vouch_quantity_to_string (quantity);

  return unit != NULL ? g_strdup_printf ("%s %s", number, vouch_words_of_unit (unit)) : g_steal_pointer (&number);
}

/**
 * vouch_words_dup_limits:
 * @characteristic: a characteristic
 *
 * Returns: (transfer full) (nullable): its limits as text, or %NULL where it has none
 */
char *
vouch_words_dup_limits (const VouchCharacteristic *characteristic)
{
  g_autofree char *lower = vouch_quantity_to_string (characteristic->lower);
  g_autofree char *upper = vouch_quantity_to_string (characteristic->upper);
  const char *unit = characteristic->unit != NULL ? vouch_words_of_unit (characteristic->unit) : "";

  if (characteristic->has_lower && characteristic->has_upper)
    return g_strdup_printf ("%s – %s %s", lower, upper, unit);
  if (characteristic->has_lower)
    return g_strdup_printf ("≥ %s %s", lower, unit);
  if (characteristic->has_upper)
    return g_strdup_printf ("≤ %s %s", upper, unit);
  return NULL;
}
