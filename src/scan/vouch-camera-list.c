#include "vouch-camera-list.h"

#include <gst/gst.h>

/* Only what has a file is a camera of this machine; a desktop's own kinds of sources come and go with it. */
static void
add (GPtrArray *cameras, GstDevice *device)
{
  g_autoptr (GstStructure) properties = gst_device_get_properties (device);
  const char *path = properties != NULL ? gst_structure_get_string (properties, "device.path") : NULL;
  VouchCameraDevice *camera;

  if (path == NULL || *path != '/')
    return;
  camera = g_new0 (VouchCameraDevice, 1);
  camera->name = gst_device_get_display_name (device);
  camera->source = g_strdup (path);
  g_ptr_array_add (cameras, camera);
}

/**
 * vouch_camera_list:
 *
 * Asks the system which cameras are plugged in. Blocks, perhaps for seconds.
 *
 * Returns: (transfer full) (element-type VouchCameraDevice): the cameras, perhaps none
 */
GPtrArray *
vouch_camera_list (void)
{
  GPtrArray *cameras = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_camera_device_free);
  g_autoptr (GstDeviceMonitor) monitor = NULL;
  g_autolist (GstObject) devices = NULL;

  if (!gst_init_check (NULL, NULL, NULL))
    return cameras;
  monitor = gst_device_monitor_new ();
  gst_device_monitor_add_filter (monitor, "Video/Source", NULL);
  devices = gst_device_monitor_get_devices (monitor);
  for (GList *at = devices; at != NULL; at = at->next)
    add (cameras, at->data);
  return cameras;
}
