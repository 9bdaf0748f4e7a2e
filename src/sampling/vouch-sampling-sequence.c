#include "vouch-sampling-sequence.h"

/* The acceptance and rejection numbers of double and multiple plans (MIL-STD-105E, tables III and IV). They stand on
 * the diagonals of the table of single plans, and every letter has the same. */

#define X VOUCH_SAMPLING_NO_ACCEPTANCE

typedef struct
{
  gint8 ac;
  guint8 re;
} Numbers;

typedef Numbers Pair[2];
typedef Numbers Seven[7];

static const Pair pairs[VOUCH_SEVERITY_REDUCED + 1][VOUCH_N_SAMPLING_SEQUENCES] = {
  [VOUCH_SEVERITY_NORMAL] = {
    { { 0, 2 }, { 1, 2 } },
    { { 0, 3 }, { 3, 4 } },
    { { 1, 4 }, { 4, 5 } },
    { { 2, 5 }, { 6, 7 } },
    { { 3, 7 }, { 8, 9 } },
    { { 5, 9 }, { 12, 13 } },
    { { 7, 11 }, { 18, 19 } },
    { { 11, 16 }, { 26, 27 } },
    { { 17, 22 }, { 37, 38 } },
    { { 25, 31 }, { 56, 57 } },
  },
  [VOUCH_SEVERITY_TIGHTENED] = {
    { { X, 0 }, { X, 0 } }, /* an arrow */
    { { 0, 2 }, { 1, 2 } },
    { { 0, 3 }, { 3, 4 } },
    { { 1, 4 }, { 4, 5 } },
    { { 2, 5 }, { 6, 7 } },
    { { 3, 7 }, { 11, 12 } },
    { { 6, 10 }, { 15, 16 } },
    { { 9, 14 }, { 23, 24 } },
    { { 15, 20 }, { 34, 35 } },
    { { 23, 29 }, { 52, 53 } },
  },
  [VOUCH_SEVERITY_REDUCED] = {
    { { 0, 2 }, { 0, 2 } },
    { { 0, 3 }, { 0, 4 } },
    { { 0, 4 }, { 1, 5 } },
    { { 0, 4 }, { 3, 6 } },
    { { 1, 5 }, { 4, 7 } },
    { { 2, 7 }, { 6, 9 } },
    { { 3, 8 }, { 8, 12 } },
    { { 5, 10 }, { 12, 16 } },
    { { 7, 12 }, { 18, 22 } },
    { { 11, 17 }, { 26, 30 } },
  },
};

