#pragma once

#include "vouch-gs1-reading.h"

G_BEGIN_DECLS

gboolean vouch_gs1_link_path_is_ordered (const VouchGs1Ai *key, const VouchGs1Element *qualifiers, guint n_qualifiers);
gboolean
vouch_gs1_link_fits_path (const VouchGs1Ai *key, const VouchGs1Element *qualifiers, guint n_qualifiers, const char *ai);

G_END_DECLS
