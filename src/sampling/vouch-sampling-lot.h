#pragma once

#include "vouch-sampling-plan.h"

G_BEGIN_DECLS

/**
 * VouchSamplingLot:
 * @lot_size: items in the lot
 * @has_severity: whether @severity is told
 * @severity: the severity whose plan it was inspected by. Where that is not the one in force (lots were open while
 *   severity changed), the lot is judged by its own plan and changes nothing
 * @original: whether it is inspected for the first time, rather than submitted again
 * @has_nonconforming: whether @nonconforming is told
 * @nonconforming: nonconforming items, or nonconformities, in all samples taken
 * @has_stage: whether @accepted_at_stage is told
 * @accepted_at_stage: the stage that accepted the lot, from 1; 0 if it was not accepted
 * @has_limit_number: whether @limit_number is asked for (MIL-STD-105E, table VIII)
 * @limit_number: the most that the samples of the last ten lots, this one included, may have had together
 *
 * What inspecting one lot gave. A plan with several stages needs the stage wherever the count does not settle the
 * verdict, the score of ISO 2859-1 and limit numbers need the count; both may be told.
 */
typedef struct
{
  gint64 lot_size;
  gboolean has_severity;
  VouchSeverity severity;
  gboolean original;
  gboolean has_nonconforming;
  gint64 nonconforming;
  gboolean has_stage;
  gint64 accepted_at_stage;
  gboolean has_limit_number;
  gint64 limit_number;
} VouchSamplingLot;

/**
 * VouchSamplingLotVerdict:
 * @accepted: whether the lot is accepted
 * @in_gap: whether it is accepted although its count is above Ac
 * @at_most: the count; of a lot accepted at a stage, without a count, the most it can have been
 *
 * What a plan says about one lot.
 */
typedef struct
{
  gboolean accepted;
  gboolean in_gap;
  guint32 at_most;
} VouchSamplingLotVerdict;

gboolean vouch_sampling_lot_judge (const VouchSamplingLot *self, const VouchSamplingPlan *plan,
                                   VouchSamplingLotVerdict *verdict, GError **error);

G_END_DECLS
