#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *vouch_secret_prompt (const char *question, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
