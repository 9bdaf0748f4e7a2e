#include "vouch-variables-normality.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

#include "vouch-sampling-normal.h"
#include "vouch-variables-summary.h"

/* Below this probability the normal distribution is doubtful. */
#define DOUBTFUL_BELOW 0.05
/* Beyond this the tail of the normal distribution is smaller than any number there is, but for its logarithm. */
#define FAR 30.0
/* Where the formula for large statistics, a parabola, would turn upwards: half of 5.709 / 0.0186. */
#define TURNING_POINT 153.4

static int
compare_readings (gconstpointer first, gconstpointer second)
{
  double a = *(const double *)first, b = *(const double *)second;

  return (a > b) - (a < b);
}

/* The logarithm of the part of the normal distribution that is not above @z; far out by its asymptotic series. */
static double
log_lower_tail (double z)
{
  double square = z * z;

  if (z > -FAR)
    return log (vouch_sampling_normal_cdf (z));
  return -square / 2 - log (-z * sqrt (2 * G_PI)) + log1p (-1 / square + 3 / (square * square));
}

/* Anderson and Darling's statistic of readings in order, adjusted for mean and deviation being estimated (Stephens). */
static double
compute_statistic (const double *sorted, guint n)
{
  VouchVariablesSummary summary;
  double sum = 0;

  vouch_variables_summary_init (&summary, sorted, n);
  for (guint i = 0; i < n; i++)
    {
      double below = log_lower_tail ((sorted[i] - summary.mean) / summary.s);
      double above = log_lower_tail ((summary.mean - sorted[n - 1 - i]) / summary.s);

      sum += (2.0 * i + 1) * (below + above);
    }
  return (-(double)n - sum / n) * (1 + 0.75 / n + 2.25 / ((double)n * n));
}

/* D'Agostino and Stephens, Goodness-of-Fit Techniques (1986), table 4.9. */
static double
compute_p (double a)
{
  if (a >= 0.6)
    {
      double bounded = MIN (a, TURNING_POINT);

      return exp (1.2937 - 5.709 * bounded + 0.0186 * bounded * bounded);
    }
  if (a >= 0.34)
    return exp (0.9177 - 4.279 * a - 1.38 * a * a);
  if (a >= 0.2)
    return 1 - exp (-8.318 + 42.796 * a - 59.938 * a * a);
  return 1 - exp (-13.436 + 101.14 * a - 223.73 * a * a);
}

/**
 * vouch_variables_normality_test:
 * @readings: (array length=n_readings): what was measured, in any order; numbers all
 * @n_readings: how many
 * @statistic: (out) (optional): the statistic of Anderson and Darling, adjusted; NAN where nothing can be said
 * @p: (out) (optional): how likely readings of a normal distribution are at least as odd; NAN where nothing can be said
 *
 * Tests readings against the normal distribution that has their mean and standard deviation.
 *
 * Returns: what can be said
 */
VouchVariablesNormality
vouch_variables_normality_test (const double *readings, guint n_readings, double *statistic, double *p)
{
  g_autofree double *sorted = NULL;
  double a, found;

  if (statistic != NULL)
    *statistic = NAN;
  if (p != NULL)
    *p = NAN;
  if (n_readings < VOUCH_VARIABLES_NORMALITY_LEAST)
    return VOUCH_VARIABLES_NORMALITY_TOO_FEW;
  sorted = g_memdup2 (readings, n_readings * sizeof *readings);
  qsort (sorted, n_readings, sizeof *sorted, compare_readings);
  if (sorted[0] >= sorted[n_readings - 1])
    return VOUCH_VARIABLES_NORMALITY_NO_SPREAD;
  a = compute_statistic (sorted, n_readings);
  found = compute_p (a);
  if (statistic != NULL)
    *statistic = a;
  if (p != NULL)
    *p = found;
  return found < DOUBTFUL_BELOW ? VOUCH_VARIABLES_NORMALITY_DOUBTFUL : VOUCH_VARIABLES_NORMALITY_PLAUSIBLE;
}

/**
 * vouch_variables_normality_get_hint:
 * @normality: what the test says
 *
 * Returns: (transfer none): what that means for sampling by variables, as a translated sentence
 */
const char *
vouch_variables_normality_get_hint (VouchVariablesNormality normality)
{
  switch (normality)
    {
    case VOUCH_VARIABLES_NORMALITY_TOO_FEW:
      return _ ("Too few readings to say whether they are normally distributed, as sampling by variables presumes.");
    case VOUCH_VARIABLES_NORMALITY_NO_SPREAD:
      return _ ("All readings are alike: nothing can be said about their distribution.");
    case VOUCH_VARIABLES_NORMALITY_PLAUSIBLE:
      return _ ("Nothing speaks against a normal distribution, which sampling by variables presumes.");
    case VOUCH_VARIABLES_NORMALITY_DOUBTFUL:
      return _ ("A normal distribution, which sampling by variables presumes, is doubtful: look at the readings, or "
                "inspect by attributes.");
    }
  g_return_val_if_reached (NULL);
}
