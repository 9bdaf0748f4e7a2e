#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define VOUCH_SECRET_SIZE 32

/* A file that holds one secret of 32 bytes as a line of hex, mode 0600, for its owner alone: the unlock key of a key
 * file, the lookup service's own seeds. */
gboolean vouch_secret_file_create (const char *path, guint8 secret[VOUCH_SECRET_SIZE], GError **error);
gboolean vouch_secret_file_read (const char *path, guint8 secret[VOUCH_SECRET_SIZE], GError **error);

G_END_DECLS
