#pragma once

#include "vouch-gs1-ai.h"

G_BEGIN_DECLS

gboolean vouch_gs1_charset_has (VouchGs1Charset charset, char c);
gboolean vouch_gs1_rule_holds (VouchGs1Rule rule, const char *text, gsize length);
const char *vouch_gs1_rule_get_name (VouchGs1Rule rule);
const char *vouch_gs1_rule_get_reason (VouchGs1Rule rule);

G_END_DECLS
