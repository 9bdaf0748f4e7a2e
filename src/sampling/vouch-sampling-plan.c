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
check_table (const VouchSamplingTable *table, GError **error)
{
  if (table->severity == VOUCH_SEVERITY_DISCONTINUED)
    {
      vouch_set_field_error (
          error, "severity", VOUCH_ERROR_INVALID,
          _ ("Inspection of this product from this supplier is discontinued; no lot can be sampled until "
             "it is resumed"));
      return FALSE;
    }
  if (vouch_sampling_table_exists (table))
    return TRUE;
  vouch_set_field_error (error, "type", VOUCH_ERROR_INVALID,
                         _ ("Of %s only single plans are known here; choose “single”, or MIL-STD-105E"),
                         vouch_sampling_standard_get_title (table->standard));
  return FALSE;
}

/* No letter and no table for a lot of one: the unit itself is inspected, and one fault is one too many. */
static void
plan_single_unit (VouchSamplingPlan *plan)
{
  plan->type = VOUCH_SAMPLING_TYPE_SINGLE;
  plan->printed = VOUCH_SAMPLING_CELL_PLAN;
  plan->samples = (VouchSamplingStages){ 1, { { 1, 0, 1 } } };
}

static void
plan_by_table (VouchSamplingPlan *plan)
{
  VouchSamplingCell cell = { 0 }, target = { 0 };
  gboolean is_there = vouch_sampling_table_read (&plan->table, plan->letter, plan->aql_index, &cell) &&
                      vouch_sampling_table_follow (&plan->table, &cell, plan->aql_index, &target);

  /* No code letter leads to a cell without a plan: those are in row S. */
  g_assert (is_there);
  plan->type = target.type;
  plan->plan_letter = target.letter;
  plan->printed = cell.kind;
  plan->samples = target.samples;
}

/**
 * vouch_sampling_plan_find:
 * @terms: what the plan is for
 * @plan: (out caller-allocates): the plan; untouched on failure
 * @error: INVALID with the field at fault: a lot size no lot can have, a level or AQL that does not exist (the message
 *   lists those that do), a type of plan the standard is not known with, or discontinued inspection
 *
 * Reads the sampling plan for one lot. Where the table has an arrow, the plan is the one the arrow leads to, with its
 * own letter, sample size, Ac and Re; where it refers to another type of plan, that one is used.
 *
 * Returns: whether there is a plan
 */
gboolean
vouch_sampling_plan_find (const VouchSamplingTerms *terms, VouchSamplingPlan *plan, GError **error)
{
  VouchSamplingPlan found = { 0 };
  guint level_index;

  g_return_val_if_fail (terms != NULL && plan != NULL, FALSE);

  if (!check_lot_size (terms->lot_size, error) || !vouch_sampling_find_level (terms->level, &level_index, error) ||
      !vouch_sampling_find_aql (terms->aql, &found.aql_index, error) || !check_table (&terms->table, error))
    return FALSE;

  found.table = terms->table;
  found.lot_size = terms->lot_size;
  found.level = vouch_sampling_get_levels ()[level_index];
  found.aql = vouch_sampling_get_aqls ()[found.aql_index];
  found.counts_nonconformities = found.aql_index >= VOUCH_SAMPLING_AQL_INDEX_ABOVE_10;
  found.letter = vouch_sampling_code_letter (terms->lot_size, level_index);
  if (found.letter == '\0')
    plan_single_unit (&found);
  else
    plan_by_table (&found);
  found.full_inspection = found.samples.stages[0].n >= terms->lot_size;
  *plan = found;
  return TRUE;
}

/**
 * vouch_sampling_plan_get_sample_size:
 * @plan: a plan
 *
 * Returns: how many items are inspected at most: all samples together, or the whole lot if that is not larger
 */
guint32
vouch_sampling_plan_get_sample_size (const VouchSamplingPlan *plan)
{
  g_return_val_if_fail (plan != NULL, 0);

  return (guint32)MIN (vouch_sampling_stages_get_size (&plan->samples, plan->samples.n_stages),
                       (guint64)plan->lot_size);
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
 * @inspected: items inspected so far, in all samples
 * @nonconforming: nonconforming items, or nonconformities, found so far
 *
 * Judges the lot by the plan, as vouch_sampling_stages_judge() does. Counts that vouch_sampling_plan_check_counts()
 * refuses never accept a lot.
 *
 * Returns: the verdict
 */
VouchSamplingVerdict
vouch_sampling_plan_judge (const VouchSamplingPlan *plan, guint32 inspected, guint32 nonconforming)
{
  const VouchSamplingStage *last;

  g_return_val_if_fail (plan != NULL, VOUCH_SAMPLING_VERDICT_OPEN);

  last = &plan->samples.stages[plan->samples.n_stages - 1];
  if (!vouch_sampling_plan_check_counts (plan, inspected, nonconforming, NULL))
    return nonconforming >= last->re ? VOUCH_SAMPLING_VERDICT_REJECT : VOUCH_SAMPLING_VERDICT_OPEN;
  return vouch_sampling_stages_judge (&plan->samples, plan->lot_size, inspected, nonconforming, NULL);
}
