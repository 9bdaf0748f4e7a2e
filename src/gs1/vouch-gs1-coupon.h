#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean vouch_gs1_coupon_is_valid (const char *text, gsize length);
gboolean vouch_gs1_coupon_offer_is_valid (const char *text, gsize length);

G_END_DECLS
