/* The switching rules. ISO 2859-1:1999, 9.3 and 9.4, and MIL-STD-105E, 4.7 and 4.8, agree on all but the way to reduced
 * inspection and the gap in its plans. */
#include "vouch-sampling-switch.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"

/* ISO 2859-1:1999, 9.3.3. */
#define SCORE_SMALL_AC 2
#define SCORE_LARGE_AC 3
#define LARGE_AC 2

/**
 * vouch_sampling_switch_enter:
 * @self: where the rules stand
 * @severity: the severity that comes into force
 *
 * Counting begins anew. The score is that of normal inspection and begins when that does (ISO 2859-1:1999, 9.3.3.2).
 */
void
vouch_sampling_switch_enter (VouchSamplingSwitch *self, VouchSeverity severity)
{
  g_return_if_fail (self != NULL);

  *self = (VouchSamplingSwitch){ .severity = severity, .score = severity == VOUCH_SEVERITY_REDUCED ? self->score : 0 };
}

/**
 * vouch_sampling_switch_resume:
 * @self: where the rules stand
 *
 * Resumes discontinued inspection on tightened (ISO 2859-1:1999, 9.4; MIL-STD-105E, 4.8), and otherwise does nothing.
 *
 * Returns: what it changed
 */
VouchSamplingEvent
vouch_sampling_switch_resume (VouchSamplingSwitch *self)
{
  g_return_val_if_fail (self != NULL, VOUCH_SAMPLING_EVENT_NONE);

  if (self->severity != VOUCH_SEVERITY_DISCONTINUED)
    return VOUCH_SAMPLING_EVENT_NONE;
  vouch_sampling_switch_enter (self, VOUCH_SEVERITY_TIGHTENED);
  return VOUCH_SAMPLING_EVENT_RESUMED;
}

/**
 * vouch_sampling_switch_end_reduced:
 * @self: where the rules stand
 * @reason: why it ends: irregular production or the authority's word (ISO 2859-1:1999, 9.3.4; MIL-STD-105E, 4.7.4)
 *
 * Goes from reduced inspection back to normal, and otherwise does nothing.
 *
 * Returns: @reason, or that nothing changed
 */
VouchSamplingEvent
vouch_sampling_switch_end_reduced (VouchSamplingSwitch *self, VouchSamplingEvent reason)
{
  g_return_val_if_fail (self != NULL, VOUCH_SAMPLING_EVENT_NONE);

  if (self->severity != VOUCH_SEVERITY_REDUCED)
    return VOUCH_SAMPLING_EVENT_NONE;
  vouch_sampling_switch_enter (self, VOUCH_SEVERITY_NORMAL);
  return reason;
}

/* Whether the lot would have been accepted with the AQL one step tighter, all else being the same: the plan is looked
 * up by the lot's own letter (ISO 2859-1:1999, 9.3.3.2), and may have another n where an arrow was followed. A plan
 * with Ac >= 2 always has another one to its left; if it had none, the lot could not be shown to be good enough. */
static gboolean
is_accepted_one_step_tighter (const VouchSamplingPlan *plan, guint32 count)
{
  guint aql_index = plan->aql_index - 1;
  VouchSamplingCell cell;

  return plan->aql_index > 0 && vouch_sampling_table_read (&plan->table, plan->letter, aql_index, &cell) &&
         vouch_sampling_table_follow (&plan->table, &cell, aql_index, &cell) &&
         (gint64)count <= cell.samples.stages[0].ac;
}

/* ISO 2859-1:1999, 9.3.3.2 a, for single plans. */
static void
update_score (VouchSamplingSwitch *self, const VouchSamplingPlan *plan, const VouchSamplingLotVerdict *verdict)
{
  gboolean is_large = plan->samples.stages[0].ac >= LARGE_AC;

  if (!verdict->accepted || (is_large && !is_accepted_one_step_tighter (plan, verdict->at_most)))
    self->score = 0;
  else
    self->score += is_large ? SCORE_LARGE_AC : SCORE_SMALL_AC;
}

static void
count_lot (VouchSamplingSwitch *self, const VouchSamplingLotVerdict *verdict)
{
  self->last_five = (self->last_five << 1 | !verdict->accepted) & ((1u << VOUCH_SAMPLING_NORMAL_WINDOW) - 1);
  if (!verdict->accepted)
    {
      self->n_accepted = 0;
      self->n_not_accepted++;
      return;
    }
  self->counts[self->n_accepted % VOUCH_SAMPLING_SWITCH_LOTS] = verdict->at_most;
  self->n_accepted++;
}

