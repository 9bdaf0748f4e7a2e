#include "vouch-sampling-normal.h"

#include <math.h>

/* Beyond this nothing is left of a double's precision in the tail. */
#define FAR 40.0

/**
 * vouch_sampling_normal_cdf:
 * @z: a standardised value
 *
 * Returns: the part of the standard normal distribution that is not above @z
 */
double
vouch_sampling_normal_cdf (double z)
{
  return erfc (-z / M_SQRT2) / 2;
}

/**
 * vouch_sampling_normal_quantile:
 * @p: from 0 to 1
 *
 * Returns: the value that a part @p of the standard normal distribution is not above; infinite for 0 and 1
 */
double
vouch_sampling_normal_quantile (double p)
{
  double low = -FAR, high = FAR;

  g_return_val_if_fail (p >= 0 && p <= 1, NAN);

  if (p <= 0 || p >= 1)
    return p <= 0 ? -INFINITY : INFINITY;
  /* The lower tail alone has digits to spare. */
  if (p > 0.5)
    return -vouch_sampling_normal_quantile (1 - p);
  for (;;)
    {
      double middle = (low + high) / 2;

      if (middle <= low || middle >= high)
        return middle;
      if (vouch_sampling_normal_cdf (middle) < p)
        low = middle;
      else
        high = middle;
    }
}
