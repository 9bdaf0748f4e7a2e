/* A draw in steps: the sample of a plan with several stages, or of several plans of which each judges the first units
 * of the same sample. */
#include <string.h>

#include "vouch-sampling-draw.h"

/* What is still to be split: the units of each stratum, ascending, one stratum after the other. */
typedef struct
{
  const guint8 *seed;
  guint n_strata;
  guint32 *sizes;
  guint32 *units; /* numbers in the lot, from 1 */
  guint32 n_units;
} Pool;

static gboolean
draw (const Pool *pool, guint32 n, guint32 *shares, guint32 *picks)
{
  if (pool->n_strata > 1)
    return vouch_sampling_draw_strata (pool->seed, pool->sizes, pool->n_strata, n, shares, picks);
  shares[0] = n;
  return vouch_sampling_draw (pool->seed, pool->n_units, n, picks);
}

/* The units that are picked stay in the pool; the others go to @left. */
static gboolean
split (Pool *pool, guint32 n, guint32 *left)
{
  g_autofree guint32 *shares = g_new (guint32, pool->n_strata), *picks = g_new (guint32, n);
  guint32 from = 0, pick = 0, kept = 0, n_left = 0;

  if (!draw (pool, n, shares, picks))
    return FALSE;
  for (guint stratum = 0; stratum < pool->n_strata; stratum++)
    {
      guint32 end = pick + shares[stratum];

      for (guint32 i = 0; i < pool->sizes[stratum]; i++)
        if (pick < end && picks[pick] == i + 1)
          {
            pick++;
            pool->units[kept++] = pool->units[from + i];
          }
        else
          left[n_left++] = pool->units[from + i];
      from += pool->sizes[stratum];
      pool->sizes[stratum] = shares[stratum];
    }
  pool->n_units = n;
  return TRUE;
}

/* The whole sample first, from the lot, whose units need not be written down for it. */
static gboolean
fill (Pool *pool, guint32 n)
{
  g_autofree guint32 *shares = g_new (guint32, pool->n_strata);
  guint32 from = 0, pick = 0;

  if (!draw (pool, n, shares, pool->units))
    return FALSE;
  for (guint stratum = 0; stratum < pool->n_strata; stratum++)
    {
      for (guint32 i = 0; i < shares[stratum]; i++)
        pool->units[pick++] += from;
      from += pool->sizes[stratum];
      pool->sizes[stratum] = shares[stratum];
    }
  pool->n_units = n;
  return TRUE;
}

/**
 * vouch_sampling_draw_nested:
 * @seed: 32 random bytes, stored with the inspection
 * @sizes: (array length=n_strata): units in each carton or pallet; one stratum is the whole lot
 * @n_strata: how many, at least 1
 * @ends: (array length=n_ends): after how many units each step of the sample ends, ascending
 * @n_ends: how many, at least 1
 * @units: (out caller-allocates) (array length=ends[n_ends-1]): the units drawn, numbered through the lot from 1: those
 *   of the first step ascending, then those of the second
 *
 * Draws the whole sample as vouch_sampling_draw() or, from several strata, vouch_sampling_draw_strata() would, then the
 * part of it that the last step but one ends with in the same way from that, and so on down to the first. So each step
 * with those before it is a random sample of the lot, stratified as well as its number allows. The same seed, sizes and
 * ends always give the same units.
 *
 * Returns: FALSE if so many units cannot be drawn
 */
gboolean
vouch_sampling_draw_nested (const guint8 seed[VOUCH_SAMPLING_SEED_SIZE], const guint32 *sizes, guint n_strata,
                            const guint32 *ends, guint n_ends, guint32 *units)
{
  g_autofree guint32 *rest = g_memdup2 (sizes, n_strata * sizeof *sizes);
  Pool pool = { .seed = seed, .n_strata = n_strata, .sizes = rest, .units = units };
  guint64 lot_size = 0;

  g_return_val_if_fail (seed != NULL && sizes != NULL && n_strata > 0, FALSE);
  g_return_val_if_fail (ends != NULL && n_ends > 0 && units != NULL, FALSE);

  for (guint i = 0; i < n_strata; i++)
    lot_size += sizes[i];
  if (lot_size > G_MAXUINT32)
    return FALSE;
  pool.n_units = (guint32)lot_size;
  if (!fill (&pool, ends[n_ends - 1]))
    return FALSE;
  for (guint i = n_ends - 1; i > 0; i--)
    {
      g_autofree guint32 *left = NULL;

      if (ends[i - 1] >= ends[i])
        return FALSE;
      left = g_new (guint32, ends[i] - ends[i - 1]);
      if (!split (&pool, ends[i - 1], left))
        return FALSE;
      memcpy (units + ends[i - 1], left, (ends[i] - ends[i - 1]) * sizeof *left);
    }
  return TRUE;
}
