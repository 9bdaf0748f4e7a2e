#include "vouch-record.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-text.h"

/**
 * vouch_record_new:
 * @type: a record type
 *
 * Returns: (transfer full): a record whose every field is none, zero or false
 */
gpointer
vouch_record_new (const VouchRecordType *type)
{
  return g_malloc0 (type->size);
}

/**
 * vouch_record_clear_field:
 * @field: a field
 * @record: a record that has it
 *
 * Frees what the field owns and sets it to none, zero or false.
 */
void
vouch_record_clear_field (const VouchField *field, gpointer record)
{
  if (field->kind == VOUCH_FIELD_TEXT)
    g_clear_pointer (&VOUCH_RECORD_TEXT (field, record), g_free);
  else if (field->kind == VOUCH_FIELD_BYTES)
    g_clear_pointer (&VOUCH_RECORD_BYTES (field, record), g_bytes_unref);
  else
    vouch_record_set_number (field, record, 0);
}

/**
 * vouch_record_free:
 * @type: a record type
 * @record: (nullable) (transfer full): a record of that type
 */
void
vouch_record_free (const VouchRecordType *type, gpointer record)
{
  if (record == NULL)
    return;
  for (guint i = 0; i < type->n_fields; i++)
    vouch_record_clear_field (&type->fields[i], record);
  g_free (record);
}

/**
 * vouch_record_copy:
 * @type: a record type
 * @record: a record of that type
 *
 * Returns: (transfer full): a copy that owns its fields
 */
gpointer
vouch_record_copy (const VouchRecordType *type, gconstpointer record)
{
  gpointer copy = g_memdup2 (record, type->size);

  for (guint i = 0; i < type->n_fields; i++)
    {
      const VouchField *field = &type->fields[i];

      if (field->kind == VOUCH_FIELD_TEXT)
        VOUCH_RECORD_TEXT (field, copy) = g_strdup (VOUCH_RECORD_TEXT (field, copy));
      else if (field->kind == VOUCH_FIELD_BYTES && VOUCH_RECORD_BYTES (field, copy) != NULL)
        g_bytes_ref (VOUCH_RECORD_BYTES (field, copy));
    }
  return copy;
}

/**
 * vouch_record_find_field:
 * @type: a record type
 * @name: a field's name
 *
 * Returns: (transfer none) (nullable): the field
 */
const VouchField *
vouch_record_find_field (const VouchRecordType *type, const char *name)
{
  for (guint i = 0; i < type->n_fields; i++)
    if (g_str_equal (type->fields[i].name, name))
      return &type->fields[i];
  return NULL;
}

/**
 * vouch_record_get_number:
 * @field: a field of any kind but text and bytes
 * @record: a record that has it
 *
 * Returns: its value, whatever its width
 */
gint64
vouch_record_get_number (const VouchField *field, gconstpointer record)
{
  gconstpointer at = G_STRUCT_MEMBER_P (record, field->offset);

  switch (field->kind)
    {
    case VOUCH_FIELD_ID:
    case VOUCH_FIELD_QUANTITY:
    case VOUCH_FIELD_NUMBER:
    case VOUCH_FIELD_TIME:
      return *(const gint64 *)at;
    case VOUCH_FIELD_DATE:
      return *(const VouchDate *)at;
    case VOUCH_FIELD_ENUM:
    case VOUCH_FIELD_FLAG:
      return *(const int *)at;
    case VOUCH_FIELD_TEXT:
    case VOUCH_FIELD_BYTES:
    default:
      g_return_val_if_reached (0);
    }
}

/**
 * vouch_record_set_number:
 * @field: a field of any kind but text and bytes
 * @record: a record that has it
 * @number: the value; a flag is true for any but 0
 */
void
vouch_record_set_number (const VouchField *field, gpointer record, gint64 number)
{
  gpointer at = G_STRUCT_MEMBER_P (record, field->offset);

  switch (field->kind)
    {
    case VOUCH_FIELD_ID:
    case VOUCH_FIELD_QUANTITY:
    case VOUCH_FIELD_NUMBER:
    case VOUCH_FIELD_TIME:
      *(gint64 *)at = number;
      break;
    case VOUCH_FIELD_DATE:
      *(VouchDate *)at = (VouchDate)number;
      break;
    case VOUCH_FIELD_ENUM:
      *(int *)at = (int)number;
      break;
    case VOUCH_FIELD_FLAG:
      *(gboolean *)at = number != 0;
      break;
    case VOUCH_FIELD_TEXT:
    case VOUCH_FIELD_BYTES:
    default:
      g_return_if_reached ();
    }
}

/**
 * vouch_record_get_id:
 * @type: a record type whose first field is its id
 * @record: a record of that type
 *
 * Returns: the id
 */
gint64
vouch_record_get_id (const VouchRecordType *type, gconstpointer record)
{
  g_return_val_if_fail (type->fields[0].kind == VOUCH_FIELD_ID, 0);

  return vouch_record_get_number (&type->fields[0], record);
}

static gboolean
is_missing (const VouchField *field, gconstpointer record)
{
  switch (field->kind)
    {
    case VOUCH_FIELD_TEXT:
      return VOUCH_RECORD_TEXT (field, record) == NULL || *VOUCH_RECORD_TEXT (field, record) == '\0';
    case VOUCH_FIELD_BYTES:
      return VOUCH_RECORD_BYTES (field, record) == NULL;
    case VOUCH_FIELD_ID:
    case VOUCH_FIELD_DATE:
    case VOUCH_FIELD_TIME:
      return vouch_record_get_number (field, record) == 0;
    case VOUCH_FIELD_QUANTITY:
    case VOUCH_FIELD_NUMBER:
    case VOUCH_FIELD_ENUM:
    case VOUCH_FIELD_FLAG:
    default:
      return FALSE;
    }
}

/**
 * vouch_record_check:
 * @type: a record type
 * @record: a record of that type, filled from input
 * @error: INVALID, naming the field
 *
 * What holds for any input: required fields are there; texts are harmless; dates exist; enumerations are known.
 *
 * Returns: whether the record may be looked at further
 */
gboolean
vouch_record_check (const VouchRecordType *type, gconstpointer record, GError **error)
{
  for (guint i = 0; i < type->n_fields; i++)
    {
      const VouchField *field = &type->fields[i];

      if ((field->flags & VOUCH_FIELD_REQUIRED) && is_missing (field, record))
        {
          vouch_set_field_error (error, field->name, VOUCH_ERROR_INVALID, _ ("“%s” is missing"), field->name);
          return FALSE;
        }
      if (field->kind == VOUCH_FIELD_TEXT &&
          !vouch_text_check_note (VOUCH_RECORD_TEXT (field, record), field->name, error))
        return FALSE;
      if (field->kind == VOUCH_FIELD_DATE && !is_missing (field, record) &&
          !vouch_date_is_valid ((VouchDate)vouch_record_get_number (field, record)))
        {
          vouch_set_field_error (error, field->name, VOUCH_ERROR_INVALID, _ ("“%s” is not a date"), field->name);
          return FALSE;
        }
      if (field->kind == VOUCH_FIELD_ENUM &&
          vouch_enum_get_name (field->values, (int)vouch_record_get_number (field, record)) == NULL)
        {
          vouch_set_field_error (error, field->name, VOUCH_ERROR_INVALID, _ ("“%s” has an unknown value"), field->name);
          return FALSE;
        }
    }
  return TRUE;
}
