#include "vouch-record-json.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-hex.h"
#include "vouch-id.h"
#include "vouch-quantity.h"
#include "vouch-text.h"

#define TEXT_MAX (1024 * 1024)
#define DEPTH_MAX 16

static gboolean
refuse (const VouchField *field, GError **error, const char *wanted)
{
  vouch_set_field_error (error, field->name, VOUCH_ERROR_INVALID, _ ("“%s” has to be %s"), field->name, wanted);
  return FALSE;
}

static gboolean
name_field (gboolean good, const VouchField *field, GError **error)
{
  if (!good && error != NULL && *error != NULL)
    {
      g_autofree char *message = g_strdup ((*error)->message);
      VouchErrorCode code = (*error)->domain == VOUCH_ERROR ? (VouchErrorCode)(*error)->code : VOUCH_ERROR_INVALID;

      g_clear_error (error);
      vouch_set_field_error (error, field->name, code, "%s", message);
    }
  return good;
}

static gboolean
set_enum (const VouchField *field, gpointer record, const char *text, GError **error)
{
  int value = vouch_enum_find (field->values, text);
  g_autofree char *names = NULL;

  if (value >= 0)
    {
      vouch_record_set_number (field, record, value);
      return TRUE;
    }
  names = g_strjoinv (", ", (char **)field->values->names);
  vouch_set_field_error (error, field->name, VOUCH_ERROR_INVALID, _ ("“%s” is not a value of “%s”; there are %s"), text,
                         field->name, names);
  return FALSE;
}

static gboolean
set_number_text (const VouchField *field, gpointer record, const char *text, GError **error)
{
  gint64 number;

  if (!g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &number, NULL))
    return refuse (field, error, _ ("a whole number"));
  if ((field->flags & VOUCH_FIELD_COUNT) && number < 1)
    return refuse (field, error, _ ("at least 1"));
  vouch_record_set_number (field, record, number);
  return TRUE;
}

static gboolean
set_bytes (const VouchField *field, gpointer record, const char *text, GError **error)
{
  gsize length = strlen (text) / 2;
  g_autofree guint8 *bytes = g_malloc (length + 1);

  if (!vouch_hex_read (text, bytes, length) || strlen (text) % 2 != 0)
    return refuse (field, error, _ ("lower-case hexadecimal digits"));
  VOUCH_RECORD_BYTES (field, record) = g_bytes_new (bytes, length);
  return TRUE;
}

static gboolean
set_text (const VouchField *field, gpointer record, const char *text, GError **error)
{
  gint64 number = 0;
  VouchDate date;
  gboolean good;

  switch (field->kind)
    {
    case VOUCH_FIELD_TEXT:
      g_free (VOUCH_RECORD_TEXT (field, record));
      VOUCH_RECORD_TEXT (field, record) = g_strdup (text);
      return TRUE;
    case VOUCH_FIELD_ID:
      good = vouch_id_parse (text, &number, error);
      break;
    case VOUCH_FIELD_QUANTITY:
      good = vouch_quantity_parse (text, &number, error);
      break;
    case VOUCH_FIELD_DATE:
      good = vouch_date_parse (text, &date, error);
      number = date;
      break;
    case VOUCH_FIELD_TIME:
      good = vouch_time_parse (text, &number, error);
      break;
    case VOUCH_FIELD_ENUM:
      return set_enum (field, record, text, error);
    case VOUCH_FIELD_NUMBER:
      return set_number_text (field, record, text, error);
    case VOUCH_FIELD_FLAG:
      number = g_str_equal (text, "true");
      good = number != 0 || g_str_equal (text, "false") || refuse (field, error, _ ("true or false"));
      break;
    case VOUCH_FIELD_BYTES:
      return set_bytes (field, record, text, error);
    default:
      g_return_val_if_reached (FALSE);
    }
  if (!name_field (good, field, error))
    return FALSE;
  vouch_record_set_number (field, record, number);
  return TRUE;
}

/**
 * vouch_record_set_text:
 * @type: a record type
 * @record: a record of that type
 * @name: a field's name, with hyphens or underscores
 * @text: the value as on a command line or in JSON
 * @error: INVALID, naming the field
 *
 * Returns: whether the field has the value
 */
gboolean
vouch_record_set_text (const VouchRecordType *type, gpointer record, const char *name, const char *text, GError **error)
{
  g_autofree char *member = g_strdelimit (g_strdup (name), "-", '_');
  const VouchField *field = vouch_record_find_field (type, member);

  if (field == NULL)
    {
      vouch_set_field_error (error, member, VOUCH_ERROR_INVALID, _ ("“%s” is not known here"), name);
      return FALSE;
    }
  return set_text (field, record, text, error);
}

