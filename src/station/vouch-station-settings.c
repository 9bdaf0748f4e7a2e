#include "vouch-station-settings.h"

#include "vouch-command.h"
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
 * vouch_station_settings_new:
 *
 * The settings of this one station, also when a program runs from the build folder.
 *
 * Returns: (transfer full) (nullable): the settings; %NULL where their schema is not installed
 */
GSettings *
vouch_station_settings_new (void)
{
  g_autoptr (GSettingsSchema) schema = find_schema ();

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

/**
 * vouch_station_settings_dup_prefix:
 * @self: (nullable): the settings
 *
 * Returns: (transfer full): what command codes begin with; a prefix that was written by hand and cannot be told from
 *   goods is not used
 */
char *
vouch_station_settings_dup_prefix (GSettings *self)
{
  g_autofree char *prefix = self != NULL ? g_settings_get_string (self, "command-prefix") : NULL;

  return g_strdup (prefix != NULL && vouch_command_prefix_is_valid (prefix) ? prefix : VOUCH_COMMAND_PREFIX);
}

/**
 * vouch_station_settings_dup_camera:
 * @self: (nullable): the settings
 *
 * Returns: (transfer full) (nullable): where the camera's pictures come from; %NULL for the first camera
 */
char *
vouch_station_settings_dup_camera (GSettings *self)
{
  g_autofree char *camera = self != NULL ? g_settings_get_string (self, "camera-device") : NULL;

  if (camera == NULL || *g_strstrip (camera) == '\0')
    return NULL;
  return g_steal_pointer (&camera);
}

/**
 * vouch_station_settings_accepts_odoo:
 * @self: (nullable): the settings
 *
 * Returns: whether the codes of an Odoo command sheet are understood, too
 */
gboolean
vouch_station_settings_accepts_odoo (GSettings *self)
{
  return self != NULL && g_settings_get_boolean (self, "accept-odoo-codes");
}

/**
 * vouch_station_settings_get_code_kinds:
 * @self: (nullable): the settings
 *
 * Returns: what pictures are searched for
 */
VouchCodeKinds
vouch_station_settings_get_code_kinds (GSettings *self)
{
  return self != NULL ? g_settings_get_flags (self, "symbologies") & VOUCH_CODE_KINDS_ALL : VOUCH_CODE_KINDS_USUAL;
}

/**
 * vouch_station_settings_apply:
 * @self: (nullable): the settings; without them the station is as one that nobody has set up
 * @station: the station
 *
 * Makes what holds for the whole station hold from now on, and not only for how scans are taken.
 */
void
vouch_station_settings_apply (GSettings *self, VouchStation *station)
{
  g_autofree char *prefix = vouch_station_settings_dup_prefix (self);

  vouch_station_set_command_prefix (station, prefix);
  vouch_decoder_set_kinds (vouch_station_get_decoder (station), vouch_station_settings_get_code_kinds (self));
  if (self != NULL)
    vouch_station_set_photo_longest (station, g_settings_get_uint (self, "photo-max-px"));
}
