#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *vouch_passphrase_ask (const char *path, gboolean is_new, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
