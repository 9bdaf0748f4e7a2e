#pragma once

#include "vouch-reading.h"

G_BEGIN_DECLS

void vouch_dmtx_read (const VouchGrey *picture, guint limit_ms, GPtrArray *readings);

G_END_DECLS
