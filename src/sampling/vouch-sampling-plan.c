#include "vouch-sampling-plan.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"

static gboolean
check_lot_size (gint64 lot_size, GError **error)
{
  g_autofree char *size = NULL;
  g_autofree char *largest = NULL;

  if (lot_size >= 1 && lot_size <= VOUCH_SAMPLING_LOT_SIZE_MAX)
    return TRUE;
  size = g_strdup_printf ("%" G_GINT64_FORMAT, lot_size);
  largest = g_strdup_printf ("%" G_GINT64_FORMAT, VOUCH_SAMPLING_LOT_SIZE_MAX);
  if (lot_size < 1)
    vouch_set_field_error (error, "lot_size", VOUCH_ERROR_INVALID,
                           _ ("A lot of %s items cannot be sampled; count at least 1"), size);
  else
    vouch_set_field_error (error, "lot_size", VOUCH_ERROR_INVALID,
                           _ ("A lot of %s items is more than can be received; the largest lot has %s"), size, largest);
  return FALSE;
}

static gboolean
check_severity (VouchSeverity severity, GError **error)
{
  if (severity <= VOUCH_SEVERITY_REDUCED)
    return TRUE;
  vouch_set_field_error (
      error, "severity", VOUCH_ERROR_INVALID,
      _ ("Inspection of this product from this supplier is discontinued; no lot can be sampled until "
         "it is resumed"));
  return FALSE;
}

/* No letter and no table for a lot of one: the unit itself is inspected, and one fault is one too many. */
static void
plan_single_unit (VouchSamplingPlan *plan)
{
  plan->arrow = VOUCH_SAMPLING_CELL_PLAN;
  plan->n = 1;
  plan->ac = 0;
  plan->re = 1;
}

/**
 * vouch_sampling_plan_single:
 * @standard: whose tables
 * @lot_size: items in the lot
 * @level: (nullable): inspection level, one of vouch_sampling_get_levels()
 * @aql: (nullable): acceptance quality limit, one of vouch_sampling_get_aqls(), compared as a number
 * @severity: normal, tightened or reduced
 * @plan: (out caller-allocates): the plan; untouched on failure
 * @error: INVALID with the field at fault: a lot size no lot can have, a level or AQL that does not exist (the message
 *   lists those that do), or discontinued inspection
 *
 * Reads the single sampling plan for one lot. Where the table has an arrow, the plan is the one the arrow leads to,
 * with its own sample size.
 *
 * Returns: whether there is a plan
 */
gboolean
vouch_sampling_plan_single (VouchSamplingStandard standard, gint64 lot_size, const char *level, const char *aql,
                            VouchSeverity severity, VouchSamplingPlan *plan, GError **error)
{
  VouchSamplingCell cell, target;
  VouchSamplingPlan found = { .standard = standard, .severity = severity, .lot_size = lot_size };
  guint level_index;

  g_return_val_if_fail ((guint)standard < VOUCH_N_SAMPLING_STANDARDS && plan != NULL, FALSE);

  if (!check_lot_size (lot_size, error) || !vouch_sampling_find_level (level, &level_index, error) ||
      !vouch_sampling_find_aql (aql, &found.aql_index, error) || !check_severity (severity, error))
    return FALSE;

  found.level = vouch_sampling_get_levels ()[level_index];
  found.aql = vouch_sampling_get_aqls ()[found.aql_index];
  found.counts_nonconformities = found.aql_index >= VOUCH_SAMPLING_AQL_INDEX_ABOVE_10;
  found.letter = vouch_sampling_code_letter (lot_size, level_index);
  if (found.letter == '\0')
    plan_single_unit (&found);
  else
    {
      gboolean is_there = vouch_sampling_table_read (standard, severity, found.letter, found.aql_index, &cell) &&
                          vouch_sampling_table_follow (&cell, standard, severity, found.aql_index, &target);

      g_assert (is_there);
      found.plan_letter = target.letter;
      found.arrow = cell.kind;
      found.n = target.n;
      found.ac = target.ac;
      found.re = target.re;
    }
  found.full_inspection = found.n >= lot_size;
  *plan = found;
  return TRUE;
}

/**
 * vouch_sampling_plan_get_sample_size:
 * @plan: a plan
 *
 * Returns: how many items are inspected: n, or the whole lot if that is not larger
 */
guint32
vouch_sampling_plan_get_sample_size (const VouchSamplingPlan *plan)
{
  g_return_val_if_fail (plan != NULL, 0);

  return plan->full_inspection ? (guint32)plan->lot_size : plan->n;
}

/**
 * vouch_sampling_plan_check_counts:
 * @plan: the plan
 * @inspected: items inspected
 * @nonconforming: nonconforming items, or nonconformities, found among them
 * @error: INVALID with the field at fault
 *
 * Whether the counts are possible at all under this plan; ask before recording them.
 *
 * Returns: whether they are
 */
gboolean
vouch_sampling_plan_check_counts (const VouchSamplingPlan *plan, guint32 inspected, guint32 nonconforming,
                                  GError **error)
{
  guint32 sample_size = vouch_sampling_plan_get_sample_size (plan);

  if (inspected > sample_size)
    {
      vouch_set_field_error (error, "inspected", VOUCH_ERROR_INVALID,
                             _ ("%u inspected items do not fit a sample of %u; count again"), inspected, sample_size);
      return FALSE;
    }
  if (!plan->counts_nonconformities && nonconforming > inspected)
    {
      vouch_set_field_error (error, "nonconforming", VOUCH_ERROR_INVALID,
                             _ ("%u nonconforming items are more than the %u inspected; count items, not faults"),
                             nonconforming, inspected);
      return FALSE;
    }
  if (inspected == 0 && nonconforming > 0)
    {
      vouch_set_field_error (error, "nonconforming", VOUCH_ERROR_INVALID,
                             _ ("Nothing is inspected yet, so that no nonconformity can be counted"));
      return FALSE;
    }
  return TRUE;
}

/**
 * vouch_sampling_plan_judge:
 * @plan: the plan
 * @inspected: items inspected so far
 * @nonconforming: nonconforming items, or nonconformities, found so far
 *
 * Judges the lot by the plan: not accepted as soon as Re is reached, accepted only when the whole sample was inspected.
 * In the gap that reduced inspection of MIL-STD-105E leaves between Ac and Re the lot is accepted. Counts that
 * vouch_sampling_plan_check_counts() refuses never accept a lot.
 *
 * Returns: the verdict
 */
VouchSamplingVerdict
vouch_sampling_plan_judge (const VouchSamplingPlan *plan, guint32 inspected, guint32 nonconforming)
{
  g_return_val_if_fail (plan != NULL, VOUCH_SAMPLING_VERDICT_OPEN);

  if (!vouch_sampling_plan_check_counts (plan, inspected, nonconforming, NULL))
    return nonconforming >= plan->re ? VOUCH_SAMPLING_VERDICT_REJECT : VOUCH_SAMPLING_VERDICT_OPEN;
  if (nonconforming >= plan->re)
    return VOUCH_SAMPLING_VERDICT_REJECT;
  if (inspected < vouch_sampling_plan_get_sample_size (plan))
    return VOUCH_SAMPLING_VERDICT_OPEN;
  return VOUCH_SAMPLING_VERDICT_ACCEPT;
}
