/* How often each severity is in force, if the same quality is submitted for long.
 *
 * Normal inspection always begins in the same way, so the long run repeats what happens from one such beginning to the
 * next: some lots on normal inspection, then as many on tightened or reduced as it takes to come back. On normal two
 * things are remembered: how many lots have scored in a row, and for how many lots another one not accepted would still
 * be the second of five. Discontinued inspection is taken to be resumed: what has brought it about was a lot not
 * accepted, after which five accepted ones are needed in any case. */
#include <math.h>

#include "vouch-sampling-long-run.h"

/* For so many lots after one that is not accepted, the next such one is the second of five. */
#define DANGER 4
#define N_DANGERS (DANGER + 1)
/* So many accepted in a row lead from tightened to normal inspection. */
#define RETURN_AFTER 5

/* One stay on normal inspection. */
typedef struct
{
  double lots;
  double to_tightened;
  double to_reduced;
} Stay;

/* How many lots, of those that begin counting with each danger, are met with each danger afterwards, and how many score
 * the last time that is needed. */
typedef struct
{
  double met[N_DANGERS][N_DANGERS];
  double reduced[N_DANGERS];
} Count;

static Count
count_up (const VouchSamplingChances *self)
{
  Count count = { 0 };

  for (guint start = 0; start < N_DANGERS; start++)
    {
      double here = 1;
      guint danger = start;

      for (guint k = 0; k < self->n_scores; k++)
        {
          count.met[start][danger] += here;
          here *= self->scores;
          danger = danger > 0 ? danger - 1 : 0;
        }
      count.reduced[start] = here;
    }
  return count;
}

/* Gauss' elimination; what is expected to leave is never more than what is there, so that no pivot has to be sought. */
static void
solve (double matrix[N_DANGERS][N_DANGERS], double values[N_DANGERS])
{
  for (guint i = 0; i < N_DANGERS; i++)
    for (guint j = i + 1; j < N_DANGERS; j++)
      {
        double factor = matrix[j][i] / matrix[i][i];

        for (guint k = i; k < N_DANGERS; k++)
          matrix[j][k] -= factor * matrix[i][k];
        values[j] -= factor * values[i];
      }
  for (guint i = N_DANGERS; i-- > 0;)
    {
      for (guint k = i + 1; k < N_DANGERS; k++)
        values[i] -= matrix[i][k] * values[k];
      values[i] /= matrix[i][i];
    }
}

/* How often counting begins, with each danger: once with the stay, and after each lot that resets it or is not accepted
 * without being the second. */
static void
count_beginnings (const VouchSamplingChances *self, const Count *count, double refused, double begins[N_DANGERS])
{
  double matrix[N_DANGERS][N_DANGERS] = { 0 };

  for (guint start = 0; start < N_DANGERS; start++)
    {
      matrix[start][start] += 1;
      for (guint danger = 0; danger < N_DANGERS; danger++)
        matrix[danger > 0 ? danger - 1 : 0][start] -= self->resets * count->met[start][danger];
      matrix[DANGER][start] -= refused * count->met[start][0];
      begins[start] = start == 0 ? 1 : 0;
    }
  solve (matrix, begins);
}

static Stay
stay_on_normal (const VouchSamplingChances *self)
{
  double refused = MAX (1 - self->scores - self->resets, 0), begins[N_DANGERS];
  Count count = count_up (self);
  Stay stay = { 0, 0, 0 };

  count_beginnings (self, &count, refused, begins);
  for (guint start = 0; start < N_DANGERS; start++)
    {
      for (guint danger = 0; danger < N_DANGERS; danger++)
        {
          stay.lots += begins[start] * count.met[start][danger];
          stay.to_tightened += danger > 0 ? begins[start] * count.met[start][danger] * refused : 0;
        }
      stay.to_reduced += begins[start] * count.reduced[start];
    }
  return stay;
}

/**
 * vouch_sampling_chances_share:
 * @self: what the switching rules see
 * @shares: (out caller-allocates): by severity, the part of the lots that is inspected so in the long run
 *
 * Follows the rules to tightened and back of ISO 2859-1:1999, 9.3.1 and 9.3.2, and MIL-STD-105E, 4.7.1 and 4.7.2, and
 * those to reduced and back with steady production and the authority's consent throughout. Expectations, not a
 * simulation.
 */
void
vouch_sampling_chances_share (const VouchSamplingChances *self, double shares[VOUCH_SAMPLING_LONG_RUN_SEVERITIES])
{
  Stay stay;
  double back = 1, leave = 1, run = 0, sum;

  g_return_if_fail (self != NULL && self->n_scores > 0 && shares != NULL);

  stay = stay_on_normal (self);
  /* A stay on tightened lasts 1/a + ... + 1/a^5 lots, one on reduced 1/leave; either may be for ever. So all three are
   * multiplied with what is divided by. */
  for (guint i = 0; i < RETURN_AFTER; i++)
    {
      run += back;
      back *= self->tightened;
    }
  if (stay.to_tightened <= 0)
    back = 1;
  if (stay.to_reduced > 0)
    leave = 1 - self->reduced;
  shares[VOUCH_SEVERITY_NORMAL] = stay.lots * back * leave;
  shares[VOUCH_SEVERITY_TIGHTENED] = stay.to_tightened * run * leave;
  shares[VOUCH_SEVERITY_REDUCED] = stay.to_reduced * back;
  sum = shares[VOUCH_SEVERITY_NORMAL] + shares[VOUCH_SEVERITY_TIGHTENED] + shares[VOUCH_SEVERITY_REDUCED];
  for (guint i = 0; i < VOUCH_SAMPLING_LONG_RUN_SEVERITIES; i++)
    shares[i] = isfinite (sum) && sum > 0 ? shares[i] / sum : i == VOUCH_SEVERITY_NORMAL; /* which is never left */
}
