#include "vouch-sampling-lot.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"

static gboolean
refuse_stage (GError **error, const char *message)
{
  vouch_set_field_error (error, "accepted_at_stage", VOUCH_ERROR_INVALID, "%s", message);
  return FALSE;
}

static gboolean
check_count (const VouchSamplingLot *self, const VouchSamplingPlan *plan, GError **error)
{
  if (self->nonconforming >= 0 && self->nonconforming <= G_MAXUINT32)
    return vouch_sampling_plan_check_counts (plan, vouch_sampling_plan_get_sample_size (plan),
                                             (guint32)self->nonconforming, error);
  vouch_set_field_error (error, "nonconforming", VOUCH_ERROR_INVALID, _ ("A count of %lld is impossible; count again"),
                         (long long)self->nonconforming);
  return FALSE;
}

static gboolean
check_stage (const VouchSamplingLot *self, const VouchSamplingPlan *plan, GError **error)
{
  guint n_stages = plan->samples.n_stages;

  if (self->accepted_at_stage < 0 || self->accepted_at_stage > n_stages)
    {
      vouch_set_field_error (error, "accepted_at_stage", VOUCH_ERROR_INVALID,
                             ngettext ("Stage %lld does not exist: this plan has %u stage; 0 stands for a lot that "
                                       "was not accepted",
                                       "Stage %lld does not exist: this plan has %u stages; 0 stands for a lot that "
                                       "was not accepted",
                                       n_stages),
                             (long long)self->accepted_at_stage, n_stages);
      return FALSE;
    }
  if (self->accepted_at_stage > 0 && self->accepted_at_stage < n_stages &&
      plan->samples.stages[self->accepted_at_stage - 1].ac == VOUCH_SAMPLING_NO_ACCEPTANCE)
    return refuse_stage (error, _ ("This stage cannot accept a lot; take the next sample"));
  return TRUE;
}

static gboolean
check_limit (const VouchSamplingLot *self, GError **error)
{
  if (!self->has_limit_number || self->limit_number >= 0)
    return TRUE;
  vouch_set_field_error (error, "limit_number", VOUCH_ERROR_INVALID, _ ("A limit number is 0 or more"));
  return FALSE;
}

/* The most a lot can have had that this stage accepted: the last one accepts what it does not reject. */
static guint32
get_most_accepted (const VouchSamplingPlan *plan, guint stage)
{
  const VouchSamplingStage *at = &plan->samples.stages[stage - 1];

  return stage == plan->samples.n_stages ? at->re - 1 : (guint32)at->ac;
}

static guint32
get_smallest_re (const VouchSamplingPlan *plan)
{
  guint32 smallest = plan->samples.stages[0].re;

  for (guint i = 1; i < plan->samples.n_stages; i++)
    smallest = MIN (smallest, plan->samples.stages[i].re);
  return smallest;
}

/* Whatever the order in which they were found, fewer than every Re were never rejected, and as many as the last Re
 * never accepted. What lies between depends on the stage at which it was reached; a single plan has nothing between. */
static gboolean
judge_by_count (const VouchSamplingLot *self, const VouchSamplingPlan *plan, VouchSamplingLotVerdict *verdict,
                GError **error)
{
  const VouchSamplingStage *last = &plan->samples.stages[plan->samples.n_stages - 1];
  guint32 count = (guint32)self->nonconforming;

  verdict->accepted = count < get_smallest_re (plan);
  if (verdict->accepted || count >= last->re)
    return TRUE;
  return refuse_stage (error, _ ("With this count the lot may have been accepted or not; say at which stage it was "
                                 "accepted, or 0"));
}

static gboolean
judge_by_stage (const VouchSamplingLot *self, const VouchSamplingPlan *plan, VouchSamplingLotVerdict *verdict,
                GError **error)
{
  guint stage = (guint)self->accepted_at_stage;

  verdict->accepted = stage > 0;
  if (!self->has_nonconforming)
    {
      verdict->at_most = stage > 0 ? get_most_accepted (plan, stage) : G_MAXUINT32;
      return TRUE;
    }
  if (stage > 0 ? verdict->at_most <= get_most_accepted (plan, stage) : verdict->at_most >= get_smallest_re (plan))
    return TRUE;
  return refuse_stage (error, _ ("The count and the stage contradict each other; look at both again"));
}

/* The least a lot can have had that this stage accepted: more than the stage before it accepts. */
static gint64
get_least_accepted (const VouchSamplingPlan *plan, guint stage)
{
  return stage > 1 ? (gint64)plan->samples.stages[stage - 2].ac + 1 : 0;
}

/* Only the last stage has a gap. Where a count is not told, a lot that it accepted lies in the gap only if it must: a
 * plan of several samples counts as accepted or not. */
static gboolean
is_in_gap (const VouchSamplingLot *self, const VouchSamplingPlan *plan, const VouchSamplingLotVerdict *verdict)
{
  guint n_stages = plan->samples.n_stages;
  gint64 least = self->has_nonconforming ? verdict->at_most : get_least_accepted (plan, n_stages);

  if (self->has_stage && self->accepted_at_stage != n_stages)
    return FALSE;
  return verdict->accepted && least > plan->samples.stages[n_stages - 1].ac;
}

/**
 * vouch_sampling_lot_judge:
 * @self: what inspecting the lot gave
 * @plan: the plan it was inspected by
 * @verdict: (out caller-allocates): what the plan says; untouched on failure
 * @error: INVALID with the field at fault: neither count nor stage, a count that does not fit the samples, a stage the
 *   plan does not have or that cannot accept, both contradicting each other, a negative limit number
 *
 * Judges a lot whose inspection is over, without curtailment. In the gap between the last Ac and Re (reduced inspection
 * of MIL-STD-105E) it is accepted.
 *
 * Returns: whether there is a verdict
 */
gboolean
vouch_sampling_lot_judge (const VouchSamplingLot *self, const VouchSamplingPlan *plan, VouchSamplingLotVerdict *verdict,
                          GError **error)
{
  VouchSamplingLotVerdict found = { 0 };

  g_return_val_if_fail (self != NULL && plan != NULL && verdict != NULL, FALSE);

  if (!self->has_nonconforming && !self->has_stage)
    {
      vouch_set_field_error (error, "nonconforming", VOUCH_ERROR_INVALID,
                             _ ("Say how many were nonconforming, or at which stage the lot was accepted"));
      return FALSE;
    }
  if ((self->has_nonconforming && !check_count (self, plan, error)) ||
      (self->has_stage && !check_stage (self, plan, error)) || !check_limit (self, error))
    return FALSE;
  found.at_most = (guint32)self->nonconforming;
  if (!(self->has_stage ? judge_by_stage : judge_by_count) (self, plan, &found, error))
    return FALSE;
  found.in_gap = is_in_gap (self, plan, &found);
  *verdict = found;
  return TRUE;
}
