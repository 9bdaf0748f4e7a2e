#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean vouch_lookup_export (const char *data_dir, const char *folder, const char *host, GError **error);

G_END_DECLS