static gboolean
set_quantity (const VouchField *field, gpointer record, JsonObject *object, GError **error)
{
  JsonNode *quantity = json_object_get_member (object, "quantity");
  JsonNode *unit = json_object_get_member (object, "unit");
  char **unit_text = G_STRUCT_MEMBER_P (record, field->unit_offset);

  if (quantity == NULL || json_node_get_value_type (quantity) != G_TYPE_STRING ||
      (unit != NULL && json_node_get_value_type (unit) != G_TYPE_STRING))
    return refuse (field, error, _ ("like {\"quantity\":\"12.5\",\"unit\":\"kg\"}"));
  if (!set_text (field, record, json_node_get_string (quantity), error))
    return FALSE;
  if (unit == NULL)
    return TRUE;
  if (*unit_text != NULL && !g_str_equal (*unit_text, json_node_get_string (unit)))
    return refuse (field, error, _ ("in the same unit as the other quantities"));
  g_free (*unit_text);
  *unit_text = g_strdup (json_node_get_string (unit));
  return TRUE;
}

static gboolean
set_value (const VouchField *field, gpointer record, JsonNode *node, GError **error)
{
  g_autofree char *text = NULL;

  if (json_node_is_null (node))
    return TRUE;
  if (field->kind == VOUCH_FIELD_QUANTITY && JSON_NODE_HOLDS_OBJECT (node))
    return set_quantity (field, record, json_node_get_object (node), error);
  if (!JSON_NODE_HOLDS_VALUE (node))
    return refuse (field, error, _ ("a single value"));
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    {
      if (field->kind == VOUCH_FIELD_NUMBER || field->kind == VOUCH_FIELD_FLAG)
        return refuse (field, error, _ ("a JSON number or true or false, without quotes"));
      return set_text (field, record, json_node_get_string (node), error);
    }
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN && field->kind == VOUCH_FIELD_FLAG)
    return set_text (field, record, json_node_get_boolean (node) ? "true" : "false", error);
  if (json_node_get_value_type (node) == G_TYPE_INT64 && field->kind == VOUCH_FIELD_NUMBER)
    {
      text = g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
      return set_text (field, record, text, error);
    }
  return refuse (field, error, _ ("of another JSON type"));
}

static gboolean
is_unit_member (const VouchRecordType *type, const VouchField *field)
{
  for (guint i = 0; field->kind == VOUCH_FIELD_TEXT && i < type->n_fields; i++)
    if (type->fields[i].kind == VOUCH_FIELD_QUANTITY && type->fields[i].unit_offset == field->offset)
      return TRUE;
  return FALSE;
}

/**
 * vouch_record_from_json:
 * @type: a record type
 * @object: an object with a member a field
 * @strictness: what to do about members that are no fields
 * @error: INVALID, naming the field
 *
 * Returns: (transfer full) (nullable): the record
 */
gpointer
vouch_record_from_json (const VouchRecordType *type, JsonObject *object, VouchJsonStrictness strictness, GError **error)
{
  gpointer record = vouch_record_new (type);
  g_autoptr (GList) names = json_object_get_members (object);

  for (GList *at = names; at != NULL; at = at->next)
    {
      const VouchField *field = vouch_record_find_field (type, at->data);
      gboolean good = field != NULL || strictness == VOUCH_JSON_LENIENT;

      if (!good)
        {
          g_autofree char *shown = vouch_text_show (at->data, -1);

          vouch_set_field_error (error, shown, VOUCH_ERROR_INVALID, _ ("“%s” is not known here"), shown);
        }
      if (field != NULL)
        good = set_value (field, record, json_object_get_member (object, at->data), error);
      if (!good)
        {
          vouch_record_free (type, record);
          return NULL;
        }
    }
  return record;
}

static void
add_quantity (JsonObject *object, const VouchField *field, gconstpointer record)
{
  g_autofree char *text = vouch_quantity_to_string (vouch_record_get_number (field, record));
  const char *unit = *(char *const *)G_STRUCT_MEMBER_P (record, field->unit_offset);
  JsonObject *value;

  /* Nothing of no unit is not a quantity of nothing: it is not known, or not told. */
  if (unit == NULL && vouch_record_get_number (field, record) == 0)
    {
      json_object_set_null_member (object, field->name);
      return;
    }
  value = json_object_new ();
  json_object_set_string_member (value, "quantity", text);
  if (unit != NULL)
    json_object_set_string_member (value, "unit", unit);
  else
    json_object_set_null_member (value, "unit");
  json_object_set_object_member (object, field->name, value);
}

static void
add_text (JsonObject *object, const char *name, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
  else
    json_object_set_null_member (object, name);
}

