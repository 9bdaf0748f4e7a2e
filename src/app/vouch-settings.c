#include "vouch-settings.h"

#include <adwaita.h>

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

/**
 * vouch_settings_apply_look:
 * @self: the settings
 *
 * Light or dark, and the size of the text on top of what the system asks for.
 */
void
vouch_settings_apply_look (GSettings *self)
{
  static const AdwColorScheme schemes[] = { ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT,
                                            ADW_COLOR_SCHEME_FORCE_DARK };
  GtkSettings *display = gtk_settings_get_default ();
  double scale;
  int dpi, theme;

  if (display == NULL)
    return;
  theme = CLAMP (g_settings_get_enum (self, "theme"), 0, (int)G_N_ELEMENTS (schemes) - 1);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[theme]);
  scale = g_settings_get_double (self, "text-scale");
  g_object_get (display, "gtk-xft-dpi", &dpi, NULL);
  if (dpi > 0 && scale != 1.0)
    g_object_set (display, "gtk-xft-dpi", (int)(dpi * scale), NULL);
}