/* MIL-STD-105E, 4.7.3 a and b. */
static gboolean
has_ten_good_lots (const VouchSamplingSwitch *self, const VouchSamplingLot *lot)
{
  guint64 total = 0;

  if (self->n_accepted < VOUCH_SAMPLING_SWITCH_LOTS)
    return FALSE;
  for (guint i = 0; i < VOUCH_SAMPLING_SWITCH_LOTS; i++)
    total += self->counts[i];
  return !lot->has_limit_number || total <= (guint64)lot->limit_number;
}

static VouchSamplingEvent
change_to (VouchSamplingSwitch *self, VouchSeverity severity, VouchSamplingEvent event)
{
  vouch_sampling_switch_enter (self, severity);
  return event;
}

static VouchSamplingEvent
move_on_normal (VouchSamplingSwitch *self, VouchSamplingStandard standard, const VouchSamplingConditions *conditions,
                const VouchSamplingLot *lot)
{
  if (__builtin_popcount (self->last_five) >= VOUCH_SAMPLING_TIGHTENED_AT)
    return change_to (self, VOUCH_SEVERITY_TIGHTENED, VOUCH_SAMPLING_EVENT_TIGHTENED);
  if (!conditions->steady || !conditions->authority)
    return VOUCH_SAMPLING_EVENT_NONE;
  if (standard == VOUCH_SAMPLING_STANDARD_ISO_2859_1_1999)
    return self->score >= VOUCH_SAMPLING_REDUCED_AT_SCORE
               ? change_to (self, VOUCH_SEVERITY_REDUCED, VOUCH_SAMPLING_EVENT_REDUCED_BY_SCORE)
               : VOUCH_SAMPLING_EVENT_NONE;
  return has_ten_good_lots (self, lot)
             ? change_to (self, VOUCH_SEVERITY_REDUCED, VOUCH_SAMPLING_EVENT_REDUCED_BY_TEN_LOTS)
             : VOUCH_SAMPLING_EVENT_NONE;
}

static VouchSamplingEvent
move_on_tightened (VouchSamplingSwitch *self)
{
  if (self->n_accepted >= VOUCH_SAMPLING_NORMAL_AFTER)
    return change_to (self, VOUCH_SEVERITY_NORMAL, VOUCH_SAMPLING_EVENT_NORMAL_AFTER_TIGHTENED);
  if (self->n_not_accepted >= VOUCH_SAMPLING_DISCONTINUED_AT)
    return change_to (self, VOUCH_SEVERITY_DISCONTINUED, VOUCH_SAMPLING_EVENT_DISCONTINUED);
  return VOUCH_SAMPLING_EVENT_NONE;
}

/* ISO 2859-1:1999, 9.3.4 a and b; MIL-STD-105E, 4.7.4 a to c. */
static VouchSamplingEvent
move_on_reduced (VouchSamplingSwitch *self, const VouchSamplingConditions *conditions,
                 const VouchSamplingLotVerdict *verdict)
{
  if (!verdict->accepted)
    return vouch_sampling_switch_end_reduced (self, VOUCH_SAMPLING_EVENT_NORMAL_NOT_ACCEPTED);
  if (verdict->in_gap)
    return vouch_sampling_switch_end_reduced (self, VOUCH_SAMPLING_EVENT_NORMAL_IN_GAP);
  if (!conditions->steady)
    return vouch_sampling_switch_end_reduced (self, VOUCH_SAMPLING_EVENT_NORMAL_IRREGULAR);
  return VOUCH_SAMPLING_EVENT_NONE;
}

static VouchSamplingEvent
move (VouchSamplingSwitch *self, const VouchSamplingPlan *plan, const VouchSamplingConditions *conditions,
      const VouchSamplingLot *lot, const VouchSamplingLotVerdict *verdict)
{
  count_lot (self, verdict);
  switch (self->severity)
    {
    case VOUCH_SEVERITY_NORMAL:
      if (plan->table.standard == VOUCH_SAMPLING_STANDARD_ISO_2859_1_1999)
        update_score (self, plan, verdict);
      return move_on_normal (self, plan->table.standard, conditions, lot);
    case VOUCH_SEVERITY_TIGHTENED:
      return move_on_tightened (self);
    case VOUCH_SEVERITY_REDUCED:
      return move_on_reduced (self, conditions, verdict);
    case VOUCH_SEVERITY_DISCONTINUED: /* has no plan to judge a lot by */
      break;
    }
  g_return_val_if_reached (VOUCH_SAMPLING_EVENT_NONE);
}

