#include "vouch-variables.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vouch-error.h"
#include "vouch-sampling-beta.h"
#include "vouch-sampling-normal.h"
#include "vouch-variables-summary.h"
#include "vouch-variables-table.h"

/* The shape of the beta distribution of the estimate (symmetrical: both parameters). */
static double
get_shape (guint n)
{
  return n / 2.0 - 1;
}

/* The k that belongs to M: the quality index whose estimate is M. */
static double
derive_k (VouchVariablesMethod method, guint n, double m_percent)
{
  if (method == VOUCH_VARIABLES_METHOD_SIGMA)
    return -vouch_sampling_normal_quantile (m_percent / 100) * sqrt ((n - 1.0) / n);
  return (1 - 2 * vouch_sampling_beta_quantile (m_percent / 100, get_shape (n))) * (n - 1) / sqrt (n);
}

/* The fraction nonconforming beyond one limit, as its quality index lets it be estimated: minimum variance unbiased. */
static double
estimate_fraction (VouchVariablesMethod method, guint n, double q)
{
  if (isnan (q))
    return 0;
  if (isinf (q))
    return q > 0 ? 0 : 1;
  if (method == VOUCH_VARIABLES_METHOD_SIGMA)
    return vouch_sampling_normal_cdf (-q * sqrt (n / (n - 1.0)));
  return vouch_sampling_beta_cdf (0.5 - q * sqrt (n) / (2 * (n - 1.0)), get_shape (n));
}

/**
 * vouch_variables_plan_find:
 * @method: how the spread is known
 * @severity: normal, tightened or reduced
 * @letter: the code letter, as vouch_variables_code_letter() or vouch_variables_find_letter() gives it
 * @aql_index: as vouch_variables_find_aql() gives it
 * @plan: (out caller-allocates): the plan; untouched on failure
 * @error: INVALID where inspection is discontinued
 *
 * Reads the plan by variables (ANSI/ASQ Z1.9, arrows followed, so that n may be larger or smaller than that of the
 * letter). k is computed from M.
 *
 * Returns: whether there is a plan
 */
gboolean
vouch_variables_plan_find (VouchVariablesMethod method, VouchSeverity severity, char letter, guint aql_index,
                           VouchVariablesPlan *plan, GError **error)
{
  VouchVariablesPlan found = { .method = method, .severity = severity, .letter = letter };

  g_return_val_if_fail (plan != NULL, FALSE);

  if (!vouch_variables_table_read (method, severity, letter, aql_index, &found.n, &found.m_percent))
    {
      vouch_set_field_error (error, "severity", VOUCH_ERROR_INVALID,
                             _ ("There is no plan by variables for this; inspection is normal, tightened or reduced"));
      return FALSE;
    }
  found.k = derive_k (method, found.n, found.m_percent);
  *plan = found;
  return TRUE;
}

static gboolean
check_readings (const VouchVariablesPlan *plan, const double *readings, guint n_readings, GError **error)
{
  if (n_readings != plan->n)
    {
      vouch_set_field_error (error, "data", VOUCH_ERROR_INVALID,
                             _ ("The plan needs %u readings, and there are %u; measure the rest of the sample"),
                             plan->n, n_readings);
      return FALSE;
    }
  for (guint i = 0; i < n_readings; i++)
    if (!isfinite (readings[i]))
      {
        vouch_set_field_error (error, "data", VOUCH_ERROR_INVALID, _ ("Reading %u is not a number; measure again"),
                               i + 1);
        return FALSE;
      }
  return TRUE;
}

static gboolean
check_limits (const VouchVariablesPlan *plan, const VouchVariablesLimits *limits, GError **error)
{
  if (isnan (limits->lower) && isnan (limits->upper))
    {
      vouch_set_field_error (error, "upper", VOUCH_ERROR_INVALID, _ ("Give a lower limit, an upper limit, or both"));
      return FALSE;
    }
  if (isinf (limits->lower) || isinf (limits->upper) || limits->lower >= limits->upper)
    {
      vouch_set_field_error (error, "upper", VOUCH_ERROR_INVALID,
                             _ ("The upper limit has to be a number above the lower one"));
      return FALSE;
    }
  if (plan->method == VOUCH_VARIABLES_METHOD_SIGMA && !(isfinite (limits->sigma) && limits->sigma > 0))
    {
      vouch_set_field_error (error, "sigma", VOUCH_ERROR_INVALID,
                             _ ("The sigma method needs the known standard deviation, a number above 0"));
      return FALSE;
    }
  return TRUE;
}

