#include "vouch-camera-hub.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-frame-feed.h"

/* A camera needs some frames to find the light. */
#define SETTLING_US (G_USEC_PER_SEC / 2)

struct _VouchCameraHub
{
  VouchDecoder *decoder; /* lent */

  GMutex mutex; /* for what follows */
  GCond cond;
  guint n_users;     /* threads that have to leave before it may go */
  gboolean is_open;  /* somebody has the device */
  VouchFrame *frame; /* (nullable): what it shows whoever watches; the newest */
};

/**
 * vouch_camera_hub_new:
 * @decoder: (transfer none): what reads frames and draws photographs; outlives the hub
 *
 * Returns: (transfer full): a hub; no device is opened
 */
VouchCameraHub *
vouch_camera_hub_new (VouchDecoder *decoder)
{
  VouchCameraHub *self = g_new0 (VouchCameraHub, 1);

  self->decoder = decoder;
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  return self;
}

/**
 * vouch_camera_hub_free:
 * @self: (nullable) (transfer full): a hub whose cameras were all closed
 *
 * Waits until the last of them has given its device back, which takes the reading of one frame.
 */
void
vouch_camera_hub_free (VouchCameraHub *self)
{
  if (self == NULL)
    return;
  g_mutex_lock (&self->mutex);
  while (self->n_users > 0)
    g_cond_wait (&self->cond, &self->mutex);
  g_mutex_unlock (&self->mutex);
  g_cond_clear (&self->cond);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

/**
 * vouch_camera_hub_get_decoder:
 * @self: a hub
 *
 * Returns: (transfer none): the decoder
 */
VouchDecoder *
vouch_camera_hub_get_decoder (VouchCameraHub *self)
{
  return self->decoder;
}

/**
 * vouch_camera_hub_enter:
 * @self: a hub
 *
 * A thread will use it from now on, until vouch_camera_hub_leave().
 */
void
vouch_camera_hub_enter (VouchCameraHub *self)
{
  g_mutex_lock (&self->mutex);
  self->n_users++;
  g_mutex_unlock (&self->mutex);
}

/**
 * vouch_camera_hub_leave:
 * @self: a hub, which may be gone afterwards
 */
void
vouch_camera_hub_leave (VouchCameraHub *self)
{
  g_mutex_lock (&self->mutex);
  self->n_users--;
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);
}

/**
 * vouch_camera_hub_claim:
 * @self: a hub
 *
 * Waits until nobody has the device open, and takes it.
 */
void
vouch_camera_hub_claim (VouchCameraHub *self)
{
  g_mutex_lock (&self->mutex);
  while (self->is_open)
    g_cond_wait (&self->cond, &self->mutex);
  self->is_open = TRUE;
  g_mutex_unlock (&self->mutex);
}

/**
 * vouch_camera_hub_show:
 * @self: a hub whose device the caller has claimed
 * @frame: what it sees
 */
void
vouch_camera_hub_show (VouchCameraHub *self, VouchFrame *frame)
{
  g_mutex_lock (&self->mutex);
  g_clear_pointer (&self->frame, vouch_frame_unref);
  self->frame = vouch_frame_ref (frame);
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);
}

static void
release_locked (VouchCameraHub *self)
{
  self->is_open = FALSE;
  g_clear_pointer (&self->frame, vouch_frame_unref);
  g_cond_broadcast (&self->cond);
}

/**
 * vouch_camera_hub_release:
 * @self: a hub whose device the caller has claimed, and closed
 */
void
vouch_camera_hub_release (VouchCameraHub *self)
{
  g_mutex_lock (&self->mutex);
  release_locked (self);
  g_mutex_unlock (&self->mutex);
}

/* The next frame of the camera that is watched. Where nobody watches it, or not any more, the device is claimed; both
 * fail only where the time is over. */
static gboolean
share_or_claim (VouchCameraHub *self, gint64 until, VouchFrame **frame)
{
  guint64 seen;
  gboolean in_time = TRUE, is_claimed = FALSE;

  g_mutex_lock (&self->mutex);
  seen = self->frame != NULL ? self->frame->number : 0;
  while (self->is_open && (self->frame == NULL || self->frame->number == seen) && in_time)
    in_time = g_cond_wait_until (&self->cond, &self->mutex, until);
  if (!self->is_open)
    is_claimed = self->is_open = TRUE;
  else if (self->frame != NULL)
    *frame = vouch_frame_ref (self->frame);
  g_mutex_unlock (&self->mutex);
  return is_claimed;
}

static VouchFrame *
open_and_take (const char *source, gint64 until, GError **error)
{
  g_autoptr (VouchFrameFeed) feed = vouch_frame_feed_new (source, TRUE, error);
  VouchFrame *frame = NULL;

  if (feed == NULL || !vouch_frame_feed_start (feed, error) ||
      !vouch_frame_feed_take (feed, 0, g_get_monotonic_time () + SETTLING_US, until, &frame, error))
    return NULL;
  if (frame == NULL)
    g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND,
                         _ ("The camera sends no pictures; plug it in again, or choose another one"));
  return frame;
}

static VouchFrame *
take_frame (VouchCameraHub *self, const char *source, gint64 until, GError **error)
{
  VouchFrame *frame = NULL;

  if (share_or_claim (self, until, &frame))
    {
      frame = open_and_take (source, until, error);
      vouch_camera_hub_release (self);
    }
  else if (frame == NULL)
    g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND,
                         _ ("The camera sends no pictures; plug it in again, or choose another one"));
  return frame;
}

/**
 * vouch_camera_hub_take_photo:
 * @self: a hub
 * @source: (nullable): as for vouch_frame_feed_new(); of no interest while the camera is watched
 * @timeout_ms: how long to wait for the camera
 * @longest: how long the longer side may be
 * @photo: (out caller-allocates): a JPEG
 * @error: return location
 *
 * Takes one picture in colour, from the camera that is watched, or else from one that is opened, let settle and closed
 * again. Blocks. Fails like vouch_frame_feed_take().
 *
 * Returns: whether there is a photograph
 */
gboolean
vouch_camera_hub_take_photo (VouchCameraHub *self, const char *source, guint timeout_ms, guint longest,
                             VouchDecoderPhoto *photo, GError **error)
{
  g_autoptr (VouchFrame) frame = NULL;
  g_autoptr (GBytes) file = NULL;

  g_return_val_if_fail (self != NULL && photo != NULL, FALSE);

  vouch_camera_hub_enter (self);
  frame = take_frame (self, source, g_get_monotonic_time () + (gint64)timeout_ms * 1000, error);
  vouch_camera_hub_leave (self);
  if (frame == NULL)
    return FALSE;
  file = vouch_frame_dup_pixmap (frame);
  return vouch_decoder_reencode (self->decoder, file, longest, photo, error);
}
