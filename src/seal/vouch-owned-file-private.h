#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Files that only their owner may read: regular, no symbolic link, mode 0600 or less, ours. */
guint8 *vouch_owned_file_read (const char *path, gsize max, gsize *length, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_owned_file_create (const char *path, const void *data, gsize length, GError **error);
gboolean vouch_owned_file_replace (const char *path, const void *data, gsize length, GError **error);

G_END_DECLS
