#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define VOUCH_TEXT_NAME_MAX 200
#define VOUCH_TEXT_NOTE_MAX 8192

gboolean vouch_text_check_line (const char *text, const char *field, gsize max_bytes, GError **error);
gboolean vouch_text_is_deceiving (gunichar c);
gboolean vouch_text_check_note (const char *text, const char *field, GError **error);
char *vouch_text_show (const char *text, gssize length) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
