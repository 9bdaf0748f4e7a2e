#pragma once

#include <adwaita.h>

#include "vouch-plan-content.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_RULE_TERM (vouch_rule_term_get_type ())
G_DECLARE_FINAL_TYPE (VouchRuleTerm, vouch_rule_term, VOUCH, RULE_TERM, AdwActionRow)

/**
 * VouchRuleTerm:
 *
 * One term of a sampling rule as a line of a form: a choice, a number or yes and no. What cannot be read stays as it
 * was typed, and what is wrong with it is said under its name.
 *
 * Signals: "changed" (void): somebody entered something.
 */

extern const char *const vouch_rule_term_names[];

GtkWidget *vouch_rule_term_new (const char *name) G_GNUC_WARN_UNUSED_RESULT;
const char *vouch_rule_term_get_name (VouchRuleTerm *self);
GtkWidget *vouch_rule_term_get_control (VouchRuleTerm *self);
void vouch_rule_term_show (VouchRuleTerm *self, const VouchPlanContent *plan, const VouchSamplingRule *rule);
void vouch_rule_term_read (VouchRuleTerm *self, VouchSamplingRule *rule);
void vouch_rule_term_blame (VouchRuleTerm *self, const char *message);

G_END_DECLS
