#pragma once

#include "vouch-sampling-switch.h"

G_BEGIN_DECLS

/**
 * VouchSamplingEntryKind:
 * @VOUCH_SAMPLING_ENTRY_LOT: a lot was inspected
 * @VOUCH_SAMPLING_ENTRY_STEADY: production is declared to be at a steady rate
 * @VOUCH_SAMPLING_ENTRY_IRREGULAR: production is declared irregular or delayed; ends reduced inspection
 * @VOUCH_SAMPLING_ENTRY_REDUCED_ALLOWED: the responsible authority agrees to reduced inspection
 * @VOUCH_SAMPLING_ENTRY_REDUCED_WITHHELD: it does not, or not any more; reduced inspection that began goes on
 * @VOUCH_SAMPLING_ENTRY_REDUCED_ENDED: it ends reduced inspection
 * @VOUCH_SAMPLING_ENTRY_RESUMED: it resumes discontinued inspection
 *
 * What is written into a ledger: lots, and acts that people sign.
 */
typedef enum
{
  VOUCH_SAMPLING_ENTRY_LOT,
  VOUCH_SAMPLING_ENTRY_STEADY,
  VOUCH_SAMPLING_ENTRY_IRREGULAR,
  VOUCH_SAMPLING_ENTRY_REDUCED_ALLOWED,
  VOUCH_SAMPLING_ENTRY_REDUCED_WITHHELD,
  VOUCH_SAMPLING_ENTRY_REDUCED_ENDED,
  VOUCH_SAMPLING_ENTRY_RESUMED,
} VouchSamplingEntryKind;

extern const VouchEnum vouch_sampling_entry_kind_values;

/**
 * VouchSamplingEntry:
 * @kind: what happened
 * @lot: the lot, if it was one
 * @outcome: what became of it when it was written; of an act, @accepted is unused
 *
 * One line of a ledger, in the order in which it was written.
 */
typedef struct
{
  VouchSamplingEntryKind kind;
  VouchSamplingLot lot;
  VouchSamplingOutcome outcome;
} VouchSamplingEntry;

/**
 * VouchSamplingLedger:
 * @now: where the switching rules stand
 * @conditions: what was declared last
 *
 * The state of a ledger: all that is needed to go on. A plain value: zeroed, it is an empty one, in which production is
 * not known to be steady and nobody agreed to reduced inspection.
 */
typedef struct
{
  VouchSamplingSwitch now;
  VouchSamplingConditions conditions;
} VouchSamplingLedger;

gboolean vouch_sampling_ledger_take (VouchSamplingLedger *self, const VouchSamplingScheme *scheme,
                                     const VouchSamplingEntry *entry, VouchSamplingOutcome *outcome, GError **error);
gboolean vouch_sampling_ledger_replay (const VouchSamplingScheme *scheme, const VouchSamplingEntry *entries,
                                       gsize n_entries, VouchSamplingLedger *ledger, gsize *broken, GError **error);

G_END_DECLS
