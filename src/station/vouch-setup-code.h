#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean vouch_setup_code_is_one (const char *text);

G_END_DECLS
