#pragma once

#include <adwaita.h>

#include "vouch-plan-content.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_PLAN_TRIAL (vouch_plan_trial_get_type ())
G_DECLARE_FINAL_TYPE (VouchPlanTrial, vouch_plan_trial, VOUCH, PLAN_TRIAL, AdwBin)

/**
 * VouchPlanTrial:
 *
 * What a sampling rule comes to for a lot that somebody thinks of: samples, Ac and Re, why they are so, and how well
 * they protect, beside another plan.
 */

void
vouch_plan_trial_show (VouchPlanTrial *self, const VouchPlanContent *plan, int rule, const VouchPlanContent *in_force);
void vouch_plan_trial_compare_in_force (VouchPlanTrial *self);

G_END_DECLS
