#include "vouch-sampling-draw.h"
#include "vouch-sampling-stream.h"

/* A stratified draw (cartons, pallets), read from the stream with this label:
 *
 * - Of a stratum of s units, n × s / lot size are due. Its share is the whole part of that, and one more for some
 * strata, so that the shares add up to n and each unit of the lot is as likely as any other:
 * - The strata are shuffled: for i = strata … 2, the one at place i changes places with the one at a number from 1 to
 * i.
 * - A point is taken from 1 to the lot size. In the shuffled order, the parts left over, n × s mod lot size, are laid
 * end to end; a stratum has one more if the point, or the point plus a multiple of the lot size, lies on its part.
 * - Then, in the order of the strata, a sample of its share is drawn from each.
 */
#define LABEL "vouch/draw-strata/1"

static guint64
sum (const guint32 *sizes, guint n_strata)
{
  guint64 total = 0;

  for (guint i = 0; i < n_strata; i++)
    total += sizes[i];
  return total;
}

static guint *
shuffle (VouchSamplingStream *stream, guint n_strata)
{
  guint *order = g_new (guint, n_strata);

  for (guint i = 0; i < n_strata; i++)
    order[i] = i;
  for (guint i = n_strata; i > 1; i--)
    {
      guint other = vouch_sampling_stream_read_number (stream, i) - 1, moved = order[i - 1];

      order[i - 1] = order[other];
      order[other] = moved;
    }
  return order;
}

static void
share_out (VouchSamplingStream *stream, const guint32 *sizes, guint n_strata, guint32 *shares)
{
  g_autofree guint *order = shuffle (stream, n_strata);
  guint64 point = vouch_sampling_stream_read_number (stream, stream->lot_size), laid = 0;

  for (guint i = 0; i < n_strata; i++)
    {
      guint64 due = (guint64)stream->n * sizes[order[i]];

      shares[order[i]] = (guint32)(due / stream->lot_size);
      laid += due % stream->lot_size;
      if (point <= laid)
        {
          shares[order[i]]++;
          point += stream->lot_size;
        }
    }
}

/**
 * vouch_sampling_draw_strata:
 * @seed: 32 random bytes, stored with the inspection
 * @sizes: (array length=n_strata): units in each stratum, a carton or a pallet
 * @n_strata: how many strata
 * @n: units to draw from all of them together
 * @shares: (out caller-allocates) (array length=n_strata): how many units are drawn from each
 * @units: (out caller-allocates) (array length=n): their numbers within their stratum, from 1, ascending; those of the
 *   first stratum first
 *
 * Draws a stratified random sample without replacement: every stratum gives its proportion to a unit, and every unit of
 * the lot is as likely as any other. The same seed, sizes and n always give the same units; the file begins with how.
 *
 * Returns: FALSE if @n units cannot be drawn from these strata
 */
gboolean
vouch_sampling_draw_strata (const guint8 seed[VOUCH_SAMPLING_SEED_SIZE], const guint32 *sizes, guint n_strata,
                            guint32 n, guint32 *shares, guint32 *units)
{
  guint64 lot_size = sum (sizes, n_strata);
  VouchSamplingStream stream;

  g_return_val_if_fail (seed != NULL && shares != NULL && units != NULL, FALSE);

  if (n == 0 || n > lot_size || lot_size > G_MAXUINT32)
    return FALSE;
  vouch_sampling_stream_init (&stream, seed, LABEL, (guint32)lot_size, n);
  share_out (&stream, sizes, n_strata, shares);
  for (guint i = 0; i < n_strata; i++)
    {
      vouch_sampling_stream_read_sample (&stream, sizes[i], shares[i], units);
      units += shares[i];
    }
  return TRUE;
}
