#include "vouch-variables-summary.h"

#include <math.h>

/**
 * vouch_variables_summary_init:
 * @self: (out caller-allocates): the summary
 * @readings: (array length=n_readings): what was measured
 * @n_readings: how many, at least 1
 *
 * Sums readings up, in two passes and from the first of them on, so that readings that lie close together far from zero
 * keep their spread.
 */
void
vouch_variables_summary_init (VouchVariablesSummary *self, const double *readings, guint n_readings)
{
  double sum = 0, squares = 0;

  g_return_if_fail (self != NULL && n_readings >= 1);

  *self = (VouchVariablesSummary){ .s = NAN, .least = readings[0], .most = readings[0] };
  for (guint i = 0; i < n_readings; i++)
    {
      sum += readings[i] - readings[0];
      self->least = MIN (self->least, readings[i]);
      self->most = MAX (self->most, readings[i]);
    }
  self->mean = readings[0] + sum / n_readings;
  for (guint i = 0; i < n_readings; i++)
    squares += (readings[i] - self->mean) * (readings[i] - self->mean);
  if (n_readings > 1)
    self->s = sqrt (squares / (n_readings - 1));
}
