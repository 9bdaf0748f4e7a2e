#pragma once

#include "vouch-plan-content.h"

G_BEGIN_DECLS

/* The words for sampling rules, in the user's language. */
const char *vouch_words_of_scope (VouchDefectScope scope);
const char *vouch_words_of_method (VouchSamplingMethod method);
const char *vouch_words_of_plan_state (VouchPlanState state);
char *vouch_words_dup_rule_title (const VouchSamplingRule *rule) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_words_dup_rule (const VouchPlanContent *plan, const VouchSamplingRule *rule) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_words_dup_rules (const VouchPlanContent *plan) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
