/* How the average outgoing quality changes with the submitted one. */
#include "vouch-sampling-oc-private.h"

static gsize
count_accepting (const VouchSamplingOc *self, guint i)
{
  gint64 end = vouch_sampling_oc_get_acceptance_end (self, i);

  return MIN ((gsize)MAX (end - self->paths[i].first, 0), self->paths[i].n_shares);
}

/* One sample: of the sum that vouch_sampling_oc_compute_aoq_slope() describes, only its last term does not cancel. */
static double
compute_slope_of_single (const VouchSamplingOc *self, double p)
{
  VouchSamplingDistribution counts = vouch_sampling_oc_distribute (self, 0, 0, 0, p), others = counts;
  gint64 most = (gint64)self->stages.stages[0].re - 1;

  if (self->model == VOUCH_SAMPLING_MODEL_BINOMIAL)
    others.n--;
  return vouch_sampling_oc_get_unseen_part (self, 0) *
         (vouch_sampling_distribution_at_most (&counts, most) -
          p * (double)counts.n * vouch_sampling_distribution_mass (&others, most));
}

/**
 * vouch_sampling_oc_compute_aoq_slope:
 * @self: an operating characteristic of the binomial or Poisson model
 * @p: a quality between 0 and the worst, neither of them
 *
 * How the average outgoing quality changes with the submitted one; 0 where it is at its worst.
 *
 * Returns: the derivative of the average outgoing quality
 */
double
vouch_sampling_oc_compute_aoq_slope (const VouchSamplingOc *self, double p)
{
  double steepness = self->model == VOUCH_SAMPLING_MODEL_BINOMIAL ? 1 / (1 - p) : 1;
  double slope = 0;

  g_return_val_if_fail (self->model != VOUCH_SAMPLING_MODEL_HYPERGEOMETRIC, 0);

  if (self->stages.n_stages == 1)
    return compute_slope_of_single (self, p);
  for (guint i = 0; i < self->stages.n_stages; i++)
    {
      const VouchSamplingPath *path = &self->paths[i];
      VouchSamplingDistribution counts = vouch_sampling_oc_distribute (self, i, 0, 0, p);
      g_autofree double *masses = g_new (double, MAX (path->n_shares, 1));
      gsize n_accepting = count_accepting (self, i);

      vouch_sampling_distribution_fill (&counts, path->first, n_accepting, masses);
      for (gsize j = 0; j < n_accepting; j++)
        {
          double excess = (double)(path->first + (gint64)j) - (double)path->drawn * p;

          slope += vouch_sampling_oc_get_unseen_part (self, i) * (path->shares != NULL ? path->shares[j] : 1) *
                   masses[j] * (1 + excess * steepness);
        }
    }
  return slope;
}
