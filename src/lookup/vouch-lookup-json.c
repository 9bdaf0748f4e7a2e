#include "vouch-lookup-json.h"

#include <json-glib/json-glib.h>

#include "vouch-error.h"

/**
 * vouch_lookup_json_error:
 * @error: an error of ours
 *
 * Writes an error as every program of ours does: `{"error":{"code","field","message"}}`.
 *
 * Returns: (transfer full): one line, without a line feed
 */
char *
vouch_lookup_json_error (const GError *error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;
  const char *field = vouch_error_get_field (error);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "error");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "code");
  json_builder_add_string_value (builder, vouch_error_code_name (error));
  if (field != NULL)
    {
      json_builder_set_member_name (builder, "field");
      json_builder_add_string_value (builder, field);
    }
  json_builder_set_member_name (builder, "message");
  json_builder_add_string_value (builder, error->message);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}
