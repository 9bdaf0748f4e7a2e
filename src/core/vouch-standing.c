#include "vouch-standing.h"

/* Readings are in the order of recording and a counter-entry names the entry it undoes, so one look back is enough. */
static gboolean
is_undone (const GPtrArray *readings, guint index)
{
  const VouchReading *reading = g_ptr_array_index (readings, index);

  for (guint i = index + 1; i < readings->len; i++)
    if (((const VouchReading *)g_ptr_array_index (readings, i))->undoes_id == reading->id)
      return TRUE;
  return FALSE;
}

/**
 * vouch_standing_find_reading:
 * @readings: (element-type VouchReading): an inspection's readings in order of recording
 * @position: of the sample unit
 * @characteristic_id: the characteristic
 *
 * Returns: (transfer none) (nullable): the last reading that was not undone
 */
const VouchReading *
vouch_standing_find_reading (const GPtrArray *readings, gint64 position, gint64 characteristic_id)
{
  for (guint i = readings->len; i > 0; i--)
    {
      const VouchReading *reading = g_ptr_array_index (readings, i - 1);

      if (reading->position == position && reading->characteristic_id == characteristic_id && reading->undoes_id == 0 &&
          !is_undone (readings, i - 1))
        return reading;
    }
  return NULL;
}

/**
 * vouch_standing_last_effective:
 * @readings: (element-type VouchReading): an inspection's readings in order of recording
 *
 * Returns: (transfer none) (nullable): the last reading that can be undone
 */
const VouchReading *
vouch_standing_last_effective (const GPtrArray *readings)
{
  for (guint i = readings->len; i > 0; i--)
    {
      const VouchReading *reading = g_ptr_array_index (readings, i - 1);

      if (reading->undoes_id == 0 && !is_undone (readings, i - 1))
        return reading;
    }
  return NULL;
}

/**
 * vouch_standing_of_unit:
 * @characteristics: (element-type VouchCharacteristic): the plan's characteristics
 * @readings: (element-type VouchReading): the inspection's readings in order of recording
 * @position: of the sample unit
 *
 * Returns: what the readings say of the unit
 */
VouchStanding
vouch_standing_of_unit (const GPtrArray *characteristics, const GPtrArray *readings, gint64 position)
{
  gboolean missing = FALSE, failed = FALSE, any = FALSE;

  for (guint i = 0; i < characteristics->len; i++)
    {
      const VouchCharacteristic *characteristic = g_ptr_array_index (characteristics, i);
      const VouchReading *reading = vouch_standing_find_reading (readings, position, characteristic->id);

      any |= reading != NULL;
      failed |= reading != NULL && reading->result == VOUCH_RESULT_FAIL;
      missing |= reading == NULL && characteristic->required;
    }
  if (failed)
    return VOUCH_STANDING_NONCONFORMING;
  return missing || !any ? VOUCH_STANDING_OPEN : VOUCH_STANDING_CONFORMING;
}

/**
 * vouch_standing_count:
 * @characteristics: (element-type VouchCharacteristic): the plan's characteristics
 * @readings: (element-type VouchReading): the inspection's readings in order of recording
 * @sample_size: n
 * @inspected: (out): units that conform or do not
 * @nonconforming: (out): units that do not conform
 * @next_position: (out): the first open unit, or 0 if there is none
 *
 * Goes through the sample: this is where an inspection is, whether it was parked, killed or finished.
 */
void
vouch_standing_count (const GPtrArray *characteristics, const GPtrArray *readings, gint64 sample_size,
                      gint64 *inspected, gint64 *nonconforming, gint64 *next_position)
{
  *inspected = *nonconforming = *next_position = 0;
  for (gint64 position = 1; position <= sample_size; position++)
    {
      VouchStanding standing = vouch_standing_of_unit (characteristics, readings, position);

      if (standing != VOUCH_STANDING_OPEN)
        (*inspected)++;
      else if (*next_position == 0)
        *next_position = position;
      if (standing == VOUCH_STANDING_NONCONFORMING)
        (*nonconforming)++;
    }
}

/**
 * vouch_standing_judge_value:
 * @characteristic: a variable characteristic
 * @value: the measured value, millionths of the characteristic's unit
 *
 * Returns: fail where the value lies outside a limit; a value on the limit passes
 */
VouchResult
vouch_standing_judge_value (const VouchCharacteristic *characteristic, gint64 value)
{
  if (characteristic->has_lower && value < characteristic->lower)
    return VOUCH_RESULT_FAIL;
  if (characteristic->has_upper && value > characteristic->upper)
    return VOUCH_RESULT_FAIL;
  return VOUCH_RESULT_PASS;
}
