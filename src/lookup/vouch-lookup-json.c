#include "vouch-lookup-json.h"

#include "vouch-date.h"
#include "vouch-error.h"

/**
 * vouch_lookup_json_add_error:
 * @builder: an open object
 * @error: an error of ours
 *
 * Writes an error as every program of ours does: `"error":{"code","field","message"}`.
 */
void
vouch_lookup_json_add_error (JsonBuilder *builder, const GError *error)
{
  const char *field = vouch_error_get_field (error);

  json_builder_set_member_name (builder, "error");
  json_builder_begin_object (builder);
  vouch_lookup_json_add_text (builder, "code", vouch_error_code_name (error));
  if (field != NULL)
    vouch_lookup_json_add_text (builder, "field", field);
  vouch_lookup_json_add_text (builder, "message", error->message);
  json_builder_end_object (builder);
}

/* An error alone: one line, without a line feed. */
char *
vouch_lookup_json_error (const GError *error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  vouch_lookup_json_add_error (builder, error);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

static int
read_code (const char *name)
{
  for (int code = VOUCH_ERROR_INVALID; code <= VOUCH_ERROR_STORAGE; code++)
    {
      g_autoptr (GError) example = g_error_new_literal (VOUCH_ERROR, code, "");

      if (g_strcmp0 (name, vouch_error_code_name (example)) == 0)
        return code;
    }
  return VOUCH_ERROR_STORAGE;
}

/**
 * vouch_lookup_json_read_error:
 * @text: what a service of ours answered
 * @error: is set as it was raised there
 *
 * Returns: whether the answer is an error
 */
gboolean
vouch_lookup_json_read_error (const char *text, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonNode *root = json_parser_load_from_data (parser, text, -1, NULL) ? json_parser_get_root (parser) : NULL;
  JsonNode *told = NULL;
  JsonObject *object;

  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    told = json_object_get_member (json_node_get_object (root), "error");
  if (told == NULL || !JSON_NODE_HOLDS_OBJECT (told))
    return FALSE;
  object = json_node_get_object (told);
  g_set_error_literal (error, VOUCH_ERROR,
                       read_code (json_object_get_string_member_with_default (object, "code", NULL)),
                       json_object_get_string_member_with_default (object, "message", ""));
  return TRUE;
}

/* %NULL is null. */
void
vouch_lookup_json_add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

void
vouch_lookup_json_add_number (JsonBuilder *builder, const char *name, gint64 number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

/* Unix microseconds, UTC, as RFC 3339; 0 is null. */
void
vouch_lookup_json_add_time (JsonBuilder *builder, const char *name, gint64 time_us)
{
  g_autofree char *text = time_us != 0 ? vouch_time_to_string (time_us, 0) : NULL;

  vouch_lookup_json_add_text (builder, name, text);
}

/* Ends the object, and appends it with a line feed. */
void
vouch_lookup_json_end_line (JsonBuilder *builder, GString *lines)
{
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, FALSE);
  g_string_append_printf (lines, "%s\n", text);
}
