#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* JSON of the private listener and the command line. */
char *vouch_lookup_json_error (const GError *error) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_lookup_json_read_error (const char *text, GError **error);

G_END_DECLS
