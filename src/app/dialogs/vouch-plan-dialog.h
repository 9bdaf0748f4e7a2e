#pragma once

#include <adwaita.h>

#include "vouch-desk.h"
#include "vouch-plan-editor.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_PLAN_DIALOG (vouch_plan_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VouchPlanDialog, vouch_plan_dialog, VOUCH, PLAN_DIALOG, AdwWindow)

/**
 * VouchPlanDialog:
 *
 * A version of a product's inspection plan: its rules, and at once what they come to for a lot. Whoever may drafts
 * another version from it; a QA lead opens what is to be signed.
 *
 * Signals: "drafted" (void): there is a new version; "sign" (gboolean is_retired): the version is to be put in force or
 * taken out of use.
 */

VouchPlanDialog *
vouch_plan_dialog_new (GtkWindow *parent, VouchDesk *desk, gint64 product_id, gint64 version) G_GNUC_WARN_UNUSED_RESULT;
const VouchPlanFile *vouch_plan_dialog_get_file (VouchPlanDialog *self);
VouchPlanEditor *vouch_plan_dialog_get_editor (VouchPlanDialog *self);

G_END_DECLS
