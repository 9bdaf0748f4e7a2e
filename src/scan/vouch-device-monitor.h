#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define VOUCH_TYPE_DEVICE_MONITOR (vouch_device_monitor_get_type ())

/**
 * VouchDeviceMonitor:
 *
 * Knows which devices of a kind are plugged in: scanners at serial lines, cameras. A device has an id that stays the
 * same when it is plugged in again or elsewhere, and a path that need not.
 */
G_DECLARE_INTERFACE (VouchDeviceMonitor, vouch_device_monitor, VOUCH, DEVICE_MONITOR, GObject)

/**
 * VouchDeviceMonitorInterface:
 * @list: (transfer container): the ids of the devices that are there, in order, ending with %NULL
 * @dup_path: (transfer full) (nullable): where a device is read; %NULL if it is not there
 */
struct _VouchDeviceMonitorInterface
{
  GTypeInterface parent_interface;
  GStrv (*list) (VouchDeviceMonitor *self);
  char *(*dup_path) (VouchDeviceMonitor *self, const char *id);
};

GStrv vouch_device_monitor_list (VouchDeviceMonitor *self) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_device_monitor_dup_path (VouchDeviceMonitor *self, const char *id) G_GNUC_WARN_UNUSED_RESULT;
void vouch_device_monitor_changed (VouchDeviceMonitor *self);
char *vouch_device_id_to_name (const char *id) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
