#include "vouch-sampling-draw.h"

#include "vouch-sampling-stream.h"

#define LABEL "vouch/draw/1"

/**
 * vouch_sampling_draw:
 * @seed: 32 random bytes, stored with the inspection
 * @lot_size: units in the lot, numbered from 1
 * @n: units to draw, at least 1 and at most @lot_size
 * @units: (out caller-allocates) (array length=n): the numbers of the units drawn, ascending
 *
 * Draws a simple random sample without replacement: the first sample of the stream with the label "vouch/draw/1". The
 * same seed, lot size and n always give the same units.
 *
 * Returns: FALSE if @n units cannot be drawn from this lot
 */
gboolean
vouch_sampling_draw (const guint8 seed[VOUCH_SAMPLING_SEED_SIZE], guint32 lot_size, guint32 n, guint32 *units)
{
  VouchSamplingStream stream;

  g_return_val_if_fail (seed != NULL && units != NULL, FALSE);

  if (n == 0 || n > lot_size)
    return FALSE;
  vouch_sampling_stream_init (&stream, seed, LABEL, lot_size, n);
  vouch_sampling_stream_read_sample (&stream, lot_size, n, units);
  return TRUE;
}
