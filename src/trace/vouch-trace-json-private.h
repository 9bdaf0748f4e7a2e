#pragma once

#include <json-glib/json-glib.h>

#include "vouch-record.h"

G_BEGIN_DECLS

/* The greatest whole number that every reader of JSON keeps exactly. */
#define VOUCH_TRACE_JSON_NUMBER_MAX (G_GINT64_CONSTANT (1) << 53)

/* Strict JSON for what stations publish: members have their type or are not there, and unknown ones are ignored. */
gboolean vouch_trace_json_check (const char *text, gsize length, GError **error);
JsonNode *vouch_trace_json_parse (const char *text, gsize length, GError **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean vouch_trace_json_get_number (JsonObject *object, const char *name, gint64 min, gint64 max, gint64 *number,
                                      GError **error);
gboolean vouch_trace_json_get_flag (JsonObject *object, const char *name, gboolean *flag, GError **error);
const char *vouch_trace_json_get_text (JsonObject *object, const char *name, GError **error);
gboolean vouch_trace_json_get_hex (JsonObject *object, const char *name, guint8 *bytes, gsize length, GError **error);
JsonArray *vouch_trace_json_get_array (JsonObject *object, const char *name, GError **error);
JsonObject *vouch_trace_json_get_element (JsonArray *array, guint position, const char *name, GError **error);

JsonNode *vouch_trace_json_write_record (const VouchRecordType *type, gconstpointer record,
                                         int offset_s) G_GNUC_WARN_UNUSED_RESULT;
gboolean
vouch_trace_json_read_record (const VouchRecordType *type, JsonObject *object, gpointer record, GError **error);
char *vouch_trace_json_to_text (JsonNode *node) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
