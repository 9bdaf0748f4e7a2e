#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Fewer readings say nothing about their distribution. */
#define VOUCH_VARIABLES_NORMALITY_LEAST 8

/**
 * VouchVariablesNormality:
 * @VOUCH_VARIABLES_NORMALITY_TOO_FEW: there are fewer readings than can be judged
 * @VOUCH_VARIABLES_NORMALITY_NO_SPREAD: all readings are alike, so that nothing can be said
 * @VOUCH_VARIABLES_NORMALITY_PLAUSIBLE: nothing speaks against a normal distribution
 * @VOUCH_VARIABLES_NORMALITY_DOUBTFUL: readings of a normal distribution would be as odd as these less than once in
 *   twenty times
 *
 * Whether readings may come from a normal distribution, as sampling by variables presumes.
 */
typedef enum
{
  VOUCH_VARIABLES_NORMALITY_TOO_FEW,
  VOUCH_VARIABLES_NORMALITY_NO_SPREAD,
  VOUCH_VARIABLES_NORMALITY_PLAUSIBLE,
  VOUCH_VARIABLES_NORMALITY_DOUBTFUL,
} VouchVariablesNormality;

VouchVariablesNormality
vouch_variables_normality_test (const double *readings, guint n_readings, double *statistic, double *p);
const char *vouch_variables_normality_get_hint (VouchVariablesNormality normality);

G_END_DECLS
