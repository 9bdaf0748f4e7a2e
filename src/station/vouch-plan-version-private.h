#pragma once

#include "vouch-plan-version-work.h"

G_BEGIN_DECLS

/* What drafting and approving have in common. */
gboolean vouch_plan_version_insert (VouchAct *act, VouchPlanContent *plan, GError **error);
gboolean vouch_plan_version_retire (VouchAct *act, VouchInspectionPlan *plan, const char *reason, GError **error);
gboolean
vouch_plan_version_answer (VouchAct *act, const VouchInspectionPlan *plan, VouchPlanChanged *answer, GError **error);

G_END_DECLS
