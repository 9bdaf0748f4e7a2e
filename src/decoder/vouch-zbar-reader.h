#pragma once

#include "vouch-sighting.h"

G_BEGIN_DECLS

void vouch_zbar_warm_up (void);
void vouch_zbar_read (const VouchGrey *picture, GPtrArray *sightings);

G_END_DECLS
