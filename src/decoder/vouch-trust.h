#pragma once

#include "vouch-code-kind.h"

G_BEGIN_DECLS

int vouch_trust_get_quality (VouchCodeKind kind);
int vouch_trust_get_quality_of_lines (VouchCodeKind kind, int quality, int lines);

G_END_DECLS
