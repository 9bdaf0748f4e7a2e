#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VouchVariablesSummary:
 * @mean: mean of the readings
 * @s: their standard deviation, with n − 1; NAN of a single reading
 * @least: the smallest reading
 * @most: the largest reading
 *
 * What readings have in common. A plain value.
 */
typedef struct
{
  double mean;
  double s;
  double least;
  double most;
} VouchVariablesSummary;

void vouch_variables_summary_init (VouchVariablesSummary *self, const double *readings, guint n_readings);

G_END_DECLS