static gboolean
find_plan (const VouchSamplingScheme *scheme, VouchSeverity severity, gint64 lot_size, VouchSamplingPlan *plan,
           GError **error)
{
  VouchSamplingTerms terms = { { scheme->standard, scheme->type, severity }, lot_size, scheme->level, scheme->aql };

  if (!vouch_sampling_plan_find (&terms, plan, error))
    return FALSE;
  plan->counts_nonconformities |= scheme->counts_nonconformities;
  return TRUE;
}

/* The score of a plan with a large Ac cannot be told from the verdict. */
static gboolean
check_score_is_known (const VouchSamplingPlan *plan, const VouchSamplingLot *lot, GError **error)
{
  if (lot->has_nonconforming || !lot->original || plan->table.severity != VOUCH_SEVERITY_NORMAL ||
      plan->table.standard != VOUCH_SAMPLING_STANDARD_ISO_2859_1_1999 || plan->samples.stages[0].ac < LARGE_AC ||
      lot->accepted_at_stage == 0)
    return TRUE;
  vouch_set_field_error (error, "nonconforming", VOUCH_ERROR_INVALID,
                         _ ("The switching score needs to know how many were nonconforming"));
  return FALSE;
}

/**
 * vouch_sampling_switch_judge:
 * @self: where the rules stand before the lot
 * @scheme: what stays the same from lot to lot
 * @conditions: whether production is steady and the authority agrees to reduced inspection
 * @lot: what inspecting the lot gave
 * @decision: (out caller-allocates): what follows; untouched on failure
 * @error: INVALID with the field at fault; on discontinued inspection no lot can be judged, see
 *   vouch_sampling_switch_resume()
 *
 * Judges a lot by the plan in force and moves on by the switching rules:
 *
 * - normal to tightened when two of five or fewer consecutive original lots were not accepted (ISO 2859-1:1999, 9.3.1;
 *   MIL-STD-105E, 4.7.1);
 * - tightened to normal after five accepted in a row (9.3.2; 4.7.2), discontinued after five not accepted in all (9.4;
 *   4.8);
 * - normal to reduced with steady production and the authority's consent, by ISO 2859-1 once the switching score is 30
 * or more (9.3.3), by MIL-STD-105E after ten accepted in a row whose total is not above the limit number, if there is
 * one (4.7.3);
 * - reduced to normal when a lot is not accepted, is accepted in the gap of a MIL-STD-105E plan, or production is not
 *   steady (9.3.4; 4.7.4).
 *
 * Counting begins anew with every change. A lot submitted again is judged and changes nothing, and so is one that was
 * inspected by the plan of another severity, because others were decided meanwhile. It is a pure function.
 *
 * Returns: whether the lot was judged
 */
gboolean
vouch_sampling_switch_judge (const VouchSamplingSwitch *self, const VouchSamplingScheme *scheme,
                             const VouchSamplingConditions *conditions, const VouchSamplingLot *lot,
                             VouchSamplingDecision *decision, GError **error)
{
  VouchSamplingLotVerdict verdict;
  VouchSamplingDecision made = { .after = *self };
  VouchSeverity severity = lot->has_severity ? lot->severity : self->severity;

  g_return_val_if_fail (self != NULL && scheme != NULL && conditions != NULL && lot != NULL && decision != NULL, FALSE);

  if (!find_plan (scheme, severity, lot->lot_size, &made.plan, error) ||
      !vouch_sampling_lot_judge (lot, &made.plan, &verdict, error) || !check_score_is_known (&made.plan, lot, error))
    return FALSE;
  if (lot->original && severity == self->severity)
    made.outcome.event = move (&made.after, &made.plan, conditions, lot, &verdict);
  made.outcome.severity = severity;
  made.outcome.accepted = verdict.accepted;
  made.outcome.score = made.after.score;
  made.outcome.next_severity = made.after.severity;
  *decision = made;
  return TRUE;
}
