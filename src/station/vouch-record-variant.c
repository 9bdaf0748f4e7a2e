#include "vouch-record-variant.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"

static GVariant *
new_value (const VouchField *field, gconstpointer record)
{
  if (field->kind == VOUCH_FIELD_TEXT)
    {
      const char *text = VOUCH_RECORD_TEXT (field, record);

      return g_variant_new_string (text != NULL ? text : "");
    }
  if (field->kind == VOUCH_FIELD_ENUM)
    return g_variant_new_string (vouch_enum_get_name (field->values, (int)vouch_record_get_number (field, record)));
  return g_variant_new_int64 (vouch_record_get_number (field, record));
}

/**
 * vouch_record_variant_new:
 * @type: what @record is
 * @record: a record
 *
 * Returns: (transfer floating): the record as "a{sv}"
 */
GVariant *
vouch_record_variant_new (const VouchRecordType *type, gconstpointer record)
{
  GVariantBuilder builder;

  g_return_val_if_fail (type != NULL && record != NULL, NULL);

  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  for (guint i = 0; i < type->n_fields; i++)
    g_variant_builder_add (&builder, "{sv}", type->fields[i].name, new_value (&type->fields[i], record));
  return g_variant_builder_end (&builder);
}

static gboolean
take_value (const VouchField *field, gpointer record, GVariant *value)
{
  if (field->kind == VOUCH_FIELD_NUMBER && g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
    vouch_record_set_number (field, record, g_variant_get_int64 (value));
  else if (field->kind == VOUCH_FIELD_TEXT && g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    VOUCH_RECORD_TEXT (field, record) =
        *g_variant_get_string (value, NULL) != '\0' ? g_variant_dup_string (value, NULL) : NULL;
  else if (field->kind == VOUCH_FIELD_ENUM && g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    {
      int number = vouch_enum_find (field->values, g_variant_get_string (value, NULL));

      vouch_record_set_number (field, record, MAX (number, 0));
      return number >= 0;
    }
  else
    return FALSE;
  return TRUE;
}

/**
 * vouch_record_variant_read:
 * @type: what is wanted
 * @dictionary: an "a{sv}", by whomever it was written; what it does not name is as in a new record
 * @error: INVALID, with the field that is of another kind
 *
 * Returns: (transfer full) (nullable): the record; whether its values can be is for its own check
 */
gpointer
vouch_record_variant_read (const VouchRecordType *type, GVariant *dictionary, GError **error)
{
  gpointer record;

  g_return_val_if_fail (type != NULL && dictionary != NULL, NULL);

  record = vouch_record_new (type);
  for (guint i = 0; i < type->n_fields; i++)
    {
      const VouchField *field = &type->fields[i];
      g_autoptr (GVariant) value = g_variant_lookup_value (dictionary, field->name, NULL);

      if (value == NULL || take_value (field, record, value))
        continue;
      vouch_set_field_error (error, field->name, VOUCH_ERROR_INVALID, _ ("%s is of another kind"), field->name);
      vouch_record_free (type, record);
      return NULL;
    }
  return record;
}
