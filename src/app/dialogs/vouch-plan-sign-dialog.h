#pragma once

#include "vouch-plan-file.h"
#include "vouch-plan-version-work.h"
#include "vouch-signing.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_PLAN_SIGN_DIALOG (vouch_plan_sign_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VouchPlanSignDialog, vouch_plan_sign_dialog, VOUCH, PLAN_SIGN_DIALOG, AdwWindow)

/**
 * VouchPlanSignDialog:
 *
 * A QA lead puts a version of a plan in force, having seen what changes with it, or takes one out of use, saying why;
 * signed by badge and PIN. A #VouchSigning.
 */

VouchPlanSignDialog *vouch_plan_sign_dialog_new (GtkWindow *parent, const VouchPlanFile *file,
                                                 gboolean is_retired) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_plan_sign_dialog_is_retired (VouchPlanSignDialog *self);
VouchPlanApproveRequest *vouch_plan_sign_dialog_dup_approval (VouchPlanSignDialog *self) G_GNUC_WARN_UNUSED_RESULT;
VouchPlanRetireRequest *vouch_plan_sign_dialog_dup_retirement (VouchPlanSignDialog *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
