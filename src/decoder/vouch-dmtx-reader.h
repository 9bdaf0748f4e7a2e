#pragma once

#include "vouch-sighting.h"

G_BEGIN_DECLS

void vouch_dmtx_read (const VouchGrey *picture, guint limit_ms, GPtrArray *sightings);

G_END_DECLS
