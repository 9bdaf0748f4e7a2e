#pragma once

#include "vouch-gs1-ai.h"

G_BEGIN_DECLS

VouchGs1Rule vouch_gs1_value_check (const VouchGs1Ai *row, const char *value, gsize length, gsize *offset);

G_END_DECLS
