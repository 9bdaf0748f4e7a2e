#pragma once

#include "vouch-sampling-standard.h"
#include "vouch-sampling-table.h"

G_BEGIN_DECLS

/* The largest lot: stock is counted in millionths in 64 bits, so that no larger lot could ever be received. */
#define VOUCH_SAMPLING_LOT_SIZE_MAX (G_MAXINT64 / 1000000)

/**
 * VouchSamplingVerdict:
 * @VOUCH_SAMPLING_VERDICT_OPEN: not enough is known yet
 * @VOUCH_SAMPLING_VERDICT_ACCEPT: the whole sample is inspected and the lot meets the plan
 * @VOUCH_SAMPLING_VERDICT_REJECT: the rejection number is reached
 *
 * What a plan says about a lot.
 */
typedef enum
{
  VOUCH_SAMPLING_VERDICT_OPEN,
  VOUCH_SAMPLING_VERDICT_ACCEPT,
  VOUCH_SAMPLING_VERDICT_REJECT,
} VouchSamplingVerdict;

/**
 * VouchSamplingPlan:
 * @standard: whose tables
 * @severity: normal, tightened or reduced
 * @letter: the code letter of lot size and level; '\0' for a lot of one
 * @plan_letter: the letter of the plan in use, another one than @letter if an arrow was followed; '\0' for a lot of one
 * @arrow: what is printed at @letter: a plan, or the arrow that was followed
 * @n: the sample size of the plan, which may exceed @lot_size; see vouch_sampling_plan_get_sample_size()
 * @ac: acceptance number: the lot is accepted with this many or fewer
 * @re: rejection number: the lot is not accepted with this many or more
 * @full_inspection: whether @n covers the lot, so that every item is inspected
 * @lot_size: items in the lot
 * @level: (transfer none): as the standard writes it
 * @aql: (transfer none): as the standard prints it, "1.0"
 * @aql_index: its index in vouch_sampling_get_aqls()
 * @counts_nonconformities: whether nonconformities are counted, of which one item may have several, rather than
 *   nonconforming items; always so above AQL 10, and a caller may set it below
 *
 * A single sampling plan for one lot. A plain value; its texts are static.
 */
typedef struct
{
  VouchSamplingStandard standard;
  VouchSeverity severity;
  char letter;
  char plan_letter;
  VouchSamplingCellKind arrow;
  guint32 n;
  guint32 ac;
  guint32 re;
  gboolean full_inspection;
  gint64 lot_size;
  const char *level;
  const char *aql;
  guint aql_index;
  gboolean counts_nonconformities;
} VouchSamplingPlan;

gboolean vouch_sampling_plan_single (VouchSamplingStandard standard, gint64 lot_size, const char *level,
                                     const char *aql, VouchSeverity severity, VouchSamplingPlan *plan, GError **error);
guint32 vouch_sampling_plan_get_sample_size (const VouchSamplingPlan *plan);
const char *vouch_sampling_plan_get_table (const VouchSamplingPlan *plan);
char *vouch_sampling_plan_dup_why (const VouchSamplingPlan *plan) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_sampling_plan_check_counts (const VouchSamplingPlan *plan, guint32 inspected, guint32 nonconforming,
                                           GError **error);
VouchSamplingVerdict
vouch_sampling_plan_judge (const VouchSamplingPlan *plan, guint32 inspected, guint32 nonconforming);

G_END_DECLS
