#pragma once

#include <adwaita.h>

#include "vouch-plan-file.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_PLAN_EDITOR (vouch_plan_editor_get_type ())
G_DECLARE_FINAL_TYPE (VouchPlanEditor, vouch_plan_editor, VOUCH, PLAN_EDITOR, AdwBin)

/**
 * VouchPlanEditor:
 *
 * The rules and terms of a plan, to be changed, each with what is wrong with it; its checks, to be seen.
 *
 * Signals: "changed" (void): the plan is another one, or another of its rules is chosen.
 */

void vouch_plan_editor_show (VouchPlanEditor *self, const VouchPlanFile *file, gboolean may_edit);
const VouchPlanContent *vouch_plan_editor_get_plan (VouchPlanEditor *self);
int vouch_plan_editor_get_rule (VouchPlanEditor *self);
gboolean vouch_plan_editor_is_edited (VouchPlanEditor *self);
gboolean vouch_plan_editor_is_savable (VouchPlanEditor *self);
char *vouch_plan_editor_dup_note (VouchPlanEditor *self) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *vouch_plan_editor_find (VouchPlanEditor *self, const char *term);

G_END_DECLS
