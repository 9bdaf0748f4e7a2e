#include "vouch-reading-series.h"

#include "vouch-quantity.h"

/**
 * vouch_reading_series_new:
 * @name: what was measured, translated
 * @unit: (nullable): in which unit, translated
 *
 * Returns: (transfer full): a series without readings and limits; limits are set in its fields
 */
VouchReadingSeries *
vouch_reading_series_new (const char *name, const char *unit)
{
  VouchReadingSeries *self;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_new0 (VouchReadingSeries, 1);
  self->name = g_strdup (name);
  self->unit = g_strdup (unit);
  self->values = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

/**
 * vouch_reading_series_free:
 * @self: (nullable): a series
 */
void
vouch_reading_series_free (VouchReadingSeries *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->unit);
  g_array_unref (self->values);
  g_free (self);
}

/**
 * vouch_reading_series_copy:
 * @self: a series
 *
 * Returns: (transfer full): the same
 */
VouchReadingSeries *
vouch_reading_series_copy (const VouchReadingSeries *self)
{
  VouchReadingSeries *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->name = g_strdup (self->name);
  copy->unit = g_strdup (self->unit);
  copy->values = g_array_copy (self->values);
  return copy;
}

/**
 * vouch_reading_series_add:
 * @self: a series
 * @value: the next reading, millionths
 */
void
vouch_reading_series_add (VouchReadingSeries *self, gint64 value)
{
  g_return_if_fail (self != NULL);

  g_array_append_val (self->values, value);
}

/**
 * vouch_reading_series_is_beyond:
 * @self: a series
 * @value: a reading, millionths
 *
 * Returns: whether it is beyond a limit; on the limit it conforms
 */
gboolean
vouch_reading_series_is_beyond (const VouchReadingSeries *self, gint64 value)
{
  return (self->has_lower && value < self->lower) || (self->has_upper && value > self->upper);
}

/**
 * vouch_reading_series_count_beyond:
 * @self: a series
 *
 * Returns: how many readings are beyond a limit
 */
guint
vouch_reading_series_count_beyond (const VouchReadingSeries *self)
{
  guint count = 0;

  for (guint i = 0; i < self->values->len; i++)
    count += vouch_reading_series_is_beyond (self, g_array_index (self->values, gint64, i));
  return count;
}

/* Down to the last decimal place of a value. */
static gint64
refine (gint64 resolution, gint64 value)
{
  while (resolution > 1 && value % resolution != 0)
    resolution /= 10;
  return resolution;
}

/**
 * vouch_reading_series_get_resolution:
 * @self: a series
 *
 * How finely was measured, as far as can be told: no gauge is coarser than the limits that it was chosen for.
 *
 * Returns: the last decimal place that any reading or limit has, millionths: 10000 where there are hundredths
 */
gint64
vouch_reading_series_get_resolution (const VouchReadingSeries *self)
{
  gint64 resolution = VOUCH_QUANTITY_ONE;

  for (guint i = 0; i < self->values->len; i++)
    resolution = refine (resolution, g_array_index (self->values, gint64, i));
  if (self->has_lower)
    resolution = refine (resolution, self->lower);
  if (self->has_upper)
    resolution = refine (resolution, self->upper);
  if (self->has_nominal)
    resolution = refine (resolution, self->nominal);
  return resolution;
}

/**
 * vouch_reading_series_summarise:
 * @self: a series with at least one reading
 * @summary: (out caller-allocates): what the readings have in common, in their unit
 *
 * Returns: whether the readings may come from a normal distribution
 */
VouchVariablesNormality
vouch_reading_series_summarise (const VouchReadingSeries *self, VouchVariablesSummary *summary)
{
  g_autofree double *readings = NULL;

  g_return_val_if_fail (self != NULL && self->values->len >= 1, VOUCH_VARIABLES_NORMALITY_TOO_FEW);

  readings = g_new (double, self->values->len);
  for (guint i = 0; i < self->values->len; i++)
    readings[i] = (double)g_array_index (self->values, gint64, i) / (double)VOUCH_QUANTITY_ONE;
  vouch_variables_summary_init (summary, readings, self->values->len);
  return vouch_variables_normality_test (readings, self->values->len, NULL, NULL);
}
