#include "vouch-lot-series.h"

#include "vouch-words.h"

static VouchReadingSeries *
make_series (const VouchCharacteristic *characteristic)
{
  const char *unit = characteristic->unit != NULL ? vouch_words_of_unit (characteristic->unit) : NULL;
  VouchReadingSeries *series =
      vouch_reading_series_new (vouch_words_choose (characteristic->name_en, characteristic->name_zh), unit);

  series->has_lower = characteristic->has_lower;
  series->lower = characteristic->lower;
  series->has_upper = characteristic->has_upper;
  series->upper = characteristic->upper;
  series->has_nominal = characteristic->nominal != 0;
  series->nominal = characteristic->nominal;
  return series;
}

static void
add_readings (VouchReadingSeries *series, const VouchLotFile *file, const VouchCharacteristic *characteristic)
{
  for (guint i = 0; i < file->readings->len; i++)
    {
      const VouchReading *reading = g_ptr_array_index (file->readings, i);

      if (reading->characteristic_id == characteristic->id && reading->has_value && reading->undoes_id == 0 &&
          !vouch_tally_is_undone (file->tally, reading))
        vouch_reading_series_add (series, reading->value);
    }
}

/**
 * vouch_lot_file_list_series:
 * @self: all that is known of a lot
 *
 * What was measured of the lot, for charts: the readings that count, in the order in which they were recorded.
 *
 * Returns: (transfer full) (element-type VouchReadingSeries): a series for each measured characteristic of the plan
 * that has readings, in the plan's order; none before the lot is planned
 */
GPtrArray *
vouch_lot_file_list_series (const VouchLotFile *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_reading_series_free);

  g_return_val_if_fail (self != NULL, list);

  if (self->tally == NULL || self->readings == NULL)
    return list;
  for (guint i = 0; i < self->characteristics->len; i++)
    {
      const VouchCharacteristic *characteristic = g_ptr_array_index (self->characteristics, i);
      VouchReadingSeries *series;

      /* Counts are no readings of a gauge. */
      if (characteristic->kind != VOUCH_CHARACTERISTIC_KIND_VARIABLE)
        continue;
      series = make_series (characteristic);
      add_readings (series, self, characteristic);
      if (series->values->len > 0)
        g_ptr_array_add (list, series);
      else
        vouch_reading_series_free (series);
    }
  return list;
}
