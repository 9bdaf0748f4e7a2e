#include "vouch-trace-json-private.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-hex.h"

/* Years have four digits: the first moment of the year 9999, UTC, leaves room for any offset. */
#define TIME_END (G_GINT64_CONSTANT (253370764800) * G_USEC_PER_SEC)

static void
write_text (JsonObject *object, const char *name, char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
  g_free (text);
}

static void
write_field (const VouchField *field, gconstpointer record, int offset_s, JsonObject *object)
{
  GBytes *bytes;
  gint64 time;

  switch (field->kind)
    {
    case VOUCH_FIELD_TEXT:
      write_text (object, field->name, g_strdup (VOUCH_RECORD_TEXT (field, record)));
      break;
    case VOUCH_FIELD_NUMBER:
      json_object_set_int_member (object, field->name, vouch_record_get_number (field, record));
      break;
    case VOUCH_FIELD_DATE:
      write_text (object, field->name, vouch_date_to_string ((VouchDate)vouch_record_get_number (field, record)));
      break;
    case VOUCH_FIELD_TIME:
      time = vouch_record_get_number (field, record);
      write_text (object, field->name, time != 0 ? vouch_time_to_string (time, offset_s) : NULL);
      break;
    case VOUCH_FIELD_ENUM:
      json_object_set_string_member (object, field->name,
                                     vouch_enum_get_name (field->values, (int)vouch_record_get_number (field, record)));
      break;
    case VOUCH_FIELD_BYTES:
      bytes = VOUCH_RECORD_BYTES (field, record);
      write_text (object, field->name,
                  bytes != NULL ? vouch_hex_write (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : NULL);
      break;
    case VOUCH_FIELD_ID:
    case VOUCH_FIELD_QUANTITY:
    case VOUCH_FIELD_FLAG:
    default:
      g_return_if_reached (); /* nothing that is published has one */
    }
}

/**
 * vouch_trace_json_write_record:
 * @type: a record type of texts, numbers, dates, times, enumerations and bytes
 * @record: a record of that type
 * @offset_s: the offset from UTC to write times with, seconds
 *
 * Fields that are none are left out; a number is always there.
 *
 * Returns: (transfer full): an object
 */
JsonNode *
vouch_trace_json_write_record (const VouchRecordType *type, gconstpointer record, int offset_s)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  for (guint i = 0; i < type->n_fields; i++)
    write_field (&type->fields[i], record, offset_s, object);
  json_node_take_object (node, object);
  return node;
}

static GBytes *
read_hex (const char *text)
{
  gsize length = strlen (text) / 2;
  g_autofree guint8 *bytes = g_malloc (length + 1);

  return vouch_hex_read (text, bytes, length) ? g_bytes_new_take (g_steal_pointer (&bytes), length) : NULL;
}

static gboolean
read_time (const char *text, gint64 *time)
{
  return strlen (text) <= 40 && vouch_time_parse (text, time, NULL) && *time > 0 && *time < TIME_END;
}

static gboolean
read_text (const VouchField *field, const char *text, gpointer record)
{
  VouchDate date;
  gint64 time;
  int value;

  switch (field->kind)
    {
    case VOUCH_FIELD_TEXT:
      VOUCH_RECORD_TEXT (field, record) = g_strdup (text);
      return TRUE;
    case VOUCH_FIELD_DATE:
      if (!vouch_date_parse (text, &date, NULL))
        return FALSE;
      vouch_record_set_number (field, record, date);
      return TRUE;
    case VOUCH_FIELD_TIME:
      if (!read_time (text, &time))
        return FALSE;
      vouch_record_set_number (field, record, time);
      return TRUE;
    case VOUCH_FIELD_ENUM:
      value = vouch_enum_find (field->values, text);
      vouch_record_set_number (field, record, value);
      return value >= 0;
    case VOUCH_FIELD_BYTES:
      VOUCH_RECORD_BYTES (field, record) = read_hex (text);
      return VOUCH_RECORD_BYTES (field, record) != NULL;
    case VOUCH_FIELD_NUMBER:
    case VOUCH_FIELD_ID:
    case VOUCH_FIELD_QUANTITY:
    case VOUCH_FIELD_FLAG:
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
read_field (const VouchField *field, JsonObject *object, gpointer record, GError **error)
{
  gint64 number;
  const char *text;

  if (!json_object_has_member (object, field->name))
    {
      if (!(field->flags & VOUCH_FIELD_REQUIRED))
        return TRUE;
      vouch_set_field_error (error, field->name, VOUCH_ERROR_INVALID, _ ("“%s” is missing"), field->name);
      return FALSE;
    }
  if (field->kind == VOUCH_FIELD_NUMBER)
    {
      if (!vouch_trace_json_get_number (object, field->name, -VOUCH_TRACE_JSON_NUMBER_MAX, VOUCH_TRACE_JSON_NUMBER_MAX,
                                        &number, error))
        return FALSE;
      vouch_record_set_number (field, record, number);
      return TRUE;
    }
  text = vouch_trace_json_get_text (object, field->name, error);
  if (text == NULL)
    return FALSE;
  if (read_text (field, text, record))
    return TRUE;
  vouch_set_field_error (error, field->name, VOUCH_ERROR_INVALID, _ ("“%s” is missing or not what it should be"),
                         field->name);
  return FALSE;
}

/**
 * vouch_trace_json_read_record:
 * @type: a record type of texts, numbers, dates, times, enumerations and bytes
 * @object: an object from outside
 * @record: an empty record of that type
 * @error: INVALID, naming the member
 *
 * Members that @type does not know are ignored.
 *
 * Returns: whether every field was read and may be kept
 */
gboolean
vouch_trace_json_read_record (const VouchRecordType *type, JsonObject *object, gpointer record, GError **error)
{
  for (guint i = 0; i < type->n_fields; i++)
    if (!read_field (&type->fields[i], object, record, error))
      return FALSE;
  return vouch_record_check (type, record, error);
}
