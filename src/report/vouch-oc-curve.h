#pragma once

#include "vouch-oc-plan.h"

G_BEGIN_DECLS

/**
 * VouchOcCurve:
 * @plan: whose characteristic it is
 * @model: by which it was computed
 * @points: (element-type VouchSamplingOcPoint): the curve, from perfect quality to one that is hardly ever accepted
 * @producers: the worst quality that is accepted with at least 95 %; p is NAN where there is none
 * @indifferent: the worst quality that is accepted with at least 50 %; p is NAN where there is none
 * @consumers: the best quality that is accepted with at most 10 %; p is NAN where there is none
 * @aoql: the quality that comes out worst on the average, if lots not accepted are sorted
 * @at_aql: what the plan does with lots as good as the AQL; p is NAN without an AQL
 *
 * The operating characteristic of a plan, computed for a chart and the figures beside it.
 */
typedef struct
{
  VouchOcPlan *plan;
  VouchSamplingModel model;
  GArray *points;
  VouchSamplingOcPoint producers;
  VouchSamplingOcPoint indifferent;
  VouchSamplingOcPoint consumers;
  VouchSamplingOcPoint aoql;
  VouchSamplingOcPoint at_aql;
} VouchOcCurve;

#define VOUCH_OC_PRODUCERS_PA 0.95
#define VOUCH_OC_CONSUMERS_PA 0.10

VouchOcCurve *vouch_oc_curve_compute (const VouchOcPlan *plan, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_oc_curve_free (VouchOcCurve *self);
char *vouch_oc_curve_dup_summary (const VouchOcCurve *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchOcCurve, vouch_oc_curve_free)

G_END_DECLS
