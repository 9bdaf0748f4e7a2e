#pragma once

#include "vouch-gs1-reading.h"

G_BEGIN_DECLS

void vouch_gs1_companions_check (VouchGs1Reading *reading);

G_END_DECLS
