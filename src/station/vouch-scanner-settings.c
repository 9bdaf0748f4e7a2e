#include "vouch-scanner-settings.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-record-json.h"
#include "vouch-text.h"

#define KEY "scanner-profiles"

static gboolean
refuse_device (const char *device, GError **error)
{
  vouch_set_field_error (error, "device", VOUCH_ERROR_INVALID, _ ("The profile is that of another device than “%s”"),
                         device);
  return FALSE;
}

static VouchScannerProfile *
parse (const char *device, GVariant *value, GError **error)
{
  g_autoptr (VouchScannerProfile) profile = NULL;
  g_autoptr (JsonObject) object = NULL;
  const char *text;
  gsize length;

  if (!g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    {
      g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, _ ("an entry of another kind"));
      return NULL;
    }
  text = g_variant_get_string (value, &length);
  object = vouch_json_parse_object (text, (gssize)length, error);
  if (object == NULL)
    return NULL;
  profile = vouch_record_from_json (&vouch_scanner_profile_type, object, VOUCH_JSON_STRICT, error);
  if (profile == NULL || !vouch_scanner_profile_check (profile, error))
    return NULL;
  if (!g_str_equal (profile->device, device) && !refuse_device (device, error))
    return NULL;
  return g_steal_pointer (&profile);
}

/* A scanner with a damaged profile works as one that nobody has checked. */
static void
add_damage (GString *damage, const char *device, const GError *error)
{
  g_autofree char *shown = vouch_text_show (device, -1);

  if (damage->len > 0)
    g_string_append_c (damage, '\n');
  g_string_append_printf (damage,
                          _ ("What is known of the scanner “%s” is damaged and not used (%s); check the scanner again"),
                          shown, error->message);
}

static GPtrArray *
list_profiles (GSettings *settings, const char *wanted, char **damage)
{
  GPtrArray *profiles = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_scanner_profile_free);
  g_autoptr (GString) told = g_string_new (NULL);
  g_autoptr (GVariant) all = settings != NULL ? g_settings_get_value (settings, KEY) : NULL;
  GVariantIter iter;
  const char *device;
  GVariant *value;

  if (all != NULL)
    {
      g_variant_iter_init (&iter, all);
      while (g_variant_iter_loop (&iter, "{&sv}", &device, &value))
        {
          g_autoptr (GError) error = NULL;
          VouchScannerProfile *profile;

          if (wanted != NULL && !g_str_equal (wanted, device))
            continue;
          profile = parse (device, value, &error);
          if (profile != NULL)
            g_ptr_array_add (profiles, profile);
          else
            add_damage (told, device, error);
        }
    }
  if (damage != NULL)
    *damage = told->len > 0 ? g_strdup (told->str) : NULL;
  return profiles;
}

/**
 * vouch_scanner_settings_list:
 * @settings: (nullable): the station's settings
 * @damage: (out) (optional) (nullable): what is to be said of profiles that are not used
 *
 * Returns: (transfer full) (element-type VouchScannerProfile): what is known of the station's scanners
 */
GPtrArray *
vouch_scanner_settings_list (GSettings *settings, char **damage)
{
  return list_profiles (settings, NULL, damage);
}

/**
 * vouch_scanner_settings_find:
 * @settings: (nullable): the station's settings
 * @device: %VOUCH_SCANNER_KEYBOARD, or a serial device's id
 * @damage: (out) (optional) (nullable): why a profile that is there is not used
 *
 * Returns: (transfer full) (nullable): what is known of the scanner; %NULL if nobody has checked it
 */
VouchScannerProfile *
vouch_scanner_settings_find (GSettings *settings, const char *device, char **damage)
{
  g_autoptr (GPtrArray) profiles = list_profiles (settings, device, damage);

  return profiles->len > 0 ? g_ptr_array_steal_index (profiles, 0) : NULL;
}

static gboolean
check_writable (GSettings *settings, GError **error)
{
  if (settings == NULL)
    g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE,
                         _ ("The description of the settings is not installed; install Vouch again"));
  else if (!g_settings_is_writable (settings, KEY))
    g_set_error_literal (
        error, VOUCH_ERROR, VOUCH_ERROR_DENIED,
        _ ("The scanners of this station were set up by its administrator and cannot be changed here"));
  else
    return TRUE;
  return FALSE;
}

/* All entries but one, as they are: what is damaged stays for whoever wants to look at it. */
static gboolean
copy_others (GSettings *settings, const char *device, GVariantBuilder *builder)
{
  g_autoptr (GVariant) all = g_settings_get_value (settings, KEY);
  gboolean has_it = FALSE;
  GVariantIter iter;
  const char *other;
  GVariant *value;

  g_variant_builder_init (builder, G_VARIANT_TYPE_VARDICT);
  g_variant_iter_init (&iter, all);
  while (g_variant_iter_loop (&iter, "{&sv}", &other, &value))
    if (g_str_equal (other, device))
      has_it = TRUE;
    else
      g_variant_builder_add (builder, "{sv}", other, value);
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

/**
 * vouch_scanner_settings_store:
 * @settings: (nullable): the station's settings
 * @profile: what is known of a scanner, instead of what was known before
 * @error: INVALID if the profile is none, DENIED if the settings are locked, STORAGE if they cannot be written
 *
 * Returns: whether it is kept
 */
gboolean
vouch_scanner_settings_store (GSettings *settings, const VouchScannerProfile *profile, GError **error)
{
  g_autoptr (JsonObject) object = NULL;
  g_autofree char *text = NULL;
  GVariantBuilder builder;

  g_return_val_if_fail (profile != NULL, FALSE);

  if (!vouch_scanner_profile_check (profile, error) || !check_writable (settings, error))
    return FALSE;
  object = vouch_record_to_json (&vouch_scanner_profile_type, profile, 0);
  text = vouch_json_write (object);
  copy_others (settings, profile->device, &builder);
  g_variant_builder_add (&builder, "{sv}", profile->device, g_variant_new_string (text));
  return write_all (settings, &builder, error);
}

/**
 * vouch_scanner_settings_forget:
 * @settings: (nullable): the station's settings
 * @device: %VOUCH_SCANNER_KEYBOARD, or a serial device's id
 * @error: NOT_FOUND if nothing is known of it, DENIED and STORAGE as for storing
 *
 * Returns: whether nothing is known of the scanner any more
 */
gboolean
vouch_scanner_settings_forget (GSettings *settings, const char *device, GError **error)
{
  GVariantBuilder builder;
  g_autofree char *shown = NULL;

  g_return_val_if_fail (device != NULL, FALSE);

  if (!check_writable (settings, error))
    return FALSE;
  if (copy_others (settings, device, &builder))
    return write_all (settings, &builder, error);
  g_variant_builder_clear (&builder);
  shown = vouch_text_show (device, -1);
  vouch_set_field_error (error, "device", VOUCH_ERROR_NOT_FOUND, _ ("Nothing is known of a scanner “%s”"), shown);
  return FALSE;
}
