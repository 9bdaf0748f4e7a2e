#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* JSON of the private listener and the command line: one object a line. */
char *vouch_lookup_json_error (const GError *error) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_lookup_json_read_error (const char *text, GError **error);
void vouch_lookup_json_add_error (JsonBuilder *builder, const GError *error);
void vouch_lookup_json_add_text (JsonBuilder *builder, const char *name, const char *text);
void vouch_lookup_json_add_number (JsonBuilder *builder, const char *name, gint64 number);
void vouch_lookup_json_add_time (JsonBuilder *builder, const char *name, gint64 time_us);
void vouch_lookup_json_end_line (JsonBuilder *builder, GString *lines);

G_END_DECLS
