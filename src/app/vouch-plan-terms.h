#pragma once

#include <adwaita.h>

#include "vouch-inspection-plan.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_PLAN_TERMS (vouch_plan_terms_get_type ())
G_DECLARE_FINAL_TYPE (VouchPlanTerms, vouch_plan_terms, VOUCH, PLAN_TERMS, AdwPreferencesGroup)

/**
 * VouchPlanTerms:
 *
 * What holds for a plan as a whole: who decides, and what the sample is drawn by. A new version also says what it is
 * for.
 *
 * Signals: "changed", when a person changed a term.
 */

void vouch_plan_terms_show (VouchPlanTerms *self, const VouchInspectionPlan *plan, const GPtrArray *gtins,
                            gboolean may_edit);
void vouch_plan_terms_write (VouchPlanTerms *self, VouchInspectionPlan *plan);
char *vouch_plan_terms_dup_note (VouchPlanTerms *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
