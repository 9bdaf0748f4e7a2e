#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The one-time code that makes the first administrator. */
char *vouch_first_start_dup_code_path (const char *directory) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_first_start_make_code (const char *directory, GError **error);
void vouch_first_start_forget_code (const char *directory);

G_END_DECLS
