#pragma once

#include <adwaita.h>

#include "vouch-oc-plan.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_OC_VIEW (vouch_oc_view_get_type ())
G_DECLARE_FINAL_TYPE (VouchOcView, vouch_oc_view, VOUCH, OC_VIEW, AdwBin)

/**
 * VouchOcView:
 *
 * What a plan does with lots of whatever quality: its operating characteristic as a chart, with the figures beside it
 * as text; and another plan to compare it with. Curves are computed on a thread of their own; until they are there,
 * what was shown before stays, and of several wishes the last one counts.
 *
 * Signal "computed": what was asked for last is shown, be it curves or the reason why there are none.
 */

void vouch_oc_view_set_plans (VouchOcView *self, const VouchSamplingPlan *plan, const VouchSamplingPlan *compared);
void vouch_oc_view_set_oc_plans (VouchOcView *self, const VouchOcPlan *plan, const VouchOcPlan *compared);

G_END_DECLS
