#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *vouch_label_file_load (const char *path, gsize *length, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
