#pragma once

#include "vouch-code-kind.h"
#include "vouch-grey.h"

G_BEGIN_DECLS

void vouch_zbar_warm_up (void);
void vouch_zbar_read (const VouchGrey *picture, VouchCodeKinds kinds, GPtrArray *sightings);

G_END_DECLS
