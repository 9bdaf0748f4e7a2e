#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What people read of the settings, beyond what the schema says. */

const char *vouch_setting_words_of_choice (const char *choice);
const char *const *vouch_setting_words_list_keys (guint group, const char **title);
gboolean vouch_setting_words_is_internal (const char *key);

G_END_DECLS
