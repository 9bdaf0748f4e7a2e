#pragma once

#include <json-glib/json-glib.h>

#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchJsonStrictness:
 * @VOUCH_JSON_STRICT: an unknown member is an error
 * @VOUCH_JSON_LENIENT: unknown members are for somebody else
 */
typedef enum
{
  VOUCH_JSON_STRICT,
  VOUCH_JSON_LENIENT,
} VouchJsonStrictness;

gpointer vouch_record_from_json (const VouchRecordType *type, JsonObject *object, VouchJsonStrictness strictness,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *
vouch_record_to_json (const VouchRecordType *type, gconstpointer record, int offset_s) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_record_set_text (const VouchRecordType *type, gpointer record, const char *name, const char *text,
                                GError **error);
JsonObject *vouch_json_parse_object (const char *text, gssize length, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_json_write (JsonObject *object) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *vouch_json_of_error (const GError *error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
