/* Probabilities of counts. Factorials of large numbers are never formed, nor their logarithms, whose difference would
 * have no figure left that is right: a probability is the height of the bell at its top times what the deviation from
 * the top takes away, each computed without cancellation (C. Loader, Fast and Accurate Computation of Binomial
 * Probabilities, 2000). Neighbouring masses follow by their ratio. */
#include "vouch-sampling-distribution.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vouch-error.h"

/* Masses fall ever faster away from the mode, so that what follows one this small, beside their sum, is nothing. */
#define NOTHING 1e-20

static const char *const model_ids[VOUCH_N_SAMPLING_MODELS] = { "hypergeometric", "binomial", "poisson" };

/**
 * vouch_sampling_model_get_id:
 * @model: a model
 *
 * Returns: (transfer none): its name in requests and files
 */
const char *
vouch_sampling_model_get_id (VouchSamplingModel model)
{
  g_return_val_if_fail ((guint)model < VOUCH_N_SAMPLING_MODELS, NULL);

  return model_ids[model];
}

/**
 * vouch_sampling_model_parse:
 * @id: a model's name
 * @model: (out): the model
 * @error: INVALID, field "model"; the message lists those that there are
 *
 * Returns: whether there is such a model
 */
gboolean
vouch_sampling_model_parse (const char *id, VouchSamplingModel *model, GError **error)
{
  for (guint i = 0; i < VOUCH_N_SAMPLING_MODELS; i++)
    if (g_strcmp0 (id, model_ids[i]) == 0)
      {
        *model = (VouchSamplingModel)i;
        return TRUE;
      }
  vouch_set_field_error (error, "model", VOUCH_ERROR_INVALID,
                         _ ("“%s” is no model; there are hypergeometric, binomial and poisson"), id != NULL ? id : "");
  return FALSE;
}

/* By how much ln n! exceeds Stirling's formula, n > 0. */
static double
stirling_error (double n)
{
  double square = n * n;

  if (n < 16)
    {
      double factorial = 1;

      for (double i = 2; i <= n; i++)
        factorial *= i;
      return log (factorial / sqrt (2 * G_PI * n)) - n * log (n) + n;
    }
  return (1.0 / 12 - (1.0 / 360 -
                      (1.0 / 1260 - (1.0 / 1680 - (1.0 / 1188 - 691.0 / 360360 / square) / square) / square) / square) /
                         square) /
         n;
}

/* x ln (x / mean) + mean - x for x, mean > 0: how far x is from the mean, in nats. Near the mean the terms cancel, so
 * that the logarithm's series in (x - mean) / (x + mean) is summed without its first term, which is what cancels. */
static double
deviance (double x, double mean)
{
  double ratio = (x - mean) / (x + mean), power, sum;

  if (fabs (ratio) > 0.1)
    return x * log (x / mean) + mean - x;
  sum = (x - mean) * ratio;
  power = 2 * x * ratio;
  for (int i = 3; i < 60; i += 2)
    {
      power *= ratio * ratio;
      if (sum + power / i == sum)
        break;
      sum += power / i;
    }
  return sum;
}

/* Binomial; q is 1 - p, given apart because it may be known better than the difference is. */
static double
binomial_mass (double d, double n, double p, double q)
{
  if (p <= 0 || q <= 0)
    return d == (p <= 0 ? 0 : n) ? 1 : 0;
  if (d == 0)
    return exp (n * (p < 0.5 ? log1p (-p) : log (q)));
  if (d == n)
    return exp (n * (q < 0.5 ? log1p (-q) : log (p)));
  return sqrt (n / (2 * G_PI * d * (n - d))) * exp (stirling_error (n) - stirling_error (d) - stirling_error (n - d) -
                                                    deviance (d, n * p) - deviance (n - d, n * q));
}

static double
poisson_mass (double d, double mean)
{
  if (mean <= 0)
    return d == 0 ? 1 : 0;
  if (d == 0)
    return exp (-mean);
  return exp (-stirling_error (d) - deviance (d, mean)) / sqrt (2 * G_PI * d);
}

/* Draw each item of the lot with probability n / N: given that n are drawn in all, the nonconforming among them are
 * hypergeometric. */
static double
hypergeometric_mass (double d, double n, double lot_size, double nonconforming)
{
  double p = n / lot_size, q = (lot_size - n) / lot_size;

  if (n <= 0 || n >= lot_size)
    return d == (n <= 0 ? 0 : nonconforming) ? 1 : 0;
  return binomial_mass (d, nonconforming, p, q) * binomial_mass (n - d, lot_size - nonconforming, p, q) /
         binomial_mass (n, lot_size, p, q);
}

/* The smallest and the largest count that can be, and the one with the largest mass. */
static void
get_range (const VouchSamplingDistribution *self, gint64 *smallest, gint64 *largest, gint64 *mode)
{
  double top;

  *smallest = 0;
  *largest = self->n;
  switch (self->model)
    {
    case VOUCH_SAMPLING_MODEL_HYPERGEOMETRIC:
      *smallest = MAX (0, self->n - (self->lot_size - self->nonconforming));
      *largest = MIN (self->n, self->nonconforming);
      top = (self->n + 1.0) * (self->nonconforming + 1.0) / (self->lot_size + 2.0);
      break;
    case VOUCH_SAMPLING_MODEL_POISSON:
      *largest = self->n > 0 && self->p > 0 ? G_MAXINT64 - 1 : 0;
      top = self->n * self->p;
      break;
    case VOUCH_SAMPLING_MODEL_BINOMIAL:
    default:
      *smallest = self->p >= 1 ? self->n : 0;
      *largest = self->p <= 0 ? 0 : self->n;
      top = (self->n + 1.0) * self->p;
      break;
    }
  *mode = CLAMP ((gint64)top, *smallest, *largest);
}

