#pragma once

#include "vouch-device-monitor.h"

G_BEGIN_DECLS

/* Where udev keeps a link for every serial device that has a name of its own. */
#define VOUCH_DEVICE_FOLDER_SYSTEM "/dev/serial/by-id"

#define VOUCH_TYPE_DEVICE_FOLDER (vouch_device_folder_get_type ())

/**
 * VouchDeviceFolder:
 *
 * Knows the devices of a kind by a folder that holds a file or a link for each: its name is the id.
 */
G_DECLARE_FINAL_TYPE (VouchDeviceFolder, vouch_device_folder, VOUCH, DEVICE_FOLDER, GObject)

VouchDeviceFolder *vouch_device_folder_new (const char *folder) G_GNUC_WARN_UNUSED_RESULT;
VouchDeviceFolder *vouch_device_folder_new_of (const char *folder, const char *beginning) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
