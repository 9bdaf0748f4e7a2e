#include "vouch-printer-settings.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-text.h"

#define KEY "printer-profiles"

const VouchEnum vouch_printer_use_values = { (const char *const[]){ "item", "lot", "carton", "sheet", NULL } };

static GVariant *
to_variant (const VouchPrinterProfile *profile)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  for (guint i = 0; i < vouch_printer_profile_type.n_fields; i++)
    {
      const VouchField *field = &vouch_printer_profile_type.fields[i];
      GVariant *value;

      if (field->kind == VOUCH_FIELD_TEXT)
        {
          const char *text = VOUCH_RECORD_TEXT (field, profile);

          value = g_variant_new_string (text != NULL ? text : "");
        }
      else if (field->kind == VOUCH_FIELD_ENUM)
        value =
            g_variant_new_string (vouch_enum_get_name (field->values, (int)vouch_record_get_number (field, profile)));
      else
        value = g_variant_new_int64 (vouch_record_get_number (field, profile));
      g_variant_builder_add (&builder, "{sv}", field->name, value);
    }
  return g_variant_builder_end (&builder);
}

static gboolean
take_value (const VouchField *field, VouchPrinterProfile *profile, GVariant *value)
{
  if (field->kind == VOUCH_FIELD_NUMBER && g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
    vouch_record_set_number (field, profile, g_variant_get_int64 (value));
  else if (field->kind == VOUCH_FIELD_TEXT && g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    VOUCH_RECORD_TEXT (field, profile) =
        *g_variant_get_string (value, NULL) != '\0' ? g_variant_dup_string (value, NULL) : NULL;
  else if (field->kind == VOUCH_FIELD_ENUM && g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    {
      int number = vouch_enum_find (field->values, g_variant_get_string (value, NULL));

      vouch_record_set_number (field, profile, MAX (number, 0));
      return number >= 0;
    }
  else
    return FALSE;
  return TRUE;
}

static VouchPrinterProfile *
from_variant (GVariant *dictionary, GError **error)
{
  g_autoptr (VouchPrinterProfile) profile = vouch_printer_profile_new ();

  for (guint i = 0; i < vouch_printer_profile_type.n_fields; i++)
    {
      const VouchField *field = &vouch_printer_profile_type.fields[i];
      g_autoptr (GVariant) value = g_variant_lookup_value (dictionary, field->name, NULL);

      if (value != NULL && !take_value (field, profile, value))
        {
          vouch_set_field_error (error, field->name, VOUCH_ERROR_INVALID, _ ("%s is of another kind"), field->name);
          return NULL;
        }
    }
  return vouch_printer_profile_check (profile, error) ? g_steal_pointer (&profile) : NULL;
}

static void
add_damage (GString *damage, guint index, const GError *error)
{
  if (damage->len > 0)
    g_string_append_c (damage, '\n');
  g_string_append_printf (damage, _ ("Printer %u of the settings is damaged and not used (%s); set it up again"),
                          index + 1, error->message);
}

/**
 * vouch_printer_settings_list:
 * @settings: (nullable): the station's settings
 * @damage: (out) (optional) (nullable): what is to be said of printers that are not used
 *
 * Returns: (transfer full) (element-type VouchPrinterProfile): the printers, the one for PDF files first
 */
GPtrArray *
vouch_printer_settings_list (GSettings *settings, char **damage)
{
  GPtrArray *profiles = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_printer_profile_free);
  g_autoptr (GString) told = g_string_new (NULL);
  g_autoptr (GVariant) all = settings != NULL ? g_settings_get_value (settings, KEY) : NULL;

  g_ptr_array_add (profiles, vouch_printer_profile_new_pdf ());
  for (guint i = 0; all != NULL && i < g_variant_n_children (all); i++)
    {
      g_autoptr (GVariant) dictionary = g_variant_get_child_value (all, i);
      g_autoptr (GError) error = NULL;
      VouchPrinterProfile *profile = from_variant (dictionary, &error);

      if (profile != NULL)
        g_ptr_array_add (profiles, profile);
      else
        add_damage (told, i, error);
    }
  if (damage != NULL)
    *damage = told->len > 0 ? g_strdup (told->str) : NULL;
  return profiles;
}

/**
 * vouch_printer_settings_find:
 * @settings: (nullable): the station's settings
 * @name: a printer's name
 * @error: NOT_FOUND if the station has no such printer
 *
 * Returns: (transfer full) (nullable): what is known of it
 */
VouchPrinterProfile *
vouch_printer_settings_find (GSettings *settings, const char *name, GError **error)
{
  g_autoptr (GPtrArray) profiles = vouch_printer_settings_list (settings, NULL);
  g_autofree char *shown = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < profiles->len; i++)
    if (g_str_equal (((const VouchPrinterProfile *)g_ptr_array_index (profiles, i))->name, name))
      return g_ptr_array_steal_index (profiles, i);
  shown = vouch_text_show (name, -1);
  vouch_set_field_error (error, "printer", VOUCH_ERROR_NOT_FOUND, _ ("This station has no printer “%s”"), shown);
  return NULL;
}

static gboolean
check_writable (GSettings *settings, const char *key, GError **error)
{
  if (settings == NULL)
    g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE,
                         _ ("The description of the settings is not installed; install Vouch again"));
  else if (!g_settings_is_writable (settings, key))
    g_set_error_literal (
        error, VOUCH_ERROR, VOUCH_ERROR_DENIED,
        _ ("The printers of this station were set up by its administrator and cannot be changed here"));
  else
    return TRUE;
  return FALSE;
}

