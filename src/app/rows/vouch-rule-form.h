#pragma once

#include <adwaita.h>

#include "vouch-plan-content.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_RULE_FORM (vouch_rule_form_get_type ())
G_DECLARE_FINAL_TYPE (VouchRuleForm, vouch_rule_form, VOUCH, RULE_FORM, AdwBin)

/**
 * VouchRuleForm:
 *
 * The terms of one sampling rule, those that its method has, each with what is wrong with it.
 *
 * Signals: "changed" (void): somebody entered something, and the rule has it.
 */

void vouch_rule_form_show (VouchRuleForm *self, const VouchPlanContent *plan, VouchSamplingRule *rule);
void vouch_rule_form_blame (VouchRuleForm *self, GPtrArray *faults);
GtkWidget *vouch_rule_form_find (VouchRuleForm *self, const char *name);

G_END_DECLS
