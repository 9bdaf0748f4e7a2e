#include "vouch-settings-register.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-record-variant.h"
#include "vouch-text.h"

static const char *
get_name (const VouchSettingsRegister *self, gconstpointer record)
{
  return VOUCH_RECORD_TEXT (vouch_record_find_field (self->type, "name"), record);
}

static const char *
read_name (GVariant *dictionary)
{
  const char *name = NULL;

  return g_variant_lookup (dictionary, "name", "&s", &name) ? name : "";
}

static gpointer
read_record (const VouchSettingsRegister *self, GSettings *settings, GVariant *dictionary, GError **error)
{
  gpointer record = vouch_record_variant_read (self->type, dictionary, error);

  if (record == NULL)
    return NULL;
  if ((self->complete == NULL || self->complete (settings, record, error)) && self->check (record, error))
    return record;
  vouch_record_free (self->type, record);
  return NULL;
}

/**
 * vouch_settings_register_append:
 * @self: a register
 * @settings: (nullable): the station's settings
 * @records: where the records go, in their order
 * @damage: (out) (optional) (nullable): what is to be said of entries that are not used
 */
void
vouch_settings_register_append (const VouchSettingsRegister *self, GSettings *settings, GPtrArray *records,
                                char **damage)
{
  g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GVariant) all = settings != NULL ? g_settings_get_value (settings, self->key) : NULL;

  for (guint i = 0; all != NULL && i < g_variant_n_children (all); i++)
    {
      g_autoptr (GVariant) dictionary = g_variant_get_child_value (all, i);
      g_autoptr (GError) error = NULL;
      gpointer record = read_record (self, settings, dictionary, &error);

      if (record != NULL)
        g_ptr_array_add (records, record);
      else
        g_ptr_array_add (told, self->dup_message (VOUCH_REGISTER_FAULT_DAMAGED, error->message, i + 1));
    }
  g_ptr_array_add (told, NULL);
  if (damage != NULL)
    *damage = told->len > 1 ? g_strjoinv ("\n", (char **)told->pdata) : NULL;
}

/**
 * vouch_settings_register_refuse:
 * @self: a register
 * @fault: what is wrong
 * @name: with whom
 * @error: NOT_FOUND, CONFLICT or DENIED
 *
 * Returns: %FALSE
 */
gboolean
vouch_settings_register_refuse (const VouchSettingsRegister *self, VouchRegisterFault fault, const char *name,
                                GError **error)
{
  g_autofree char *shown = vouch_text_show (name, -1);
  g_autofree char *message = self->dup_message (fault, shown, 0);
  VouchErrorCode code = fault == VOUCH_REGISTER_FAULT_UNKNOWN ? VOUCH_ERROR_NOT_FOUND
                        : fault == VOUCH_REGISTER_FAULT_TAKEN ? VOUCH_ERROR_CONFLICT
                                                              : VOUCH_ERROR_DENIED;

  vouch_set_field_error (error, fault == VOUCH_REGISTER_FAULT_UNKNOWN ? self->field : "name", code, "%s", message);
  return FALSE;
}

/**
 * vouch_settings_register_set:
 * @self: a register
 * @settings: (nullable): the station's settings
 * @key: one that belongs to it
 * @value: its new value, which is taken if it floats
 * @error: DENIED if the administrator of the machine has set it, STORAGE if it cannot be kept
 *
 * Returns: whether it is kept
 */
gboolean
vouch_settings_register_set (const VouchSettingsRegister *self, GSettings *settings, const char *key, GVariant *value,
                             GError **error)
{
  g_autoptr (GVariant) taken = g_variant_ref_sink (value);

  if (settings == NULL)
    g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE,
                         _ ("The description of the settings is not installed; install Vouch again"));
  else if (!g_settings_is_writable (settings, key))
    return vouch_settings_register_refuse (self, VOUCH_REGISTER_FAULT_LOCKED, "", error);
  else if (!g_settings_set_value (settings, key, taken))
    g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, _ ("The settings cannot be written"));
  else
    {
      g_settings_sync ();
      return TRUE;
    }
  return FALSE;
}

