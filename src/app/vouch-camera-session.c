#include "vouch-camera-session.h"

#include "vouch-device-folder.h"
#include "vouch-station-settings.h"

/* Here every camera that the system knows has a file, with or without udev. */
#define DEVICES "/dev"
#define CAMERAS "video"

struct _VouchCameraSession
{
  GObject parent_instance;
  VouchCameraHub *hub;         /* (nullable): lent */
  GSettings *settings;         /* nullable */
  VouchDeviceMonitor *monitor; /* (nullable): nothing was due yet */
  VouchCamera *camera;         /* (nullable): not open; one that was lost stays until it is tried again */
  gboolean is_due;
  gboolean is_returning; /* it was lost, and gave no picture since */
  gboolean has_changed;  /* something was plugged in or out since the last picture, or try */
};

enum
{
  OPENED,
  PICTURE,
  SIGHT,
  CODES,
  LOST,
  RETURNED,
  CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VouchCameraSession, vouch_camera_session, G_TYPE_OBJECT)

static void
picture_cb (VouchCameraSession *self)
{
  gboolean was_lost = self->is_returning;

  self->is_returning = FALSE;
  self->has_changed = FALSE;
  g_signal_emit (self, signals[PICTURE], 0);
  if (was_lost)
    g_signal_emit (self, signals[RETURNED], 0);
}

static void
sight_cb (VouchCameraSession *self)
{
  g_signal_emit (self, signals[SIGHT], 0);
}

static void
codes_cb (VouchCameraSession *self, GPtrArray *codes, VouchFrame *frame)
{
  g_signal_emit (self, signals[CODES], 0, codes, frame);
}

static void
drop_camera (VouchCameraSession *self)
{
  if (self->camera == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->camera, self);
  vouch_camera_close (self->camera);
  g_clear_object (&self->camera);
}

static void
close_camera (VouchCameraSession *self)
{
  gboolean was_open = self->camera != NULL;

  drop_camera (self);
  if (was_open)
    g_signal_emit (self, signals[CLOSED], 0);
}

static gboolean
has_device (VouchCameraSession *self)
{
  g_auto (GStrv) ids = vouch_device_monitor_list (self->monitor);

  return *ids != NULL;
}

/* A new device may not be ours to open until the system has given it its permissions, which is told as well: what
 * changed during a try is one more reason to try. */
static void
try_again_if_changed (VouchCameraSession *self)
{
  if (self->camera == NULL || vouch_camera_get_error (self->camera) == NULL || !self->has_changed || !has_device (self))
    return;
  vouch_camera_session_retry (self);
}

static void
lost_cb (VouchCameraSession *self)
{
  self->is_returning = TRUE;
  g_signal_emit (self, signals[LOST], 0);
  try_again_if_changed (self);
}

static void
devices_changed_cb (VouchCameraSession *self)
{
  self->has_changed = TRUE;
  try_again_if_changed (self);
}