static const Seven sevens[VOUCH_SEVERITY_REDUCED + 1][VOUCH_N_SAMPLING_SEQUENCES] = {
  [VOUCH_SEVERITY_NORMAL] = {
    { { X, 2 }, { X, 2 }, { 0, 2 }, { 0, 3 }, { 1, 3 }, { 1, 3 }, { 2, 3 } },
    { { X, 2 }, { 0, 3 }, { 0, 3 }, { 1, 4 }, { 2, 4 }, { 3, 5 }, { 4, 5 } },
    { { X, 3 }, { 0, 3 }, { 1, 4 }, { 2, 5 }, { 3, 6 }, { 4, 6 }, { 6, 7 } },
    { { X, 4 }, { 1, 5 }, { 2, 6 }, { 3, 7 }, { 5, 8 }, { 7, 9 }, { 9, 10 } },
    { { 0, 4 }, { 1, 6 }, { 3, 8 }, { 5, 10 }, { 7, 11 }, { 10, 12 }, { 13, 14 } },
    { { 0, 5 }, { 3, 8 }, { 6, 10 }, { 8, 13 }, { 11, 15 }, { 14, 17 }, { 18, 19 } },
    { { 1, 7 }, { 4, 10 }, { 8, 13 }, { 12, 17 }, { 17, 20 }, { 21, 23 }, { 25, 26 } },
    { { 2, 9 }, { 7, 14 }, { 13, 19 }, { 19, 25 }, { 25, 29 }, { 31, 33 }, { 37, 38 } },
    { { 4, 12 }, { 11, 19 }, { 19, 27 }, { 27, 34 }, { 36, 40 }, { 45, 47 }, { 53, 54 } },
    { { 6, 16 }, { 17, 27 }, { 29, 39 }, { 40, 49 }, { 53, 58 }, { 65, 68 }, { 77, 78 } },
  },
  [VOUCH_SEVERITY_TIGHTENED] = {
    { { X, 0 } }, /* an arrow */
    { { X, 2 }, { X, 2 }, { 0, 2 }, { 0, 3 }, { 1, 3 }, { 1, 3 }, { 2, 3 } },
    { { X, 2 }, { 0, 3 }, { 0, 3 }, { 1, 4 }, { 2, 4 }, { 3, 5 }, { 4, 5 } },
    { { X, 3 }, { 0, 3 }, { 1, 4 }, { 2, 5 }, { 3, 6 }, { 4, 6 }, { 6, 7 } },
    { { X, 4 }, { 1, 5 }, { 2, 6 }, { 3, 7 }, { 5, 8 }, { 7, 9 }, { 9, 10 } },
    { { 0, 4 }, { 2, 7 }, { 4, 9 }, { 6, 11 }, { 9, 12 }, { 12, 14 }, { 14, 15 } },
    { { 0, 6 }, { 3, 9 }, { 7, 12 }, { 10, 15 }, { 14, 17 }, { 18, 20 }, { 21, 22 } },
    { { 1, 8 }, { 6, 12 }, { 11, 17 }, { 16, 22 }, { 22, 25 }, { 27, 29 }, { 32, 33 } },
    { { 3, 10 }, { 10, 17 }, { 17, 24 }, { 24, 31 }, { 32, 37 }, { 40, 43 }, { 48, 49 } },
    { { 6, 15 }, { 16, 25 }, { 26, 36 }, { 37, 46 }, { 49, 55 }, { 61, 64 }, { 72, 73 } },
  },
  [VOUCH_SEVERITY_REDUCED] = {
    { { X, 2 }, { X, 2 }, { 0, 2 }, { 0, 3 }, { 0, 3 }, { 0, 3 }, { 1, 3 } },
    { { X, 2 }, { X, 3 }, { 0, 3 }, { 0, 4 }, { 0, 4 }, { 1, 5 }, { 1, 5 } },
    { { X, 3 }, { X, 3 }, { 0, 4 }, { 0, 5 }, { 1, 6 }, { 1, 6 }, { 2, 7 } },
    { { X, 3 }, { 0, 4 }, { 0, 5 }, { 1, 6 }, { 2, 7 }, { 3, 7 }, { 4, 8 } },
    { { X, 4 }, { 0, 5 }, { 1, 6 }, { 2, 7 }, { 3, 8 }, { 4, 9 }, { 6, 10 } },
    { { X, 4 }, { 1, 6 }, { 2, 8 }, { 3, 10 }, { 5, 11 }, { 7, 12 }, { 9, 14 } },
    { { 0, 5 }, { 1, 7 }, { 3, 9 }, { 5, 12 }, { 7, 13 }, { 10, 15 }, { 13, 17 } },
    { { 0, 6 }, { 3, 9 }, { 6, 12 }, { 8, 15 }, { 11, 17 }, { 14, 20 }, { 18, 22 } },
  },
};

/**
 * vouch_sampling_sequence_read:
 * @type: double or multiple
 * @severity: normal, tightened or reduced
 * @diagonal: row plus column, one where the table of this type has plans
 * @n: items in each sample
 * @samples: (out): the plan
 *
 * Reads the acceptance and rejection numbers that all letters have on a diagonal.
 */
void
vouch_sampling_sequence_read (VouchSamplingType type, VouchSeverity severity, guint diagonal, guint32 n,
                              VouchSamplingStages *samples)
{
  guint at = diagonal - VOUCH_SAMPLING_FIRST_SEQUENCE;
  const Numbers *numbers;

  g_return_if_fail (severity <= VOUCH_SEVERITY_REDUCED && at < VOUCH_N_SAMPLING_SEQUENCES);

  numbers = type == VOUCH_SAMPLING_TYPE_DOUBLE ? pairs[severity][at] : sevens[severity][at];
  samples->n_stages = type == VOUCH_SAMPLING_TYPE_DOUBLE ? G_N_ELEMENTS (pairs[0][0]) : G_N_ELEMENTS (sevens[0][0]);
  for (guint i = 0; i < samples->n_stages; i++)
    samples->stages[i] = (VouchSamplingStage){ n, numbers[i].ac, numbers[i].re };
}
