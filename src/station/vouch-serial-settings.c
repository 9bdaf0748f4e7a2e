#include "vouch-serial-settings.h"

#include "vouch-device-folder.h"
#include "vouch-serial-line.h"

#define SCANNERS "serial-scanners"

/**
 * vouch_serial_settings_list:
 * @self: (nullable): the station's settings
 *
 * Returns: (transfer full): the ids of the scanners that are used, plugged in or not
 */
GStrv
vouch_serial_settings_list (GSettings *self)
{
  return self != NULL ? g_settings_get_strv (self, SCANNERS) : g_new0 (char *, 1);
}

/**
 * vouch_serial_settings_uses:
 * @self: (nullable): the station's settings
 * @id: a device's id
 *
 * Returns: whether it is a scanner that this station uses
 */
gboolean
vouch_serial_settings_uses (GSettings *self, const char *id)
{
  g_auto (GStrv) ids = vouch_serial_settings_list (self);

  return g_strv_contains ((const char *const *)ids, id);
}

/**
 * vouch_serial_settings_set_used:
 * @self: the station's settings
 * @id: a device's id
 * @is_used: whether it is a scanner that this station uses
 *
 * Returns: whether that is written; %FALSE where the setting is locked
 */
gboolean
vouch_serial_settings_set_used (GSettings *self, const char *id, gboolean is_used)
{
  g_auto (GStrv) ids = g_settings_get_strv (self, SCANNERS);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) changed = NULL;

  for (gsize i = 0; ids[i] != NULL; i++)
    if (!g_str_equal (ids[i], id))
      g_strv_builder_add (builder, ids[i]);
  if (is_used)
    g_strv_builder_add (builder, id);
  changed = g_strv_builder_end (builder);
  return g_settings_set_strv (self, SCANNERS, (const char *const *)changed);
}

/**
 * vouch_serial_settings_get_baud:
 * @self: (nullable): the station's settings
 *
 * Returns: to how many bits a second lines are set
 */
guint
vouch_serial_settings_get_baud (GSettings *self)
{
  g_autofree char *text = self != NULL ? g_settings_get_string (self, "serial-baud") : NULL;
  guint64 baud = VOUCH_SERIAL_DEFAULT_BAUD;

  if (text != NULL)
    g_ascii_string_to_unsigned (text, 10, 1, G_MAXUINT, &baud, NULL);
  return (guint)baud;
}

/**
 * vouch_serial_settings_dup_folder:
 * @self: (nullable): the station's settings
 *
 * Returns: (transfer full): the folder that has a link for every serial device
 */
char *
vouch_serial_settings_dup_folder (GSettings *self)
{
  return self != NULL ? g_settings_get_string (self, "serial-folder") : g_strdup (VOUCH_DEVICE_FOLDER_SYSTEM);
}
