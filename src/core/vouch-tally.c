#include "vouch-tally.h"

#include <string.h>

struct _VouchTally
{
  const GPtrArray *characteristics;
  gint64 sample_size;
  const VouchReading **cells; /* sample_size × characteristics, row by row */
  GHashTable *undone;         /* ids of readings that were undone, and of the counter-entries */
  const VouchReading *last;
  gint64 inspected;
  gint64 nonconforming;
  gint64 defects;
  gint64 next_position;
  gint64 *reach; /* a characteristic: up to which position it has to be checked */
  gboolean makes_all_checks;
};

static const VouchReading **
cell_at (const VouchTally *self, gint64 position, guint characteristic)
{
  return &self->cells[(gsize)(position - 1) * self->characteristics->len + characteristic];
}

static int
find_characteristic (const VouchTally *self, gint64 id)
{
  for (guint i = 0; i < self->characteristics->len; i++)
    if (((const VouchCharacteristic *)g_ptr_array_index (self->characteristics, i))->id == id)
      return (int)i;
  return -1;
}

static void
note_undone (VouchTally *self, const GPtrArray *readings)
{
  for (guint i = 0; i < readings->len; i++)
    {
      const VouchReading *reading = g_ptr_array_index (readings, i);

      if (reading->undoes_id == 0)
        continue;
      g_hash_table_add (self->undone, (gpointer)&reading->undoes_id);
      g_hash_table_add (self->undone, (gpointer)&reading->id);
    }
}

static void
fill_cells (VouchTally *self, const GPtrArray *readings)
{
  for (guint i = 0; i < readings->len; i++)
    {
      const VouchReading *reading = g_ptr_array_index (readings, i);
      int characteristic = find_characteristic (self, reading->characteristic_id);

      if (characteristic < 0 || reading->position < 1 || reading->position > self->sample_size ||
          vouch_tally_is_undone (self, reading))
        continue;
      *cell_at (self, reading->position, (guint)characteristic) = reading;
      self->last = reading;
      if (reading->result == VOUCH_RESULT_FAIL)
        self->defects++;
    }
}

static gboolean
is_reached (const VouchTally *self, gint64 position)
{
  for (guint i = 0; i < self->characteristics->len; i++)
    if (position <= self->reach[i])
      return TRUE;
  return FALSE;
}

static void
count_units (VouchTally *self)
{
  self->inspected = self->nonconforming = self->next_position = 0;
  for (gint64 position = 1; position <= self->sample_size; position++)
    {
      if (vouch_tally_get_standing (self, position) != VOUCH_STANDING_OPEN)
        self->inspected++;
      else if (self->next_position == 0 && is_reached (self, position))
        self->next_position = position;
      if (vouch_tally_has_failed (self, position))
        self->nonconforming++;
    }
}

/**
 * vouch_tally_new:
 * @characteristics: (element-type VouchCharacteristic): the plan's characteristics
 * @readings: (element-type VouchReading): the inspection's readings in order of recording; may be empty
 * @sample_size: how many units are drawn
 *
 * Every required check is wanted on every unit, and a unit is done with once one fails; vouch_tally_ask() asks for
 * more or less.
 *
 * Returns: (transfer full): the tally; @characteristics and @readings have to outlive it
 */
VouchTally *
vouch_tally_new (const GPtrArray *characteristics, const GPtrArray *readings, gint64 sample_size)
{
  VouchTally *self = g_new0 (VouchTally, 1);

  self->characteristics = characteristics;
  self->sample_size = sample_size;
  self->cells = g_new0 (const VouchReading *, (gsize)sample_size * characteristics->len + 1);
  self->undone = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->reach = g_new (gint64, characteristics->len + 1);
  for (guint i = 0; i < characteristics->len; i++)
    self->reach[i] = sample_size;
  note_undone (self, readings);
  fill_cells (self, readings);
  count_units (self);
  return self;
}

/**
 * vouch_tally_ask:
 * @self: a tally
 * @reach: (array): for each characteristic, on how many units of the sample it is wanted, from the first
 * @makes_all_checks: whether the checks go on at a unit of which one has failed, because defects are counted by class
 * or one by one
 *
 * Says what is wanted of the sample, and counts again.
 */
void
vouch_tally_ask (VouchTally *self, const gint64 *reach, gboolean makes_all_checks)
{
  memcpy (self->reach, reach, self->characteristics->len * sizeof *reach);
  self->makes_all_checks = makes_all_checks;
  count_units (self);
}

void
vouch_tally_free (VouchTally *self)
{
  if (self == NULL)
    return;
  g_free (self->cells);
  g_free (self->reach);
  g_hash_table_unref (self->undone);
  g_free (self);
}

