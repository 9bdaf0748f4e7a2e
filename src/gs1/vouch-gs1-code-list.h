#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean vouch_gs1_is_country (const char *digits);
gboolean vouch_gs1_is_currency (const char *digits);
gboolean vouch_gs1_is_country_letters (const char *letters);
gboolean vouch_gs1_is_package_type (const char *text, gsize length);

G_END_DECLS
