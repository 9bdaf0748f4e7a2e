#include "vouch-camera-list.h"

/**
 * vouch_camera_device_free:
 * @self: (nullable) (transfer full): a camera
 */
void
vouch_camera_device_free (VouchCameraDevice *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->source);
  g_free (self);
}
