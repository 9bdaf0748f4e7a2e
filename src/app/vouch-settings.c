#include "vouch-settings.h"

#include "vouch-config.h"

#define SCHEMA "app.vouch.Station"

static GSettingsSchema *
find_schema (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchemaSource) built = NULL;
  GSettingsSchema *schema = source != NULL ? g_settings_schema_source_lookup (source, SCHEMA, TRUE) : NULL;

  if (schema != NULL)
    return schema;
  built = g_settings_schema_source_new_from_directory (VOUCH_BUILD_ROOT "/resources/schemas", source, TRUE, NULL);
  return built != NULL ? g_settings_schema_source_lookup (built, SCHEMA, FALSE) : NULL;
}

/**
 * vouch_settings_new:
 *
 * The settings of this one station, also when it runs from the build folder.
 *
 * Returns: (transfer full) (nullable): the settings; %NULL where their schema is not installed
 */
GSettings *
vouch_settings_new (void)
{
  g_autoptr (GSettingsSchema) schema = find_schema ();

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

/**
 * vouch_settings_find_locale_directory:
 *
 * Returns: (transfer full): where the translations are; those of the build folder for a program that runs from it
 */
char *
vouch_settings_find_locale_directory (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  if (program != NULL && g_str_has_prefix (program, VOUCH_BUILD_ROOT "/"))
    return g_strdup (VOUCH_BUILD_ROOT "/po");
  return g_strdup (VOUCH_LOCALEDIR);
}
