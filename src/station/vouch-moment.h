#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *vouch_moment_dup (gint64 time_us) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
