#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *vouch_number_make (char kind, gint64 id) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