static void
open_camera (VouchCameraSession *self)
{
  g_autofree char *source = vouch_station_settings_dup_camera (self->settings);

  self->has_changed = FALSE;
  self->camera = vouch_camera_new (self->hub, source);
  g_signal_connect_object (self->camera, "picture", G_CALLBACK (picture_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->camera, "sight", G_CALLBACK (sight_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->camera, "codes", G_CALLBACK (codes_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->camera, "lost", G_CALLBACK (lost_cb), self, G_CONNECT_SWAPPED);
  g_signal_emit (self, signals[OPENED], 0);
}

static void
ensure_monitor (VouchCameraSession *self)
{
  g_autoptr (VouchDeviceFolder) folder = NULL;

  if (self->monitor != NULL)
    return;
  folder = vouch_device_folder_new_of (DEVICES, CAMERAS);
  vouch_camera_session_set_monitor (self, VOUCH_DEVICE_MONITOR (folder));
}

static void
update (VouchCameraSession *self)
{
  gboolean is_due = self->hub != NULL && self->is_due;

  if (!is_due)
    {
      self->is_returning = FALSE;
      close_camera (self);
    }
  else if (self->camera == NULL)
    {
      ensure_monitor (self);
      open_camera (self);
    }
}

static void
vouch_camera_session_dispose (GObject *object)
{
  VouchCameraSession *self = VOUCH_CAMERA_SESSION (object);

  drop_camera (self);
  g_clear_object (&self->monitor);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (vouch_camera_session_parent_class)->dispose (object);
}

static guint
add_signal (const char *name)
{
  return g_signal_new (name, VOUCH_TYPE_CAMERA_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
vouch_camera_session_class_init (VouchCameraSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vouch_camera_session_dispose;
  signals[OPENED] = add_signal ("opened");
  signals[PICTURE] = add_signal ("picture");
  signals[SIGHT] = add_signal ("sight");
  signals[CODES] = g_signal_new ("codes", VOUCH_TYPE_CAMERA_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_PTR_ARRAY, G_TYPE_POINTER);
  signals[LOST] = add_signal ("lost");
  signals[RETURNED] = add_signal ("returned");
  signals[CLOSED] = add_signal ("closed");
}

static void
vouch_camera_session_init (VouchCameraSession *self)
{
}

/**
 * vouch_camera_session_new:
 *
 * Returns: (transfer full): a session that is not due
 */
VouchCameraSession *
vouch_camera_session_new (void)
{
  return g_object_new (VOUCH_TYPE_CAMERA_SESSION, NULL);
}

/**
 * vouch_camera_session_set_hub:
 * @self: a session
 * @hub: (nullable): the station's cameras, which outlive the session or are taken away by %NULL
 */
void
vouch_camera_session_set_hub (VouchCameraSession *self, VouchCameraHub *hub)
{
  g_return_if_fail (VOUCH_IS_CAMERA_SESSION (self));

  self->hub = hub;
  update (self);
}

/**
 * vouch_camera_session_set_settings:
 * @self: a session
 * @settings: (nullable): the station's own; which camera it is, and whether it is a mirror
 */
void
vouch_camera_session_set_settings (VouchCameraSession *self, GSettings *settings)
{
  g_return_if_fail (VOUCH_IS_CAMERA_SESSION (self));

  if (self->settings != NULL)
    g_signal_handlers_disconnect_by_data (self->settings, self);
  g_set_object (&self->settings, settings);
  if (settings == NULL)
    return;
  g_signal_connect_object (settings, "changed::camera-device", G_CALLBACK (vouch_camera_session_retry), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::camera-mirror", G_CALLBACK (vouch_camera_session_retry), self,
                           G_CONNECT_SWAPPED);
}

/**
 * vouch_camera_session_set_monitor:
 * @self: a session
 * @monitor: knows which cameras are plugged in, instead of the system
 */
void
vouch_camera_session_set_monitor (VouchCameraSession *self, VouchDeviceMonitor *monitor)
{
  g_return_if_fail (VOUCH_IS_CAMERA_SESSION (self));
  g_return_if_fail (VOUCH_IS_DEVICE_MONITOR (monitor));

  if (self->monitor != NULL)
    g_signal_handlers_disconnect_by_data (self->monitor, self);
  g_set_object (&self->monitor, monitor);
  g_signal_connect_object (monitor, "changed", G_CALLBACK (devices_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * vouch_camera_session_set_due:
 * @self: a session
 * @is_due: whether somebody wants the camera and can see what it sees
 */
void
vouch_camera_session_set_due (VouchCameraSession *self, gboolean is_due)
{
  g_return_if_fail (VOUCH_IS_CAMERA_SESSION (self));

  self->is_due = is_due;
  update (self);
}

/**
 * vouch_camera_session_retry:
 * @self: a session
 *
 * Opens the camera anew, if it is due.
 */
void
vouch_camera_session_retry (VouchCameraSession *self)
{
  g_return_if_fail (VOUCH_IS_CAMERA_SESSION (self));

  close_camera (self);
  update (self);
}

/**
 * vouch_camera_session_get_camera:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the camera, perhaps a lost one; %NULL if none is due
 */
VouchCamera *
vouch_camera_session_get_camera (VouchCameraSession *self)
{
  g_return_val_if_fail (VOUCH_IS_CAMERA_SESSION (self), NULL);

  return self->camera;
}

/**
 * vouch_camera_session_is_mirrored:
 * @self: a session
 *
 * Returns: whether its pictures are to be shown as in a mirror
 */
gboolean
vouch_camera_session_is_mirrored (VouchCameraSession *self)
{
  g_return_val_if_fail (VOUCH_IS_CAMERA_SESSION (self), FALSE);

  return self->settings != NULL && g_settings_get_boolean (self->settings, "camera-mirror");
}
