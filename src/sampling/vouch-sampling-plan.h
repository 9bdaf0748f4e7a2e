#pragma once

#include "vouch-sampling-aql.h"
#include "vouch-sampling-letter.h"
#include "vouch-sampling-table.h"

G_BEGIN_DECLS

/* The largest lot: stock is counted in millionths in 64 bits, so that no larger lot could ever be received. */
#define VOUCH_SAMPLING_LOT_SIZE_MAX (G_MAXINT64 / 1000000)

/**
 * VouchSamplingTerms:
 * @table: the table to ask: standard, type of plan and severity
 * @lot_size: items in the lot
 * @level: (nullable): inspection level, one of vouch_sampling_get_levels()
 * @aql: (nullable): acceptance quality limit, one of vouch_sampling_get_aqls(), compared as a number
 *
 * What a plan is looked up by.
 */
typedef struct
{
  VouchSamplingTable table;
  gint64 lot_size;
  const char *level;
  const char *aql;
} VouchSamplingTerms;

/**
 * VouchSamplingPlan:
 * @table: the table that was asked
 * @type: the type of the plan in use, which @table may refer to: a single one for an asterisk, a double one for ++
 * @letter: the code letter of lot size and level; '\0' for a lot of one
 * @plan_letter: the letter of the plan in use, another one than @letter if an arrow was followed; '\0' for a lot of one
 * @printed: what is printed at @letter: a plan, an arrow, or a reference to another type of plan
 * @samples: the samples, which may exceed @lot_size; see vouch_sampling_plan_get_sample_size()
 * @full_inspection: whether the first sample covers the lot, so that every item is inspected
 * @lot_size: items in the lot
 * @level: (transfer none): as the standard writes it
 * @aql: (transfer none): as the standard prints it, "1.0"
 * @aql_index: its index in vouch_sampling_get_aqls()
 * @counts_nonconformities: whether nonconformities are counted, of which one item may have several, rather than
 *   nonconforming items; always so above AQL 10, and a caller may set it below
 *
 * A sampling plan for one lot. A plain value; its texts are static.
 */
typedef struct
{
  VouchSamplingTable table;
  VouchSamplingType type;
  char letter;
  char plan_letter;
  VouchSamplingCellKind printed;
  VouchSamplingStages samples;
  gboolean full_inspection;
  gint64 lot_size;
  const char *level;
  const char *aql;
  guint aql_index;
  gboolean counts_nonconformities;
} VouchSamplingPlan;

gboolean vouch_sampling_plan_find (const VouchSamplingTerms *terms, VouchSamplingPlan *plan, GError **error);
guint32 vouch_sampling_plan_get_sample_size (const VouchSamplingPlan *plan);
char *vouch_sampling_plan_dup_why (const VouchSamplingPlan *plan) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_sampling_plan_dup_numbers (const VouchSamplingPlan *plan) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_sampling_plan_check_counts (const VouchSamplingPlan *plan, guint32 inspected, guint32 nonconforming,
                                           GError **error);
VouchSamplingVerdict
vouch_sampling_plan_judge (const VouchSamplingPlan *plan, guint32 inspected, guint32 nonconforming);

G_END_DECLS