static char *
format_field (const VouchField *field, gconstpointer record, int offset_s)
{
  gint64 number;
  GBytes *bytes;

  if (field->kind == VOUCH_FIELD_TEXT)
    return g_strdup (VOUCH_RECORD_TEXT (field, record));
  if (field->kind == VOUCH_FIELD_BYTES)
    {
      bytes = VOUCH_RECORD_BYTES (field, record);
      return bytes != NULL ? vouch_hex_write (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : NULL;
    }
  number = vouch_record_get_number (field, record);
  if (field->kind == VOUCH_FIELD_ENUM)
    return g_strdup (vouch_enum_get_name (field->values, (int)number));
  if (number == 0)
    return NULL;
  if (field->kind == VOUCH_FIELD_ID)
    return vouch_id_to_string (number);
  if (field->kind == VOUCH_FIELD_DATE)
    return vouch_date_to_string ((VouchDate)number);
  return vouch_time_to_string (number, offset_s);
}

static void
add_field (JsonObject *object, const VouchField *field, gconstpointer record, int offset_s)
{
  g_autofree char *text = NULL;

  if (field->kind == VOUCH_FIELD_QUANTITY)
    add_quantity (object, field, record);
  else if (field->kind == VOUCH_FIELD_FLAG)
    json_object_set_boolean_member (object, field->name, vouch_record_get_number (field, record) != 0);
  else if (field->kind == VOUCH_FIELD_NUMBER)
    json_object_set_int_member (object, field->name, vouch_record_get_number (field, record));
  else
    {
      text = format_field (field, record, offset_s);
      add_text (object, field->name, text);
    }
}

/**
 * vouch_record_to_json:
 * @type: a record type
 * @record: a record of that type
 * @offset_s: the station's offset from UTC, for times
 *
 * Secrets and salts are left out; a quantity carries its unit, which has no member of its own.
 *
 * Returns: (transfer full): the object
 */
JsonObject *
vouch_record_to_json (const VouchRecordType *type, gconstpointer record, int offset_s)
{
  JsonObject *object = json_object_new ();

  for (guint i = 0; i < type->n_fields; i++)
    if (!(type->fields[i].flags & (VOUCH_FIELD_SECRET | VOUCH_FIELD_SALT)) && !is_unit_member (type, &type->fields[i]))
      add_field (object, &type->fields[i], record, offset_s);
  return object;
}

/* json-glib reads what it is given by recursion, so the depth is looked at first. */
static gboolean
depth_is_sane (const char *text, gsize length)
{
  int depth = 0;
  gboolean in_string = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (in_string && text[i] == '\\')
        i++;
      else if (text[i] == '"')
        in_string = !in_string;
      else if (!in_string && (text[i] == '{' || text[i] == '['))
        depth++;
      else if (!in_string && (text[i] == '}' || text[i] == ']'))
        depth--;
      if (depth > DEPTH_MAX)
        return FALSE;
    }
  return TRUE;
}

/**
 * vouch_json_parse_object:
 * @text: one JSON object
 * @length: how long it is, or -1
 * @error: INVALID if it is no object, is larger than 1 MiB or nested deeper than 16
 *
 * Returns: (transfer full) (nullable): the object
 */
JsonObject *
vouch_json_parse_object (const char *text, gssize length, GError **error)
{
  gsize size = length < 0 ? strlen (text) : (gsize)length;
  g_autoptr (JsonParser) parser = json_parser_new ();

  if (size <= TEXT_MAX && depth_is_sane (text, size) && g_utf8_validate (text, (gssize)size, NULL) &&
      json_parser_load_from_data (parser, text, (gssize)size, NULL) && json_parser_get_root (parser) != NULL &&
      JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    return json_object_ref (json_node_get_object (json_parser_get_root (parser)));
  g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, _ ("The line is not a JSON object"));
  return NULL;
}

/**
 * vouch_json_write:
 * @object: an object
 *
 * Returns: (transfer full): the object on one line
 */
char *
vouch_json_write (JsonObject *object)
{
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), object);

  return json_to_string (node, FALSE);
}

/**
 * vouch_json_of_error:
 * @error: an error
 *
 * Returns: (transfer full): {"error":{"code","field","message"}}
 */
JsonObject *
vouch_json_of_error (const GError *error)
{
  JsonObject *outer = json_object_new (), *inner = json_object_new ();

  json_object_set_string_member (inner, "code", vouch_error_code_name (error));
  add_text (inner, "field", vouch_error_get_field (error));
  json_object_set_string_member (inner, "message", error->message);
  json_object_set_object_member (outer, "error", inner);
  return outer;
}
