#pragma once

#include "vouch-date.h"
#include "vouch-symbol.h"

G_BEGIN_DECLS

gboolean vouch_label_match (GPtrArray *symbols, VouchDate today);

G_END_DECLS
