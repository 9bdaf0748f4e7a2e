#pragma once

#include "vouch-severity.h"
#include "vouch-variables-letter.h"

G_BEGIN_DECLS

/**
 * VouchVariablesPlan:
 * @method: how the spread is known
 * @severity: normal, tightened or reduced
 * @letter: the code letter of lot size and level
 * @n: how many items are measured
 * @m_percent: M: the lot is accepted with an estimate of at most so many percent nonconforming
 * @k: the acceptability constant, which says the same for one limit: the lot is accepted where the mean is at least k
 *   standard deviations inside of it
 *
 * A sampling plan by variables. A plain value.
 */
typedef struct
{
  VouchVariablesMethod method;
  VouchSeverity severity;
  char letter;
  guint n;
  double m_percent;
  double k;
} VouchVariablesPlan;

/**
 * VouchVariablesLimits:
 * @lower: the lower specification limit, or NAN where there is none
 * @upper: the upper specification limit, or NAN where there is none
 * @sigma: the known standard deviation, which the sigma method needs; else NAN
 *
 * What readings are judged against, in the unit of the readings.
 */
typedef struct
{
  double lower;
  double upper;
  double sigma;
} VouchVariablesLimits;

/**
 * VouchVariablesResult:
 * @mean: mean of the readings
 * @s: their standard deviation, with n − 1
 * @q_lower: quality index of the lower limit: how many standard deviations the mean is above it; NAN without that limit
 * @q_upper: quality index of the upper limit; NAN without that limit
 * @percent_nonconforming: the estimate, of both limits together, in percent
 * @is_accepted: whether the estimate is at most M
 *
 * What a sample of readings says of a lot.
 */
typedef struct
{
  double mean;
  double s;
  double q_lower;
  double q_upper;
  double percent_nonconforming;
  gboolean is_accepted;
} VouchVariablesResult;

gboolean vouch_variables_plan_find (VouchVariablesMethod method, VouchSeverity severity, char letter, guint aql_index,
                                    VouchVariablesPlan *plan, GError **error);
gboolean vouch_variables_plan_judge (const VouchVariablesPlan *plan, const double *readings, guint n_readings,
                                     const VouchVariablesLimits *limits, VouchVariablesResult *result, GError **error);
double vouch_variables_plan_get_acceptance (const VouchVariablesPlan *plan, double p);

G_END_DECLS
