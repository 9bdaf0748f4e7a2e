#pragma once

#include "vouch-inspection-plan.h"
#include "vouch-inspection.h"
#include "vouch-lot.h"
#include "vouch-use-case.h"

G_BEGIN_DECLS

/* What the rules of an inspection plan come to for a lot, at the draw: severity from the ledgers, samples from the
 * tables. */
GPtrArray *vouch_class_draft_make (VouchAct *act, const VouchLot *lot, const VouchInspectionPlan *plan,
                                   const VouchInspection *inspection, gboolean *is_skipped,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_class_draft_fill_inspection (const GPtrArray *class_plans, VouchInspection *inspection);

G_END_DECLS
