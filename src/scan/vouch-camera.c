#include "vouch-camera.h"

#include "vouch-camera-run.h"

struct _VouchCamera
{
  GObject parent_instance;
  VouchCameraRun *run;     /* (nullable): closed */
  VouchFrame *frame;       /* (nullable): none yet */
  VouchCameraSight *sight; /* (nullable): none yet */
  GError *error;           /* (nullable): it works */
  guint64 n_read;          /* by the time it was closed */
  guint64 n_dropped;
};

enum
{
  PICTURE,
  SIGHT,
  CODES,
  LOST,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VouchCamera, vouch_camera, G_TYPE_OBJECT)

/* Whoever is told may close the camera. */
static gboolean
mailed_cb (gpointer data)
{
  g_autoptr (VouchCamera) self = g_object_ref (data);
  g_auto (VouchCameraMail) mail = { NULL };

  vouch_camera_run_collect (self->run, &mail);
  if (mail.frame != NULL)
    {
      g_clear_pointer (&self->frame, vouch_frame_unref);
      self->frame = g_steal_pointer (&mail.frame);
      g_signal_emit (self, signals[PICTURE], 0);
    }
  if (self->run != NULL && mail.sight != NULL)
    {
      g_clear_pointer (&self->sight, vouch_camera_sight_free);
      self->sight = g_steal_pointer (&mail.sight);
      g_signal_emit (self, signals[SIGHT], 0);
    }
  for (guint i = 0; self->run != NULL && i < mail.notices->len; i++)
    {
      const VouchCameraNotice *notice = g_ptr_array_index (mail.notices, i);

      g_signal_emit (self, signals[CODES], 0, notice->codes, notice->frame);
    }
  if (self->run != NULL && mail.error != NULL)
    {
      self->error = g_steal_pointer (&mail.error);
      g_signal_emit (self, signals[LOST], 0);
    }
  return G_SOURCE_REMOVE;
}

static void
vouch_camera_dispose (GObject *object)
{
  vouch_camera_close (VOUCH_CAMERA (object));
  G_OBJECT_CLASS (vouch_camera_parent_class)->dispose (object);
}

static void
vouch_camera_finalize (GObject *object)
{
  VouchCamera *self = VOUCH_CAMERA (object);

  g_clear_pointer (&self->frame, vouch_frame_unref);
  g_clear_pointer (&self->sight, vouch_camera_sight_free);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (vouch_camera_parent_class)->finalize (object);
}

static void
vouch_camera_class_init (VouchCameraClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vouch_camera_dispose;
  G_OBJECT_CLASS (klass)->finalize = vouch_camera_finalize;
  signals[PICTURE] =
      g_signal_new ("picture", VOUCH_TYPE_CAMERA, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGHT] = g_signal_new ("sight", VOUCH_TYPE_CAMERA, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CODES] = g_signal_new ("codes", VOUCH_TYPE_CAMERA, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                 G_TYPE_PTR_ARRAY, G_TYPE_POINTER);
  signals[LOST] = g_signal_new ("lost", VOUCH_TYPE_CAMERA, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
vouch_camera_init (VouchCamera *self)
{
}

/**
 * vouch_camera_new:
 * @hub: (transfer none): the station's; outlives the camera
 * @source: (nullable): where pictures come from: the file of a device like "/dev/video2", or the words of gst-launch
 *   without a sink; %NULL takes the first camera
 *
 * Begins to open the camera, once nobody else of this station has it. That there is none, or that @source is not
 * understood, is told later.
 *
 * Returns: (transfer full): the camera
 */
VouchCamera *
vouch_camera_new (VouchCameraHub *hub, const char *source)
{
  VouchCamera *self = g_object_new (VOUCH_TYPE_CAMERA, NULL);

  g_return_val_if_fail (hub != NULL, self);

  self->run = vouch_camera_run_new (hub, source, mailed_cb, self);
  return self;
}

/**
 * vouch_camera_close:
 * @self: a camera
 *
 * Nothing is told any more, and the device is given back soon after.
 */
void
vouch_camera_close (VouchCamera *self)
{
  g_return_if_fail (VOUCH_IS_CAMERA (self));

  if (self->run == NULL)
    return;
  vouch_camera_run_stop (self->run);
  vouch_camera_run_count (self->run, &self->n_read, &self->n_dropped);
  g_clear_pointer (&self->run, vouch_camera_run_unref);
}

/**
 * vouch_camera_set_room:
 * @self: a camera
 * @width: of the place where its picture is shown, in pixels
 * @height: of that place
 *
 * Pictures are made about as small as they are seen before they are handed out, since whoever draws them has other
 * things to do as well. What the decoder reads stays as it is.
 */
void
vouch_camera_set_room (VouchCamera *self, guint width, guint height)
{
  g_return_if_fail (VOUCH_IS_CAMERA (self));

  if (self->run != NULL)
    vouch_camera_run_set_room (self->run, width, height);
}

/**
 * vouch_camera_get_frame:
 * @self: a camera
 *
 * Returns: (transfer none) (nullable): the newest picture, in colour, as small as it is seen; %NULL while there was
 * none
 */
VouchFrame *
vouch_camera_get_frame (VouchCamera *self)
{
  g_return_val_if_fail (VOUCH_IS_CAMERA (self), NULL);

  return self->frame;
}

/**
 * vouch_camera_get_sight:
 * @self: a camera
 *
 * Returns: (transfer none) (nullable): what was seen in the frame that was looked at last; %NULL while there was none
 */
const VouchCameraSight *
vouch_camera_get_sight (VouchCamera *self)
{
  g_return_val_if_fail (VOUCH_IS_CAMERA (self), NULL);

  return self->sight;
}

/**
 * vouch_camera_get_error:
 * @self: a camera
 *
 * Returns: (transfer none) (nullable): why it was lost: %VOUCH_ERROR_NOT_FOUND if it is not there or was pulled out,
 *   %VOUCH_ERROR_BUSY if another program has it, %VOUCH_ERROR_INVALID if it gives no pictures or its source is not
 *   understood, %VOUCH_ERROR_STORAGE if the decoder cannot be started; %NULL while it works
 */
const GError *
vouch_camera_get_error (VouchCamera *self)
{
  g_return_val_if_fail (VOUCH_IS_CAMERA (self), NULL);

  return self->error;
}

static void
count (VouchCamera *self)
{
  if (self->run != NULL)
    vouch_camera_run_count (self->run, &self->n_read, &self->n_dropped);
}

/**
 * vouch_camera_get_frames:
 * @self: a camera
 *
 * Returns: how many frames were read, for diagnostics
 */
guint64
vouch_camera_get_frames (VouchCamera *self)
{
  g_return_val_if_fail (VOUCH_IS_CAMERA (self), 0);

  count (self);
  return self->n_read;
}

/**
 * vouch_camera_get_dropped:
 * @self: a camera
 *
 * Returns: how many frames were not read, because a newer one came or the decoder failed, for diagnostics
 */
guint64
vouch_camera_get_dropped (VouchCamera *self)
{
  g_return_val_if_fail (VOUCH_IS_CAMERA (self), 0);

  count (self);
  return self->n_dropped;
}
