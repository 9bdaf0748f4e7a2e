#pragma once

#include "vouch-code-kind.h"

G_BEGIN_DECLS

int vouch_trust_get_quality (VouchCodeKind symbology, gsize length);

G_END_DECLS