/* The mass at d + 1 over the mass at d; both can be. */
static double
get_ratio (const VouchSamplingDistribution *self, gint64 d)
{
  switch (self->model)
    {
    case VOUCH_SAMPLING_MODEL_HYPERGEOMETRIC:
      return (double)(self->nonconforming - d) * (double)(self->n - d) /
             ((double)(d + 1) * (double)(self->lot_size - self->nonconforming - self->n + d + 1));
    case VOUCH_SAMPLING_MODEL_POISSON:
      return self->n * self->p / (d + 1.0);
    case VOUCH_SAMPLING_MODEL_BINOMIAL:
    default:
      return (double)(self->n - d) * self->p / ((d + 1.0) * (1 - self->p));
    }
}

/**
 * vouch_sampling_distribution_mass:
 * @self: a distribution
 * @d: a count
 *
 * The relative error is a few parts in 10^13 at most, for lots of up to 2^53 items; what is too small for a double is
 * 0.
 *
 * Returns: the probability of exactly @d
 */
double
vouch_sampling_distribution_mass (const VouchSamplingDistribution *self, gint64 d)
{
  gint64 smallest, largest, mode;

  get_range (self, &smallest, &largest, &mode);
  if (d < smallest || d > largest)
    return 0;
  switch (self->model)
    {
    case VOUCH_SAMPLING_MODEL_HYPERGEOMETRIC:
      return hypergeometric_mass (d, self->n, self->lot_size, self->nonconforming);
    case VOUCH_SAMPLING_MODEL_POISSON:
      return poisson_mass (d, self->n * self->p);
    case VOUCH_SAMPLING_MODEL_BINOMIAL:
    default:
      return binomial_mass (d, self->n, self->p, 1 - self->p);
    }
}

/* The masses from first to last, both of which can be, from the largest of them outwards until nothing is added. */
static double
sum_masses (const VouchSamplingDistribution *self, gint64 first, gint64 last, gint64 mode)
{
  gint64 top = CLAMP (mode, first, last);
  double mass = vouch_sampling_distribution_mass (self, top), sum = mass;
  double above = mass, below = mass;

  for (gint64 d = top; d < last && above > sum * NOTHING; d++)
    sum += above *= get_ratio (self, d);
  for (gint64 d = top; d > first && below > sum * NOTHING; d--)
    sum += below /= get_ratio (self, d - 1);
  return sum;
}

/**
 * vouch_sampling_distribution_between:
 * @self: a distribution
 * @first: a count
 * @last: another
 *
 * Where more than half of everything lies between the two, the rest is summed instead and taken from 1, so that little
 * is lost to rounding at either end.
 *
 * Returns: the probability of at least @first and at most @last
 */
double
vouch_sampling_distribution_between (const VouchSamplingDistribution *self, gint64 first, gint64 last)
{
  gint64 smallest, largest, mode;
  double rest = 0;

  get_range (self, &smallest, &largest, &mode);
  first = MAX (first, smallest);
  last = MIN (last, largest);
  if (first > last)
    return 0;
  if (mode < first || mode > last)
    return sum_masses (self, first, last, mode);
  if (first > smallest)
    rest += sum_masses (self, smallest, first - 1, mode);
  if (last < largest)
    rest += sum_masses (self, last + 1, largest, mode);
  return rest < 0.5 ? 1 - rest : sum_masses (self, first, last, mode);
}

/**
 * vouch_sampling_distribution_at_most:
 * @self: a distribution
 * @d: a count
 *
 * Returns: the probability of @d or fewer
 */
double
vouch_sampling_distribution_at_most (const VouchSamplingDistribution *self, gint64 d)
{
  return vouch_sampling_distribution_between (self, 0, d);
}

/**
 * vouch_sampling_distribution_fill:
 * @self: a distribution
 * @first: a count
 * @n_masses: how many
 * @masses: (out caller-allocates) (array length=n_masses): the probabilities of @first, @first + 1, and so on
 *
 * Many masses for little more than the price of one.
 */
void
vouch_sampling_distribution_fill (const VouchSamplingDistribution *self, gint64 first, gsize n_masses, double *masses)
{
  gint64 end = first + (gint64)n_masses, smallest, largest, mode;
  gint64 top;

  get_range (self, &smallest, &largest, &mode);
  for (gsize i = 0; i < n_masses; i++)
    masses[i] = 0;
  smallest = MAX (smallest, first);
  largest = MIN (largest, end - 1);
  if (smallest > largest)
    return;
  top = CLAMP (mode, smallest, largest);
  masses[top - first] = vouch_sampling_distribution_mass (self, top);
  for (gint64 d = top; d < largest; d++)
    masses[d + 1 - first] = masses[d - first] * get_ratio (self, d);
  for (gint64 d = top; d > smallest; d--)
    masses[d - 1 - first] = masses[d - first] / get_ratio (self, d - 1);
}
