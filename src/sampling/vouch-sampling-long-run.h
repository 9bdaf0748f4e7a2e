#pragma once

#include "vouch-sampling-oc.h"
#include "vouch-sampling-plan.h"

G_BEGIN_DECLS

/* Normal, tightened and reduced inspection, of which there are plans. */
#define VOUCH_SAMPLING_LONG_RUN_SEVERITIES (VOUCH_SEVERITY_REDUCED + 1)

/**
 * VouchSamplingChances:
 * @scores: on normal inspection, the probability that a lot is accepted and counts towards reduced inspection
 * @resets: on normal inspection, the probability that a lot is accepted, but that counting begins anew
 * @tightened: the probability that a lot is accepted on tightened inspection
 * @reduced: the probability that a lot is accepted on reduced inspection which then stays in force
 * @n_scores: how many lots that score lead to reduced inspection
 *
 * What the switching rules see of lots of one quality.
 */
typedef struct
{
  double scores;
  double resets;
  double tightened;
  double reduced;
  guint n_scores;
} VouchSamplingChances;

/**
 * VouchSamplingLongRun:
 *
 * The operating characteristic of a whole scheme: what its plans and its switching rules together do with a long series
 * of lots of one size and one quality.
 */
typedef struct _VouchSamplingLongRun VouchSamplingLongRun;

/**
 * VouchSamplingLongRunPoint:
 * @p: quality that is submitted, as in #VouchSamplingOcPoint
 * @nonconforming: hypergeometric model: nonconforming items in each lot; otherwise -1
 * @pa: the part of the lots that is accepted in the long run
 * @asn: items inspected a lot in the long run
 * @shares: by severity: the part of the lots that is inspected so
 * @plans: by severity: what the plan alone does
 *
 * What a scheme does with lots of one quality.
 */
typedef struct
{
  double p;
  gint64 nonconforming;
  double pa;
  double asn;
  double shares[VOUCH_SAMPLING_LONG_RUN_SEVERITIES];
  VouchSamplingOcPoint plans[VOUCH_SAMPLING_LONG_RUN_SEVERITIES];
} VouchSamplingLongRunPoint;

void vouch_sampling_chances_share (const VouchSamplingChances *self, double shares[VOUCH_SAMPLING_LONG_RUN_SEVERITIES]);

VouchSamplingLongRun *vouch_sampling_long_run_new (const VouchSamplingTerms *terms, VouchSamplingModel model,
                                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_sampling_long_run_free (VouchSamplingLongRun *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchSamplingLongRun, vouch_sampling_long_run_free)

const VouchSamplingOc *vouch_sampling_long_run_get_plan (const VouchSamplingLongRun *self, VouchSeverity severity);
gboolean vouch_sampling_long_run_compute (const VouchSamplingLongRun *self, double p, VouchSamplingLongRunPoint *point,
                                          GError **error);

GArray *vouch_sampling_long_run_list_points (const VouchSamplingLongRun *self, double p_most, guint n_points,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
