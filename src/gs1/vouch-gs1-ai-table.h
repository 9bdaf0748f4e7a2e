#pragma once

#include "vouch-gs1-ai.h"

G_BEGIN_DECLS

/* The table itself, sorted by identifier; only vouch-gs1-ai.c looks things up in it. */
extern const VouchGs1Ai vouch_gs1_ai_table[];
extern const gsize vouch_gs1_ai_table_size;

G_END_DECLS
