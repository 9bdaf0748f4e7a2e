#pragma once

#include "vouch-sampling-switch.h"

G_BEGIN_DECLS

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
  VouchQualityEntryKind kind;
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
gboolean vouch_sampling_ledger_follow (VouchSamplingLedger *self, const VouchSamplingScheme *scheme,
                                       const VouchSamplingEntry *entry, gsize at, GError **error);
gboolean vouch_sampling_ledger_replay (const VouchSamplingScheme *scheme, const VouchSamplingEntry *entries,
                                       gsize n_entries, VouchSamplingLedger *ledger, gsize *broken, GError **error);

G_END_DECLS
