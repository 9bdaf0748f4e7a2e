#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Units of measurement as gauges write them. */
gboolean vouch_unit_is_same (const char *a, const char *b);
gboolean vouch_unit_find_factor (const char *from, const char *to, gint64 *numerator, gint64 *denominator);

G_END_DECLS