/**
 * vouch_tally_get_reading:
 * @self: a tally
 * @position: of the sample unit, from 1
 * @characteristic: index into the characteristics
 *
 * Returns: (transfer none) (nullable): the reading in force
 */
const VouchReading *
vouch_tally_get_reading (const VouchTally *self, gint64 position, guint characteristic)
{
  g_return_val_if_fail (position >= 1 && position <= self->sample_size, NULL);
  g_return_val_if_fail (characteristic < self->characteristics->len, NULL);

  return *cell_at (self, position, characteristic);
}

/**
 * vouch_tally_is_undone:
 * @self: a tally
 * @reading: one of its readings
 *
 * Returns: whether the reading was undone, or is itself a counter-entry
 */
gboolean
vouch_tally_is_undone (const VouchTally *self, const VouchReading *reading)
{
  return g_hash_table_contains (self->undone, &reading->id);
}

/**
 * vouch_tally_has_failed:
 * @self: a tally
 * @position: of the sample unit, from 1
 *
 * Returns: whether a reading of the unit fails: it is nonconforming, whatever is still to be checked on it
 */
gboolean
vouch_tally_has_failed (const VouchTally *self, gint64 position)
{
  for (guint i = 0; i < self->characteristics->len; i++)
    {
      const VouchReading *reading = vouch_tally_get_reading (self, position, i);

      if (reading != NULL && reading->result == VOUCH_RESULT_FAIL)
        return TRUE;
    }
  return FALSE;
}

/**
 * vouch_tally_is_open:
 * @self: a tally
 * @position: of the sample unit, from 1
 * @characteristic: index into the characteristics
 *
 * Returns: whether the check is of use on the unit, required or not, and nobody made it
 */
gboolean
vouch_tally_is_open (const VouchTally *self, gint64 position, guint characteristic)
{
  return position <= self->reach[characteristic] && vouch_tally_get_reading (self, position, characteristic) == NULL;
}

static gboolean
is_wanted (const VouchTally *self, gint64 position, guint characteristic)
{
  return ((const VouchCharacteristic *)g_ptr_array_index (self->characteristics, characteristic))->required &&
         vouch_tally_is_open (self, position, characteristic);
}

/**
 * vouch_tally_get_standing:
 * @self: a tally
 * @position: of the sample unit, from 1
 *
 * Returns: what the readings say of the unit
 */
VouchStanding
vouch_tally_get_standing (const VouchTally *self, gint64 position)
{
  gboolean missing = FALSE, has_passed = FALSE, has_failed = vouch_tally_has_failed (self, position);

  for (guint i = 0; i < self->characteristics->len; i++)
    {
      const VouchReading *reading = vouch_tally_get_reading (self, position, i);

      has_passed |= reading != NULL && reading->result == VOUCH_RESULT_PASS;
      missing |= is_wanted (self, position, i);
    }
  if (has_failed && !(missing && self->makes_all_checks))
    return VOUCH_STANDING_NONCONFORMING;
  return missing || !has_passed ? VOUCH_STANDING_OPEN : VOUCH_STANDING_CONFORMING;
}

/* Sample units that conform or do not. */
gint64
vouch_tally_get_inspected (const VouchTally *self)
{
  return self->inspected;
}

/* Sample units with at least one failed reading. */
gint64
vouch_tally_get_nonconforming (const VouchTally *self)
{
  return self->nonconforming;
}

/* Failed readings: nonconformities, of which one unit may have several. */
gint64
vouch_tally_get_defects (const VouchTally *self)
{
  return self->defects;
}

/* The first open unit of those on which something is wanted, or 0 where there is none. */
gint64
vouch_tally_get_next_position (const VouchTally *self)
{
  return self->next_position;
}

/**
 * vouch_tally_get_next_characteristic:
 * @self: a tally
 * @position: of the sample unit, from 1
 *
 * Returns: the index of the unit's first characteristic that is wanted and has no reading, or -1
 */
int
vouch_tally_get_next_characteristic (const VouchTally *self, gint64 position)
{
  for (guint i = 0; i < self->characteristics->len; i++)
    if (is_wanted (self, position, i))
      return (int)i;
  return -1;
}

/* The last reading in force, which is what undo takes back; NULL where there is none. */
const VouchReading *
vouch_tally_get_last (const VouchTally *self)
{
  return self->last;
}

/**
 * vouch_characteristic_judge:
 * @self: a variable characteristic
 * @value: the measured value, millionths of the characteristic's unit
 *
 * Returns: fail where the value lies outside a limit; a value on the limit passes
 */
VouchResult
vouch_characteristic_judge (const VouchCharacteristic *self, gint64 value)
{
  if (self->has_lower && value < self->lower)
    return VOUCH_RESULT_FAIL;
  if (self->has_upper && value > self->upper)
    return VOUCH_RESULT_FAIL;
  return VOUCH_RESULT_PASS;
}
