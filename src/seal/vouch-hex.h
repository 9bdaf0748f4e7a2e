#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Bytes as lower-case hex. Reading takes exactly 2 * length lower-case digits and nothing else. */
char *vouch_hex_write (const void *bytes, gsize length) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_hex_read (const char *text, guint8 *bytes, gsize length);

G_END_DECLS
