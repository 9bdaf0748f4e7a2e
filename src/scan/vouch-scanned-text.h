#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *vouch_scanned_text_read (const char *bytes, gsize length, gsize *text_length,
                               gboolean *is_certain) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
