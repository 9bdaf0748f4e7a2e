#pragma once

#include <glib.h>

G_BEGIN_DECLS

int vouch_db_lock_take (const char *directory, const char *holder, gboolean *is_read_only, GError **error);

G_END_DECLS
