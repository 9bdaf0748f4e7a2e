#include "vouch-sampling-zero.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vouch-error.h"
#include "vouch-sampling-distribution.h"
#include "vouch-sampling-plan.h"

/* What a number of items or a probability may miss by rounding: not one more item for that. */
#define ROUNDING 1e-12

static gboolean
check (gint64 lot_size, double rql, double risk, GError **error)
{
  if (lot_size < 1 || lot_size > VOUCH_SAMPLING_LOT_SIZE_MAX)
    vouch_set_field_error (error, "lot_size", VOUCH_ERROR_INVALID, _ ("A lot has 1 to %lld items"),
                           (long long)VOUCH_SAMPLING_LOT_SIZE_MAX);
  else if (!(rql > 0 && rql <= 1))
    vouch_set_field_error (error, "rql", VOUCH_ERROR_INVALID,
                           _ ("The rejectable quality is a fraction above 0 and at most 1; 0.01 stands for 1 %%"));
  else if (!(risk > 0 && risk < 1))
    vouch_set_field_error (error, "risk", VOUCH_ERROR_INVALID,
                           _ ("The risk is a probability between 0 and 1, and neither of them"));
  else
    return TRUE;
  return FALSE;
}

static gint64
find_sample_size (gint64 lot_size, gint64 nonconforming, double risk)
{
  VouchSamplingDistribution lot = { .model = VOUCH_SAMPLING_MODEL_HYPERGEOMETRIC,
                                    .lot_size = lot_size,
                                    .nonconforming = nonconforming };
  gint64 low = 0, high = lot_size - nonconforming + 1; /* so many cannot all be good */

  while (high - low > 1)
    {
      lot.n = low + (high - low) / 2;
      if (vouch_sampling_distribution_mass (&lot, 0) <= risk)
        high = lot.n;
      else
        low = lot.n;
    }
  return high;
}

/**
 * vouch_sampling_plan_zero:
 * @lot_size: items in the lot
 * @rql: rejectable quality level, a fraction nonconforming
 * @risk: consumer's risk: the probability with which such a lot may be accepted
 * @stages: (out caller-allocates): the plan, whose acceptance number is 0; untouched on failure
 * @error: INVALID with the field at fault: "lot_size", "rql" or "risk"; also "lot_size" if the sample would be too
 * large
 *
 * The smallest sample of which, all of it being good, the lot is known to be better than @rql but for the @risk:
 * hypergeometric, hence exact for this lot. Of whole items, the best lot that is as bad as @rql is meant, so that the
 * risk holds for each that is.
 *
 * Returns: whether there is such a plan
 */
gboolean
vouch_sampling_plan_zero (gint64 lot_size, double rql, double risk, VouchSamplingStages *stages, GError **error)
{
  gint64 nonconforming, n;

  g_return_val_if_fail (stages != NULL, FALSE);

  if (!check (lot_size, rql, risk, error))
    return FALSE;
  nonconforming = (gint64)ceil ((double)lot_size * rql * (1 - ROUNDING));
  n = find_sample_size (lot_size, CLAMP (nonconforming, 1, lot_size), risk * (1 + ROUNDING));
  if (n > G_MAXUINT32)
    {
      vouch_set_field_error (error, "lot_size", VOUCH_ERROR_INVALID,
                             _ ("A sample of %lld items would be needed, more than can be drawn"), (long long)n);
      return FALSE;
    }
  *stages = (VouchSamplingStages){ .n_stages = 1, .stages = { { .n = (guint32)n, .ac = 0, .re = 1 } } };
  return TRUE;
}
