#pragma once

#include "vouch-sampling-event.h"
#include "vouch-sampling-lot.h"

G_BEGIN_DECLS

/* When severity is switched, in lots: ISO 2859-1:1999, 9.3.1, 9.3.2 and 9.4; MIL-STD-105E, 4.7.1, 4.7.2 and 4.8. */
#define VOUCH_SAMPLING_NORMAL_WINDOW 5
#define VOUCH_SAMPLING_TIGHTENED_AT 2
#define VOUCH_SAMPLING_NORMAL_AFTER 5
#define VOUCH_SAMPLING_DISCONTINUED_AT 5

/* ISO 2859-1:1999, 9.3.3. */
#define VOUCH_SAMPLING_REDUCED_AT_SCORE 30

/* How many accepted lots MIL-STD-105E looks back upon before reduced inspection (4.7.3 a). */
#define VOUCH_SAMPLING_SWITCH_LOTS 10

/**
 * VouchSamplingScheme:
 * @standard: whose rules and tables
 * @type: the type of plan that is asked for
 * @level: (nullable): inspection level, one of vouch_sampling_get_levels()
 * @aql: (nullable): acceptance quality limit, one of vouch_sampling_get_aqls()
 * @counts_nonconformities: whether nonconformities are counted, as they always are above AQL 10
 *
 * What stays the same from lot to lot; with another one, another history begins.
 */
typedef struct
{
  VouchSamplingStandard standard;
  VouchSamplingType type;
  const char *level;
  const char *aql;
  gboolean counts_nonconformities;
} VouchSamplingScheme;

/**
 * VouchSamplingConditions:
 * @steady: whether production is at a steady rate
 * @authority: whether the responsible authority agrees to reduced inspection
 *
 * What else than lots decides on severity.
 */
typedef struct
{
  gboolean steady;
  gboolean authority;
} VouchSamplingConditions;

/**
 * VouchSamplingSwitch:
 * @severity: the severity in force for the next lot
 * @score: the switching score of ISO 2859-1 (9.3.3.2): 0 when normal inspection begins, as it last was elsewhere
 * @n_accepted: original lots accepted in a row under @severity
 * @n_not_accepted: original lots not accepted under tightened inspection, in all
 * @last_five: the last five original lots under normal inspection, the newest in the lowest bit, set if not accepted
 * @counts: what the last lots of @n_accepted had, in a ring, where MIL-STD-105E adds it up
 *
 * Where the switching rules stand. A plain value: zeroed, it is the start, on normal inspection.
 */
typedef struct
{
  VouchSeverity severity;
  guint score;
  guint n_accepted;
  guint n_not_accepted;
  guint last_five;
  guint32 counts[VOUCH_SAMPLING_SWITCH_LOTS];
} VouchSamplingSwitch;

/**
 * VouchSamplingOutcome:
 * @severity: the severity in force for the lot
 * @accepted: whether the lot is accepted
 * @score: the switching score after the lot
 * @next_severity: the severity in force after the lot
 * @event: why that is another one
 *
 * What became of one lot, as a ledger keeps it.
 */
typedef struct
{
  VouchSeverity severity;
  gboolean accepted;
  guint score;
  VouchSeverity next_severity;
  VouchSamplingEvent event;
} VouchSamplingOutcome;

/**
 * VouchSamplingDecision:
 * @plan: the plan the lot was judged by
 * @outcome: what became of it
 * @after: where the rules stand now
 *
 * All that follows from one lot.
 */
typedef struct
{
  VouchSamplingPlan plan;
  VouchSamplingOutcome outcome;
  VouchSamplingSwitch after;
} VouchSamplingDecision;

gboolean vouch_sampling_switch_judge (const VouchSamplingSwitch *self, const VouchSamplingScheme *scheme,
                                      const VouchSamplingConditions *conditions, const VouchSamplingLot *lot,
                                      VouchSamplingDecision *decision, GError **error);
VouchSamplingEvent vouch_sampling_switch_resume (VouchSamplingSwitch *self);
VouchSamplingEvent vouch_sampling_switch_end_reduced (VouchSamplingSwitch *self, VouchSamplingEvent reason);
void vouch_sampling_switch_enter (VouchSamplingSwitch *self, VouchSeverity severity);

G_END_DECLS
