#pragma once

#include "vouch-sampling-rule.h"

G_BEGIN_DECLS

gboolean vouch_rule_terms_has (VouchSamplingMethod method, const char *field);
const VouchField *vouch_rule_terms_find_idle (const VouchSamplingRule *rule);
void vouch_rule_terms_clear_idle (VouchSamplingRule *rule);

G_END_DECLS
