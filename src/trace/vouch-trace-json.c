#include "vouch-trace-json-private.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-hex.h"

/**
 * vouch_trace_json_parse:
 * @text: what should be one JSON object
 * @length: how many bytes
 * @error: INVALID if it is not
 *
 * Returns: (transfer full) (nullable): a node that holds an object
 */
JsonNode *
vouch_trace_json_parse (const char *text, gsize length, GError **error)
{
  g_autoptr (JsonParser) parser = NULL;
  JsonNode *root;

  if (!vouch_trace_json_check (text, length, error))
    return NULL;
  parser = json_parser_new_immutable ();
  if (json_parser_load_from_data (parser, text, (gssize)length, NULL))
    {
      root = json_parser_get_root (parser);
      if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
        return json_node_ref (root);
    }
  g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, _ ("This is not one JSON object"));
  return NULL;
}

static gboolean
refuse (const char *name, GError **error)
{
  vouch_set_field_error (error, name, VOUCH_ERROR_INVALID, _ ("“%s” is missing or not what it should be"), name);
  return FALSE;
}

static JsonNode *
get_value (JsonObject *object, const char *name, GType type)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != type)
    return NULL;
  return node;
}

/**
 * vouch_trace_json_get_number:
 * @object: an object
 * @name: a member that must be there
 * @min: the least it may be
 * @max: the most it may be
 * @number: (out): its value
 * @error: INVALID, naming the member
 *
 * Returns: whether it is a whole number in that range
 */
gboolean
vouch_trace_json_get_number (JsonObject *object, const char *name, gint64 min, gint64 max, gint64 *number,
                             GError **error)
{
  JsonNode *node = get_value (object, name, G_TYPE_INT64);

  if (node == NULL || json_node_get_int (node) < min || json_node_get_int (node) > max)
    return refuse (name, error);
  *number = json_node_get_int (node);
  return TRUE;
}

/**
 * vouch_trace_json_get_flag:
 * @object: an object
 * @name: a member that must be there
 * @flag: (out): its value
 * @error: INVALID, naming the member
 *
 * Returns: whether it is true or false
 */
gboolean
vouch_trace_json_get_flag (JsonObject *object, const char *name, gboolean *flag, GError **error)
{
  JsonNode *node = get_value (object, name, G_TYPE_BOOLEAN);

  if (node == NULL)
    return refuse (name, error);
  *flag = json_node_get_boolean (node);
  return TRUE;
}

/**
 * vouch_trace_json_get_text:
 * @object: an object
 * @name: a member that must be there
 * @error: INVALID, naming the member
 *
 * Returns: (transfer none) (nullable): its text
 */
const char *
vouch_trace_json_get_text (JsonObject *object, const char *name, GError **error)
{
  JsonNode *node = get_value (object, name, G_TYPE_STRING);

  if (node == NULL)
    {
      refuse (name, error);
      return NULL;
    }
  return json_node_get_string (node);
}

/**
 * vouch_trace_json_get_hex:
 * @object: an object
 * @name: a member that must be there
 * @bytes: (out caller-allocates): its bytes
 * @length: how many they must be
 * @error: INVALID, naming the member
 *
 * Returns: whether it is lower-case hex of that many bytes
 */
gboolean
vouch_trace_json_get_hex (JsonObject *object, const char *name, guint8 *bytes, gsize length, GError **error)
{
  JsonNode *node = get_value (object, name, G_TYPE_STRING);

  if (node == NULL || !vouch_hex_read (json_node_get_string (node), bytes, length))
    return refuse (name, error);
  return TRUE;
}

/**
 * vouch_trace_json_get_array:
 * @object: an object
 * @name: a member that must be there
 * @error: INVALID, naming the member
 *
 * Returns: (transfer none) (nullable): its array
 */
JsonArray *
vouch_trace_json_get_array (JsonObject *object, const char *name, GError **error)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    {
      refuse (name, error);
      return NULL;
    }
  return json_node_get_array (node);
}

/**
 * vouch_trace_json_get_element:
 * @array: an array
 * @position: a position in it
 * @name: the name that the array goes by, for the error
 * @error: INVALID, naming the array
 *
 * Returns: (transfer none) (nullable): the object there
 */
JsonObject *
vouch_trace_json_get_element (JsonArray *array, guint position, const char *name, GError **error)
{
  JsonNode *node = json_array_get_element (array, position);

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      refuse (name, error);
      return NULL;
    }
  return json_node_get_object (node);
}

/**
 * vouch_trace_json_to_text:
 * @node: (transfer full): a node
 *
 * Returns: (transfer full): it as JSON, on one line
 */
char *
vouch_trace_json_to_text (JsonNode *node)
{
  char *text = json_to_string (node, FALSE);

  json_node_unref (node);
  return text;
}
