#include "vouch-sampling-stage.h"

/**
 * vouch_sampling_stages_get_size:
 * @self: the stages of a plan
 * @n_stages: how many of them, from the first
 *
 * Returns: items in the samples of these stages together
 */
guint64
vouch_sampling_stages_get_size (const VouchSamplingStages *self, guint n_stages)
{
  guint64 size = 0;

  g_return_val_if_fail (self != NULL && n_stages <= self->n_stages, 0);

  for (guint i = 0; i < n_stages; i++)
    size += self->stages[i].n;
  return size;
}

/**
 * vouch_sampling_stages_judge:
 * @self: the stages of a plan
 * @lot_size: items in the lot, which ends a sample that would be larger
 * @inspected: items inspected so far, in all samples
 * @nonconforming: nonconforming items, or nonconformities, found so far
 * @stage: (out) (optional): the stage that decided, or that is under way
 *
 * Judges a lot: not accepted as soon as the rejection number of the stage under way is reached, accepted when its
 * sample is inspected and the acceptance number is kept. A sample that decides nothing is followed by the next, which
 * has no items where the lot is used up; the last one accepts what it does not reject. Samples before the one under way
 * are taken to have rejected nothing, or it would not have been taken.
 *
 * Returns: the verdict
 */
VouchSamplingVerdict
vouch_sampling_stages_judge (const VouchSamplingStages *self, gint64 lot_size, guint32 inspected, guint32 nonconforming,
                             guint *stage)
{
  VouchSamplingVerdict verdict = VOUCH_SAMPLING_VERDICT_OPEN;
  guint64 due = 0;
  guint at = 0;

  g_return_val_if_fail (self != NULL && self->n_stages >= 1, VOUCH_SAMPLING_VERDICT_OPEN);

  for (;; at++)
    {
      const VouchSamplingStage *now = &self->stages[at];
      gboolean is_last = at + 1 == self->n_stages;

      due = MIN (due + now->n, (guint64)MAX (lot_size, 0));
      if (nonconforming >= now->re && (inspected <= due || is_last))
        verdict = VOUCH_SAMPLING_VERDICT_REJECT;
      else if (inspected >= due && (is_last || (gint64)nonconforming <= now->ac))
        verdict = VOUCH_SAMPLING_VERDICT_ACCEPT;
      if (verdict != VOUCH_SAMPLING_VERDICT_OPEN || is_last || inspected < due)
        break;
    }
  if (stage != NULL)
    *stage = at;
  return verdict;
}
