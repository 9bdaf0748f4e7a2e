#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Lengths as people write them, in millimetres, and as they are kept, in micrometres. */

gboolean vouch_length_parse (const char *text, const char *field, gint64 *um, GError **error);
gboolean
vouch_length_parse_size (const char *text, const char *field, gint64 *width_um, gint64 *height_um, GError **error);
char *vouch_length_to_string (gint64 um) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_length_size_to_string (gint64 width_um, gint64 height_um) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
