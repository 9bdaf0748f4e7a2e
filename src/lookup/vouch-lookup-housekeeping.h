#pragma once

#include "vouch-clock.h"
#include "vouch-lookup-writer.h"

G_BEGIN_DECLS

void vouch_lookup_housekeeping_begin (VouchLookupWriter *writer, VouchClock *clock);

G_END_DECLS