/* The PDF printer is not in the settings, so that it cannot be lost. */
static gboolean
check_name (const char *name, GError **error)
{
  if (!g_str_equal (name, VOUCH_PRINTER_PDF))
    return TRUE;
  vouch_set_field_error (error, "name", VOUCH_ERROR_INVALID,
                         _ ("The printer “%s” is every station’s, and stays as it is; give another name"), name);
  return FALSE;
}

static const char *
get_name (GVariant *dictionary)
{
  const char *name = NULL;

  return g_variant_lookup (dictionary, "name", "&s", &name) ? name : "";
}

/* All entries in their places; the one named @name is @profile instead, or gone. What is damaged stays. */
static gboolean
copy_with (GSettings *settings, const char *name, const VouchPrinterProfile *profile, GVariantBuilder *builder)
{
  g_autoptr (GVariant) all = g_settings_get_value (settings, KEY);
  gboolean has_it = FALSE;

  g_variant_builder_init (builder, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; i < g_variant_n_children (all); i++)
    {
      g_autoptr (GVariant) dictionary = g_variant_get_child_value (all, i);

      if (!g_str_equal (get_name (dictionary), name))
        g_variant_builder_add_value (builder, dictionary);
      else if (profile != NULL && !has_it)
        g_variant_builder_add_value (builder, to_variant (profile));
      has_it = has_it || g_str_equal (get_name (dictionary), name);
    }
  return has_it;
}

static gboolean
write_all (GSettings *settings, GVariantBuilder *builder, GError **error)
{
  if (g_settings_set_value (settings, KEY, g_variant_builder_end (builder)))
    {
      g_settings_sync ();
      return TRUE;
    }
  g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, _ ("The settings cannot be written"));
  return FALSE;
}

static void
follow_name (GSettings *settings, const char *before, const char *name)
{
  for (int use = 0; vouch_enum_get_name (&vouch_printer_use_values, use) != NULL; use++)
    {
      g_autofree char *chosen = vouch_printer_settings_dup_default (settings, (VouchPrinterUse)use);

      if (g_str_equal (chosen, before))
        vouch_printer_settings_set_default (settings, (VouchPrinterUse)use, name, NULL);
    }
}

/**
 * vouch_printer_settings_store:
 * @settings: (nullable): the station's settings
 * @profile: a printer
 * @instead_of: (nullable): the name of the printer that it changes; %NULL for a new one
 * @error: INVALID if no printer is like that, CONFLICT if its name is taken, NOT_FOUND if the station has no printer
 *   @instead_of, DENIED and STORAGE if it cannot be kept
 *
 * Returns: whether it is kept
 */
gboolean
vouch_printer_settings_store (GSettings *settings, const VouchPrinterProfile *profile, const char *instead_of,
                              GError **error)
{
  g_autoptr (VouchPrinterProfile) same = NULL;
  GVariantBuilder builder;
  gboolean changes;

  g_return_val_if_fail (profile != NULL, FALSE);

  if (!vouch_printer_profile_check (profile, error) || !check_name (profile->name, error) ||
      (instead_of != NULL && !check_name (instead_of, error)) || !check_writable (settings, KEY, error))
    return FALSE;
  if (g_strcmp0 (profile->name, instead_of) != 0)
    same = vouch_printer_settings_find (settings, profile->name, NULL);
  if (same != NULL)
    {
      vouch_set_field_error (error, "name", VOUCH_ERROR_CONFLICT, _ ("There is a printer “%s” already"), same->name);
      return FALSE;
    }
  changes = copy_with (settings, instead_of != NULL ? instead_of : profile->name, profile, &builder);
  if (instead_of != NULL && !changes)
    {
      g_variant_builder_clear (&builder);
      vouch_set_field_error (error, "name", VOUCH_ERROR_NOT_FOUND, _ ("This station has no printer “%s”"), instead_of);
      return FALSE;
    }
  if (!changes)
    g_variant_builder_add_value (&builder, to_variant (profile));
  if (!write_all (settings, &builder, error))
    return FALSE;
  if (instead_of != NULL)
    follow_name (settings, instead_of, profile->name);
  return TRUE;
}

