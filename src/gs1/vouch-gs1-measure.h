#pragma once

#include "vouch-gs1-reading.h"

G_BEGIN_DECLS

/* The unit of a count of trade items or of items in a trade item of variable measure. */
#define VOUCH_GS1_UNIT_PIECE "piece"

gboolean
vouch_gs1_reading_get_quantity (const VouchGs1Reading *reading, gint64 *quantity, const char **unit, GError **error);
gboolean vouch_gs1_reading_get_measure (const VouchGs1Reading *reading, const char *stem, gint64 *quantity,
                                        const char **unit, GError **error);

G_END_DECLS
