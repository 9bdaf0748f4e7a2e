#pragma once

#include "vouch-sampling-distribution.h"
#include "vouch-sampling-plan.h"

G_BEGIN_DECLS

/* Nonconformities per item, beyond which no plan is of any use: ten times the largest AQL there is. */
#define VOUCH_SAMPLING_NONCONFORMITIES_MAX 100

/**
 * VouchSamplingOc:
 *
 * The operating characteristic of a plan: what it does with lots of whatever quality. Made once, asked for any number
 * of qualities; asking changes nothing, so that several threads may.
 */
typedef struct _VouchSamplingOc VouchSamplingOc;

/**
 * VouchSamplingOcPoint:
 * @p: quality that is submitted: the fraction nonconforming, or for the Poisson model nonconformities per item
 * @nonconforming: hypergeometric model: nonconforming items in the lot; otherwise -1
 * @pa: the probability that the lot is accepted, in the gap between Ac and Re of the last stage as well
 * @p_between: the part of @pa that falls into that gap
 * @asn: average sample number: the items inspected on the average, if every sample that is begun is finished
 * @aoq: average outgoing quality, as @p, if lots not accepted are sorted 100 % and what is found nonconforming is
 *   replaced; without a lot size, that of a lot that is large beside the sample
 * @ati: average total inspection: items inspected a lot on the average, that sorting included; NAN without a lot size
 *
 * What a plan does with lots of one quality.
 */
typedef struct
{
  double p;
  gint64 nonconforming;
  double pa;
  double p_between;
  double asn;
  double aoq;
  double ati;
} VouchSamplingOcPoint;

VouchSamplingOc *vouch_sampling_oc_new (const VouchSamplingStages *stages, VouchSamplingModel model, gint64 lot_size,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
VouchSamplingOc *vouch_sampling_oc_new_for_plan (const VouchSamplingPlan *plan, VouchSamplingModel model,
                                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_sampling_oc_free (VouchSamplingOc *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchSamplingOc, vouch_sampling_oc_free)

VouchSamplingModel vouch_sampling_oc_get_model (const VouchSamplingOc *self);
gint64 vouch_sampling_oc_get_lot_size (const VouchSamplingOc *self);
gint64 vouch_sampling_oc_get_drawn_most (const VouchSamplingOc *self);
double vouch_sampling_oc_get_p_max (const VouchSamplingOc *self);

gboolean vouch_sampling_oc_check_p (VouchSamplingModel model, double p, const char *field, GError **error);
gboolean vouch_sampling_oc_compute (const VouchSamplingOc *self, double p, VouchSamplingOcPoint *point, GError **error);
gboolean vouch_sampling_oc_compute_count (const VouchSamplingOc *self, gint64 nonconforming,
                                          VouchSamplingOcPoint *point, GError **error);
double vouch_sampling_oc_compute_aoq_slope (const VouchSamplingOc *self, double p);

G_END_DECLS
