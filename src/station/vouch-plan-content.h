#pragma once

#include "vouch-characteristic.h"
#include "vouch-conn.h"
#include "vouch-inspection-plan.h"

G_BEGIN_DECLS

/**
 * VouchPlanContent:
 *
 * All that a version of an inspection plan says. Everything is owned.
 */
typedef struct
{
  VouchInspectionPlan *plan;
  GPtrArray *rules;           /* VouchSamplingRule, in order */
  GPtrArray *characteristics; /* VouchCharacteristic, in order */
} VouchPlanContent;

VouchPlanContent *vouch_plan_content_new (void) G_GNUC_WARN_UNUSED_RESULT;
VouchPlanContent *vouch_plan_content_load (VouchConn *conn, gint64 product_id, VouchPlanType type, gint64 version,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
VouchPlanContent *vouch_plan_content_copy (const VouchPlanContent *self) G_GNUC_WARN_UNUSED_RESULT;
void vouch_plan_content_free (VouchPlanContent *self);
void vouch_plan_content_number (VouchPlanContent *self);
int vouch_plan_content_find_rule (const VouchPlanContent *self, const VouchSamplingRule *like);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchPlanContent, vouch_plan_content_free)

G_END_DECLS
