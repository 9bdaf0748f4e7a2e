#pragma once

#include "vouch-reading.h"

G_BEGIN_DECLS

void vouch_zbar_warm_up (void);
void vouch_zbar_read (const VouchGrey *picture, GPtrArray *readings);

G_END_DECLS
