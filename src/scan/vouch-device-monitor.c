#include "vouch-device-monitor.h"

#include <string.h>

G_DEFINE_INTERFACE (VouchDeviceMonitor, vouch_device_monitor, G_TYPE_OBJECT)

static guint changed_signal;

static void
vouch_device_monitor_default_init (VouchDeviceMonitorInterface *iface)
{
  /* Something was plugged in or out: list them again. */
  changed_signal =
      g_signal_new ("changed", VOUCH_TYPE_DEVICE_MONITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/**
 * vouch_device_monitor_list:
 * @self: a monitor
 *
 * Returns: (transfer full): the ids of the devices that are there now
 */
GStrv
vouch_device_monitor_list (VouchDeviceMonitor *self)
{
  g_return_val_if_fail (VOUCH_IS_DEVICE_MONITOR (self), NULL);

  return VOUCH_DEVICE_MONITOR_GET_IFACE (self)->list (self);
}

/**
 * vouch_device_monitor_dup_path:
 * @self: a monitor
 * @id: a device's id
 *
 * Returns: (transfer full) (nullable): where it is read; %NULL if it is not there
 */
char *
vouch_device_monitor_dup_path (VouchDeviceMonitor *self, const char *id)
{
  g_return_val_if_fail (VOUCH_IS_DEVICE_MONITOR (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return VOUCH_DEVICE_MONITOR_GET_IFACE (self)->dup_path (self, id);
}

/**
 * vouch_device_monitor_changed:
 * @self: a monitor
 *
 * For those who implement one: tells whoever listens that a device came or went.
 */
void
vouch_device_monitor_changed (VouchDeviceMonitor *self)
{
  g_return_if_fail (VOUCH_IS_DEVICE_MONITOR (self));

  g_signal_emit (self, changed_signal, 0);
}

/* Where the number of the interface begins, "-if00" or "-if00-port0". */
static gsize
find_interface (const char *id)
{
  const char *at = g_strrstr (id, "-if");

  return at != NULL && g_ascii_isdigit (at[3]) ? (gsize)(at - id) : strlen (id);
}

/**
 * vouch_device_id_to_name:
 * @id: a device's id, such as "usb-Honeywell_Voyager_1450g_19123B04C2-if00"
 *
 * Returns: (transfer full): the same for people: "Honeywell Voyager 1450g 19123B04C2"
 */
char *
vouch_device_id_to_name (const char *id)
{
  gsize skip = g_str_has_prefix (id, "usb-") ? strlen ("usb-") : 0;
  gsize end = find_interface (id);

  if (end <= skip)
    return g_strdup (id);
  return g_strstrip (g_strdelimit (g_strndup (id + skip, end - skip), "_", ' '));
}