/**
 * vouch_printer_settings_remove:
 * @settings: (nullable): the station's settings
 * @name: a printer
 * @error: NOT_FOUND if the station has none of that name, INVALID of the PDF printer, DENIED and STORAGE
 *
 * What went to it by default is written as PDF from now on.
 *
 * Returns: whether the station has no such printer any more
 */
gboolean
vouch_printer_settings_remove (GSettings *settings, const char *name, GError **error)
{
  GVariantBuilder builder;
  g_autofree char *shown = NULL;

  g_return_val_if_fail (name != NULL, FALSE);

  if (!check_name (name, error) || !check_writable (settings, KEY, error))
    return FALSE;
  if (copy_with (settings, name, NULL, &builder))
    {
      if (!write_all (settings, &builder, error))
        return FALSE;
      follow_name (settings, name, "");
      return TRUE;
    }
  g_variant_builder_clear (&builder);
  shown = vouch_text_show (name, -1);
  vouch_set_field_error (error, "name", VOUCH_ERROR_NOT_FOUND, _ ("This station has no printer “%s”"), shown);
  return FALSE;
}

/**
 * vouch_printer_use_of:
 * @purpose: labels
 *
 * Returns: which default printer they go to
 */
VouchPrinterUse
vouch_printer_use_of (VouchPrintPurpose purpose)
{
  switch (purpose)
    {
    case VOUCH_PRINT_PURPOSE_UNIT:
      return VOUCH_PRINTER_USE_ITEM;
    case VOUCH_PRINT_PURPOSE_BADGE:
    case VOUCH_PRINT_PURPOSE_SHEET:
      return VOUCH_PRINTER_USE_SHEET;
    case VOUCH_PRINT_PURPOSE_LOT:
    case VOUCH_PRINT_PURPOSE_HOLD:
    case VOUCH_PRINT_PURPOSE_REJECT:
    case VOUCH_PRINT_PURPOSE_RELEASED:
    default:
      return VOUCH_PRINTER_USE_LOT;
    }
}

static char *
dup_key (VouchPrinterUse use)
{
  return g_strdup_printf ("default-printer-%s", vouch_enum_get_name (&vouch_printer_use_values, (int)use));
}

/**
 * vouch_printer_settings_dup_default:
 * @settings: (nullable): the station's settings
 * @use: which labels
 *
 * Returns: (transfer full): the name of the printer that was chosen for them; "" if none was
 */
char *
vouch_printer_settings_dup_default (GSettings *settings, VouchPrinterUse use)
{
  g_autofree char *key = dup_key (use);

  return settings != NULL ? g_settings_get_string (settings, key) : g_strdup ("");
}

/**
 * vouch_printer_settings_set_default:
 * @settings: (nullable): the station's settings
 * @use: which labels
 * @name: the printer that they go to; "" for PDF files
 * @error: NOT_FOUND if the station has no such printer, DENIED and STORAGE
 *
 * Returns: whether they go there from now on
 */
gboolean
vouch_printer_settings_set_default (GSettings *settings, VouchPrinterUse use, const char *name, GError **error)
{
  g_autofree char *key = dup_key (use);
  g_autoptr (VouchPrinterProfile) profile = NULL;

  if (!check_writable (settings, key, error))
    return FALSE;
  if (*name != '\0')
    profile = vouch_printer_settings_find (settings, name, error);
  if (*name != '\0' && profile == NULL)
    return FALSE;
  if (!g_settings_set_string (settings, key, name))
    {
      g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, _ ("The settings cannot be written"));
      return FALSE;
    }
  g_settings_sync ();
  return TRUE;
}

/**
 * vouch_printer_settings_find_default:
 * @settings: (nullable): the station's settings
 * @use: which labels
 *
 * Returns: (transfer full): the printer that they go to; the one for PDF files where none was chosen, or where the
 *   chosen one is not there any more
 */
VouchPrinterProfile *
vouch_printer_settings_find_default (GSettings *settings, VouchPrinterUse use)
{
  g_autofree char *name = vouch_printer_settings_dup_default (settings, use);
  VouchPrinterProfile *profile = *name != '\0' ? vouch_printer_settings_find (settings, name, NULL) : NULL;

  return profile != NULL ? profile : vouch_printer_profile_new_pdf ();
}
