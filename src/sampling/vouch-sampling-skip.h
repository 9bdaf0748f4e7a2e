#pragma once

#include "vouch-record.h"
#include "vouch-sampling-draw.h"

G_BEGIN_DECLS

/* Fewer lots qualify nobody; more than this is a slip of the finger. */
#define VOUCH_SAMPLING_SKIP_LOTS_MAX 100

/* 1 in 2 to 1 in 5. */
#define VOUCH_SAMPLING_SKIP_EVERY_MIN 2
#define VOUCH_SAMPLING_SKIP_EVERY_MAX 5

/**
 * VouchSamplingSkipRule:
 * @qualify: lots accepted in a row before any is skipped: the clearance number i of the skip-lot plans SkSP
 * @every: 1 in this many lots is inspected while lots are skipped: the fraction f = 1/@every
 * @requalify: lots accepted in a row after one that was not, before lots are skipped again; the same as @qualify makes
 *   it SkSP-2, in which there is no easier way back
 *
 * A skip-lot plan. All three are the house's to set. vouch_sampling_skip_rule_init() gives what is usual.
 */
typedef struct
{
  guint qualify;
  guint every;
  guint requalify;
} VouchSamplingSkipRule;

/**
 * VouchSamplingSkipPhase:
 * @VOUCH_SAMPLING_SKIP_QUALIFY: every lot is inspected until enough in a row were accepted
 * @VOUCH_SAMPLING_SKIP_SKIP: one in some lots is inspected, drawn by seed
 * @VOUCH_SAMPLING_SKIP_INTERRUPT: every lot is inspected again, since one was not accepted
 *
 * Where a product stands.
 */
typedef enum
{
  VOUCH_SAMPLING_SKIP_QUALIFY,
  VOUCH_SAMPLING_SKIP_SKIP,
  VOUCH_SAMPLING_SKIP_INTERRUPT,
} VouchSamplingSkipPhase;

extern const VouchEnum vouch_sampling_skip_phase_values;

/**
 * VouchSamplingSkipResult:
 * @VOUCH_SAMPLING_SKIP_SKIPPED: not inspected
 * @VOUCH_SAMPLING_SKIP_ACCEPTED: inspected and accepted
 * @VOUCH_SAMPLING_SKIP_NOT_ACCEPTED: inspected and not accepted
 *
 * What became of a lot.
 */
typedef enum
{
  VOUCH_SAMPLING_SKIP_SKIPPED,
  VOUCH_SAMPLING_SKIP_ACCEPTED,
  VOUCH_SAMPLING_SKIP_NOT_ACCEPTED,
} VouchSamplingSkipResult;

/**
 * VouchSamplingSkip:
 * @phase: where the product stands
 * @n_accepted: lots inspected and accepted in a row in @phase
 * @n_lots: lots so far, skipped ones too: the number that the draw for the next lot depends on
 *
 * The state of skip-lot inspection. A plain value: zeroed, it is the start.
 */
typedef struct
{
  VouchSamplingSkipPhase phase;
  guint n_accepted;
  guint64 n_lots;
} VouchSamplingSkip;

void vouch_sampling_skip_rule_init (VouchSamplingSkipRule *self);
gboolean vouch_sampling_skip_rule_check (const VouchSamplingSkipRule *self, GError **error);

gboolean vouch_sampling_skip_is_inspected (const VouchSamplingSkip *self, const VouchSamplingSkipRule *rule,
                                           const guint8 seed[VOUCH_SAMPLING_SEED_SIZE]);
gboolean
vouch_sampling_skip_take (VouchSamplingSkip *self, const VouchSamplingSkipRule *rule,
                          const guint8 seed[VOUCH_SAMPLING_SEED_SIZE], VouchSamplingSkipResult result, GError **error);
void vouch_sampling_skip_interrupt (VouchSamplingSkip *self);

G_END_DECLS