/* All entries in their places; the one named @name is @record instead, or gone. What is damaged stays. */
static GVariant *
copy_with (const VouchSettingsRegister *self, GSettings *settings, const char *name, gconstpointer record,
           gboolean *has_it)
{
  g_autoptr (GVariant) all = settings != NULL ? g_settings_get_value (settings, self->key) : NULL;
  GVariantBuilder builder;

  *has_it = FALSE;
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; all != NULL && i < g_variant_n_children (all); i++)
    {
      g_autoptr (GVariant) dictionary = g_variant_get_child_value (all, i);

      if (!g_str_equal (read_name (dictionary), name))
        g_variant_builder_add_value (&builder, dictionary);
      else if (record != NULL && !*has_it)
        g_variant_builder_add_value (&builder, vouch_record_variant_new (self->type, record));
      *has_it = *has_it || g_str_equal (read_name (dictionary), name);
    }
  if (record != NULL && !*has_it)
    g_variant_builder_add_value (&builder, vouch_record_variant_new (self->type, record));
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

static gboolean
is_taken (const VouchSettingsRegister *self, GSettings *settings, const char *name)
{
  g_autoptr (GVariant) all = settings != NULL ? g_settings_get_value (settings, self->key) : NULL;

  for (guint i = 0; all != NULL && i < g_variant_n_children (all); i++)
    {
      g_autoptr (GVariant) dictionary = g_variant_get_child_value (all, i);

      if (g_str_equal (read_name (dictionary), name))
        return TRUE;
    }
  return FALSE;
}

/**
 * vouch_settings_register_store:
 * @self: a register
 * @settings: (nullable): the station's settings
 * @record: what is kept
 * @instead_of: (nullable): the name of what it changes; %NULL for something new
 * @error: INVALID if it cannot be, CONFLICT if its name is taken, NOT_FOUND if there is no @instead_of, DENIED and
 *   STORAGE
 *
 * Returns: whether it is kept
 */
gboolean
vouch_settings_register_store (const VouchSettingsRegister *self, GSettings *settings, gconstpointer record,
                               const char *instead_of, GError **error)
{
  const char *name = get_name (self, record);
  g_autoptr (GVariant) changed = NULL;
  gboolean has_it;

  g_return_val_if_fail (record != NULL, FALSE);

  if (!self->check (record, error))
    return FALSE;
  if (g_strcmp0 (name, instead_of) != 0 && is_taken (self, settings, name))
    return vouch_settings_register_refuse (self, VOUCH_REGISTER_FAULT_TAKEN, name, error);
  changed = copy_with (self, settings, instead_of != NULL ? instead_of : name, record, &has_it);
  if (instead_of != NULL && !has_it)
    return vouch_settings_register_refuse (self, VOUCH_REGISTER_FAULT_UNKNOWN, instead_of, error);
  return vouch_settings_register_set (self, settings, self->key, changed, error);
}

/**
 * vouch_settings_register_remove:
 * @self: a register
 * @settings: (nullable): the station's settings
 * @name: what is to go
 * @error: NOT_FOUND if there is none of that name, DENIED and STORAGE
 *
 * Returns: whether it is gone
 */
gboolean
vouch_settings_register_remove (const VouchSettingsRegister *self, GSettings *settings, const char *name,
                                GError **error)
{
  g_autoptr (GVariant) changed = NULL;
  gboolean has_it;

  g_return_val_if_fail (name != NULL, FALSE);

  changed = copy_with (self, settings, name, NULL, &has_it);
  if (!has_it)
    return vouch_settings_register_refuse (self, VOUCH_REGISTER_FAULT_UNKNOWN, name, error);
  return vouch_settings_register_set (self, settings, self->key, changed, error);
}
