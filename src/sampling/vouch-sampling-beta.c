#include "vouch-sampling-beta.h"

#include <math.h>

#define MANY_TERMS 10000
#define PRECISION 1e-16
#define TINY 1e-300

static double
avoid_zero (double value)
{
  return fabs (value) < TINY ? TINY : value;
}

/* The continued fraction of the incomplete beta integral (Abramowitz and Stegun, 26.5.8), evaluated front to back by
 * Lentz's method. */
static double
evaluate_fraction (double x, double a, double b)
{
  double c = 1, d = 1 / avoid_zero (1 - (a + b) * x / (a + 1)), value = d;

  for (int m = 1; m < MANY_TERMS; m++)
    {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      double change;

      d = 1 / avoid_zero (1 + even * d);
      c = avoid_zero (1 + even / c);
      value *= d * c;
      d = 1 / avoid_zero (1 + odd * d);
      c = avoid_zero (1 + odd / c);
      change = d * c;
      value *= change;
      if (fabs (change - 1) < PRECISION)
        break;
    }
  return value;
}

/**
 * vouch_sampling_beta_cdf:
 * @x: from 0 to 1
 * @a: both shape parameters, above 0
 *
 * Returns: the part of the symmetrical beta distribution that is not above @x
 */
double
vouch_sampling_beta_cdf (double x, double a)
{
  double log_factor;

  g_return_val_if_fail (a > 0 && !isnan (x), NAN);

  if (x <= 0 || x >= 1)
    return x <= 0 ? 0 : 1;
  if (x > 0.5)
    return 1 - vouch_sampling_beta_cdf (1 - x, a);
  log_factor = lgamma (2 * a) - 2 * lgamma (a) + a * (log (x) + log1p (-x));
  return exp (log_factor) * evaluate_fraction (x, a, a) / a;
}

/**
 * vouch_sampling_beta_quantile:
 * @p: from 0 to 1
 * @a: both shape parameters, above 0
 *
 * Returns: the value that a part @p of the symmetrical beta distribution is not above
 */
double
vouch_sampling_beta_quantile (double p, double a)
{
  double low = 0, high = 1;

  g_return_val_if_fail (p >= 0 && p <= 1 && a > 0, NAN);

  for (;;)
    {
      double middle = (low + high) / 2;

      if (middle <= low || middle >= high)
        return middle;
      if (vouch_sampling_beta_cdf (middle, a) < p)
        low = middle;
      else
        high = middle;
    }
}
