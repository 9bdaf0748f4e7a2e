/* What follows from a lot's file. */
#include "vouch-lot-file.h"
#include "vouch-quantity.h"

/**
 * vouch_lot_file_get_damaged:
 * @self: a lot's file
 *
 * Returns: how much of the lot came damaged, millionths: the lot's part that was never offered for inspection
 */
gint64
vouch_lot_file_get_damaged (const VouchLotFile *self)
{
  return self->damaged;
}

/**
 * vouch_lot_file_get_set_aside:
 * @self: a lot's file
 *
 * Returns: what is never stocked even if the lot is accepted, millionths: damaged goods and the nonconforming units
 */
gint64
vouch_lot_file_get_set_aside (const VouchLotFile *self)
{
  gint64 found = self->tally != NULL ? vouch_tally_get_nonconforming (self->tally) * VOUCH_QUANTITY_ONE : 0;

  return vouch_lot_file_get_damaged (self) + found;
}

/**
 * vouch_lot_file_get_rule_plan:
 * @self: a lot's file
 * @class_plan: one of its class plans
 * @plan: (out): the plan as it was frozen at the draw, with what explains it
 *
 * Returns: %FALSE where the rule that it came from is not to be found
 */
gboolean
vouch_lot_file_get_rule_plan (const VouchLotFile *self, const VouchClassPlan *class_plan, VouchRulePlan *plan)
{
  for (guint i = 0; i < self->rules->len; i++)
    {
      const VouchSamplingRule *rule = g_ptr_array_index (self->rules, i);

      if (rule->id == class_plan->rule_id)
        return vouch_rule_plan_find (rule, self->inspection->lot_size, class_plan->severity, plan, NULL);
    }
  return FALSE;
}

/**
 * vouch_lot_file_get_verdict:
 * @self: a lot's file
 *
 * Computed from the readings and the plans frozen at the draw; never typed.
 *
 * Returns: reject as soon as one class of defects does, accept once all of them do, or where a skip-lot plan passed
 * over the lot; else open
 */
VouchVerdict
vouch_lot_file_get_verdict (const VouchLotFile *self)
{
  if (self->skipped != NULL)
    return VOUCH_VERDICT_ACCEPT;
  return self->judgement != NULL ? vouch_judgement_get_verdict (self->judgement) : VOUCH_VERDICT_OPEN;
}

/**
 * vouch_lot_file_get_user_name:
 * @self: a lot's file
 * @user_id: a user
 *
 * Returns: (transfer none): the name, or "" where it is not known
 */
const char *
vouch_lot_file_get_user_name (const VouchLotFile *self, gint64 user_id)
{
  const char *name = g_hash_table_lookup (self->names, &user_id);

  return name != NULL ? name : "";
}

/**
 * vouch_lot_file_waits_for_correction:
 * @self: a lot's file
 *
 * Returns: whether somebody said that a recorded fact is wrong, and the QA lead has not answered yet
 */
gboolean
vouch_lot_file_waits_for_correction (const VouchLotFile *self)
{
  for (guint i = 0; i < self->corrections->len; i++)
    if (((const VouchCorrection *)g_ptr_array_index (self->corrections, i))->state == VOUCH_CORRECTION_STATE_ASKED)
      return TRUE;
  return FALSE;
}

/**
 * vouch_lot_file_was_released:
 * @self: a lot's file
 *
 * Returns: whether goods of the lot were ever let go, whatever was decided since: somebody may have bought them
 */
gboolean
vouch_lot_file_was_released (const VouchLotFile *self)
{
  for (guint i = 0; i < self->decisions->len; i++)
    if (((const VouchUsageDecision *)g_ptr_array_index (self->decisions, i))->accepted > 0)
      return TRUE;
  return FALSE;
}

/**
 * vouch_lot_file_was_inspected_by:
 * @self: a lot's file
 * @user_id: a user
 *
 * Returns: whether any reading, undone or not, is this user's or was confirmed by this user: the inspection is the
 * user's own
 */
gboolean
vouch_lot_file_was_inspected_by (const VouchLotFile *self, gint64 user_id)
{
  for (guint i = 0; self->readings != NULL && i < self->readings->len; i++)
    {
      const VouchReading *reading = g_ptr_array_index (self->readings, i);

      if (reading->inspector_id == user_id || reading->second_id == user_id)
        return TRUE;
    }
  return FALSE;
}
