#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VouchCameraDevice:
 * @name: (owned): as its maker calls it
 * @source: (owned): as for vouch_camera_new()
 *
 * A camera that is plugged in.
 */
typedef struct
{
  char *name;
  char *source;
} VouchCameraDevice;

void vouch_camera_device_free (VouchCameraDevice *self);
GPtrArray *vouch_camera_list (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
