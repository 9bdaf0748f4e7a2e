/* Skip-lot inspection: whole lots of a product that has proved itself are accepted without being inspected, one in some
 * of them chosen by lot. The plans follow the SkSP-2 of Dodge and Perry (1971) with the numbers i and f, and have a
 * third state with a shorter way back, as ISO 2859-3 does. */
#include "vouch-sampling-skip.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"

/* What a house may begin with, and change: ten lots to qualify, four to come back, and of two lots one inspected, which
 * is the most careful. */
#define USUAL_QUALIFY 10
#define USUAL_EVERY 2
#define USUAL_REQUALIFY 4

static const char *const phase_names[] = { "qualify", "skip", "interrupt", NULL };
const VouchEnum vouch_sampling_skip_phase_values = { phase_names };

/**
 * vouch_sampling_skip_rule_init:
 * @self: (out caller-allocates): a rule with usual figures: 10 lots, 1 in 2, 4 lots
 */
void
vouch_sampling_skip_rule_init (VouchSamplingSkipRule *self)
{
  g_return_if_fail (self != NULL);

  *self = (VouchSamplingSkipRule){ USUAL_QUALIFY, USUAL_EVERY, USUAL_REQUALIFY };
}

static gboolean
check_lots (const char *field, guint lots, GError **error)
{
  if (lots >= 1 && lots <= VOUCH_SAMPLING_SKIP_LOTS_MAX)
    return TRUE;
  vouch_set_field_error (error, field, VOUCH_ERROR_INVALID,
                         _ ("%u accepted lots cannot be asked for before lots are skipped; choose 1 to %u"), lots,
                         VOUCH_SAMPLING_SKIP_LOTS_MAX);
  return FALSE;
}

/**
 * vouch_sampling_skip_rule_check:
 * @self: a rule
 * @error: INVALID with the field at fault
 *
 * Returns: whether it is one to go by
 */
gboolean
vouch_sampling_skip_rule_check (const VouchSamplingSkipRule *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!check_lots ("qualify", self->qualify, error) || !check_lots ("requalify", self->requalify, error))
    return FALSE;
  if (self->every >= VOUCH_SAMPLING_SKIP_EVERY_MIN && self->every <= VOUCH_SAMPLING_SKIP_EVERY_MAX)
    return TRUE;
  vouch_set_field_error (error, "every", VOUCH_ERROR_INVALID,
                         _ ("Inspecting 1 lot in %u is no skip-lot frequency; choose 1 in %u to 1 in %u"), self->every,
                         VOUCH_SAMPLING_SKIP_EVERY_MIN, VOUCH_SAMPLING_SKIP_EVERY_MAX);
  return FALSE;
}

/* Each lot has a draw of its own, that of one unit from @every, with its number worked into the seed. Nobody who does
 * not know the seed can foresee it, and anybody who does can repeat it. */
static gboolean
is_drawn (const guint8 *seed, guint64 lot, guint every)
{
  guint64 big_endian = GUINT64_TO_BE (lot);
  guint8 own[VOUCH_SAMPLING_SEED_SIZE];
  guint32 unit = 1;

  memcpy (own, seed, sizeof own);
  for (guint i = 0; i < sizeof big_endian; i++)
    own[i] ^= ((const guint8 *)&big_endian)[i];
  return !vouch_sampling_draw (own, every, 1, &unit) || unit == 1;
}

/**
 * vouch_sampling_skip_is_inspected:
 * @self: where the product stands
 * @rule: the rule, as vouch_sampling_skip_rule_check() passes it
 * @seed: 32 random bytes, stored with the ledger
 *
 * While lots are skipped, each has the same chance to be inspected, whatever became of those before it.
 *
 * Returns: whether the next lot has to be inspected
 */
gboolean
vouch_sampling_skip_is_inspected (const VouchSamplingSkip *self, const VouchSamplingSkipRule *rule,
                                  const guint8 seed[VOUCH_SAMPLING_SEED_SIZE])
{
  g_return_val_if_fail (self != NULL && rule != NULL && seed != NULL, TRUE);

  return self->phase != VOUCH_SAMPLING_SKIP_SKIP || is_drawn (seed, self->n_lots, rule->every);
}

static void
enter (VouchSamplingSkip *self, VouchSamplingSkipPhase phase)
{
  self->phase = phase;
  self->n_accepted = 0;
}

static void
take_accepted (VouchSamplingSkip *self, const VouchSamplingSkipRule *rule)
{
  guint needed = self->phase == VOUCH_SAMPLING_SKIP_QUALIFY ? rule->qualify : rule->requalify;

  self->n_accepted++;
  if (self->phase != VOUCH_SAMPLING_SKIP_SKIP && self->n_accepted >= needed)
    enter (self, VOUCH_SAMPLING_SKIP_SKIP);
}

/**
 * vouch_sampling_skip_take:
 * @self: where the product stands; unchanged on failure
 * @rule: the rule, as vouch_sampling_skip_rule_check() passes it
 * @seed: the seed of vouch_sampling_skip_is_inspected()
 * @result: what became of the next lot
 * @error: CONFLICT if a lot was skipped that has to be inspected
 *
 * Notes a lot. A lot not accepted brings back every lot: while lots are skipped it interrupts that, and elsewhere the
 * product has to qualify from the start. A lot may be inspected although it could have been skipped.
 *
 * Returns: whether the lot was noted
 */
gboolean
vouch_sampling_skip_take (VouchSamplingSkip *self, const VouchSamplingSkipRule *rule,
                          const guint8 seed[VOUCH_SAMPLING_SEED_SIZE], VouchSamplingSkipResult result, GError **error)
{
  g_return_val_if_fail (self != NULL && rule != NULL && seed != NULL, FALSE);

  if (result == VOUCH_SAMPLING_SKIP_SKIPPED && vouch_sampling_skip_is_inspected (self, rule, seed))
    {
      vouch_set_field_error (error, "result", VOUCH_ERROR_CONFLICT, _ ("This lot cannot be skipped; inspect it"));
      return FALSE;
    }
  if (result == VOUCH_SAMPLING_SKIP_ACCEPTED)
    take_accepted (self, rule);
  else if (result == VOUCH_SAMPLING_SKIP_NOT_ACCEPTED)
    enter (self, self->phase == VOUCH_SAMPLING_SKIP_SKIP ? VOUCH_SAMPLING_SKIP_INTERRUPT : VOUCH_SAMPLING_SKIP_QUALIFY);
  self->n_lots++;
  return TRUE;
}

/**
 * vouch_sampling_skip_interrupt:
 * @self: where the product stands
 *
 * Production was interrupted, was moved or changed, or the responsible authority wants it: the product has to qualify
 * from the start.
 */
void
vouch_sampling_skip_interrupt (VouchSamplingSkip *self)
{
  g_return_if_fail (self != NULL);

  enter (self, VOUCH_SAMPLING_SKIP_QUALIFY);
}