/* Without any spread all items are alike: on the limit or inside they conform. */
static double
get_quality_index (double distance, double spread)
{
  if (isnan (distance) || spread > 0)
    return distance / spread;
  return distance >= 0 ? INFINITY : -INFINITY;
}

/**
 * vouch_variables_plan_judge:
 * @plan: a plan
 * @readings: (array length=n_readings): what was measured
 * @n_readings: how many; the plan's n
 * @limits: one specification limit or both
 * @result: (out caller-allocates): what the readings say; untouched on failure
 * @error: INVALID with the field at fault: readings missing or no numbers, limits missing or the wrong way round, or no
 *   known standard deviation where the method needs one
 *
 * Judges a lot by the M method (ANSI/ASQ Z1.9, form 2): the percent nonconforming beyond either limit is estimated, and
 * the sum of both must not be above M.
 *
 * Returns: whether the lot could be judged
 */
gboolean
vouch_variables_plan_judge (const VouchVariablesPlan *plan, const double *readings, guint n_readings,
                            const VouchVariablesLimits *limits, VouchVariablesResult *result, GError **error)
{
  VouchVariablesResult found = { 0 };
  VouchVariablesSummary summary;
  double spread;

  g_return_val_if_fail (plan != NULL && limits != NULL && result != NULL, FALSE);

  if (!check_readings (plan, readings, n_readings, error) || !check_limits (plan, limits, error))
    return FALSE;
  vouch_variables_summary_init (&summary, readings, n_readings);
  found.mean = summary.mean;
  found.s = summary.s;
  spread = plan->method == VOUCH_VARIABLES_METHOD_SIGMA ? limits->sigma : found.s;
  found.q_lower = get_quality_index (found.mean - limits->lower, spread);
  found.q_upper = get_quality_index (limits->upper - found.mean, spread);
  found.percent_nonconforming = 100 * MIN (1, estimate_fraction (plan->method, plan->n, found.q_lower) +
                                                  estimate_fraction (plan->method, plan->n, found.q_upper));
  found.is_accepted = found.percent_nonconforming <= plan->m_percent;
  *result = found;
  return TRUE;
}

/* The density of the sample's standard deviation, in units of that of the process. */
static double
get_spread_density (double s, guint n)
{
  double freedom = n - 1.0;

  if (s <= 0)
    return 0;
  return exp (M_LN2 + freedom / 2 * log (freedom / 2) - lgamma (freedom / 2) + (freedom - 1) * log (s) -
              freedom * s * s / 2);
}

/* Over the spread that a sample may happen to have: Simpson's rule, far finer and further than it is needed. */
static double
integrate_acceptance (const VouchVariablesPlan *plan, double z)
{
  const guint n_steps = 4000;
  double last = 1 + 12 / sqrt (plan->n - 1.0), step = last / n_steps, sum = 0;

  for (guint i = 0; i <= n_steps; i++)
    {
      double s = i * step, weight = i == 0 || i == n_steps ? 1 : i % 2 == 1 ? 4 : 2;

      sum += weight * get_spread_density (s, plan->n) * vouch_sampling_normal_cdf (sqrt (plan->n) * (z - plan->k * s));
    }
  return sum * step / 3;
}

/**
 * vouch_variables_plan_get_acceptance:
 * @plan: a plan
 * @p: the fraction of the process that really is beyond its one limit, from 0 to 1
 *
 * How likely the plan accepts a lot by k, where measured values are normally distributed: with the s method a
 * noncentral t distribution, here integrated over the standard deviation the sample may have.
 *
 * Returns: the probability of acceptance
 */
double
vouch_variables_plan_get_acceptance (const VouchVariablesPlan *plan, double p)
{
  double z;

  g_return_val_if_fail (plan != NULL && p >= 0 && p <= 1, NAN);

  if (p <= 0 || p >= 1)
    return p <= 0 ? 1 : 0;
  z = -vouch_sampling_normal_quantile (p);
  if (plan->method == VOUCH_VARIABLES_METHOD_SIGMA)
    return vouch_sampling_normal_cdf (sqrt (plan->n) * (z - plan->k));
  return CLAMP (integrate_acceptance (plan, z), 0, 1);
}
