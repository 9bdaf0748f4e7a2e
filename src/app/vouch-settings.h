#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void vouch_settings_use_language (GSettings *self, int argc, char *const argv[]);
char *vouch_settings_find_locale_directory (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
