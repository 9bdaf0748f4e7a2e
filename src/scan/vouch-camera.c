#include "vouch-camera.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-agreement.h"
#include "vouch-error.h"
#include "vouch-frame-feed.h"

/* A person holds a code longer than this, and a dock's computer has other things to do as well. */
#define LOOK_EVERY_US (G_USEC_PER_SEC / 10)
/* A camera that is silent for so long hangs, though it reports no error. */
#define SILENCE_US (10 * (gint64)G_USEC_PER_SEC)

struct _VouchCamera
{
  VouchDecoder *decoder; /* lent */
  VouchFrameFeed *feed;
  VouchCameraFunc callback;
  gpointer data;
  GThread *thread; /* NULL if it reads only once */

  /* The reading thread's own. */
  GPtrArray *before; /* what the last frame showed, NULL at first */
  gint64 looked_at;  /* monotonic microseconds */

  GMutex mutex; /* for what follows */
  guint64 frames;
  guint64 lost;
  GError *error; /* set once */
};

static void
count_frame (VouchCamera *self, gboolean was_lost)
{
  g_mutex_lock (&self->mutex);
  if (was_lost)
    self->lost++;
  else
    self->frames++;
  g_mutex_unlock (&self->mutex);
}

/* One frame on which the decoder fails is lost, and the next is as good. A decoder that cannot be started stays so. */
static gboolean
read_frame (VouchCamera *self, const VouchFrame *frame, GPtrArray **symbols, GError **error)
{
  g_autoptr (GError) failure = NULL;

  *symbols =
      vouch_decoder_read_frame (self->decoder, frame->pixels, frame->width, frame->height, frame->width, &failure);
  count_frame (self, *symbols == NULL);
  if (*symbols != NULL || !g_error_matches (failure, VOUCH_ERROR, VOUCH_ERROR_STORAGE))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static void
remember_frame (VouchCamera *self, GPtrArray *symbols)
{
  g_clear_pointer (&self->before, g_ptr_array_unref);
  self->before = g_ptr_array_ref (symbols);
}

/* One look. @agreed is NULL if there was no frame by @until or the camera was stopped, and empty if nothing in the
 * frame may be believed yet. */
static gboolean
look (VouchCamera *self, gint64 until, GPtrArray **agreed, GError **error)
{
  g_autoptr (VouchFrame) frame = NULL;
  g_autoptr (GPtrArray) symbols = NULL;

  if (!vouch_frame_feed_take (self->feed, self->looked_at + LOOK_EVERY_US, until, &frame, error))
    return FALSE;
  if (frame == NULL)
    return TRUE;
  self->looked_at = g_get_monotonic_time ();
  if (!read_frame (self, frame, &symbols, error))
    return FALSE;
  if (symbols == NULL)
    symbols = g_ptr_array_new ();
  *agreed = vouch_agreement_of_frames (self->before, symbols);
  remember_frame (self, symbols);
  return TRUE;
}

/* Until it is stopped, or fails. */
static gboolean
watch (VouchCamera *self, GError **error)
{
  if (!vouch_frame_feed_start (self->feed, error))
    return FALSE;
  while (!vouch_frame_feed_is_stopped (self->feed))
    {
      g_autoptr (GPtrArray) agreed = NULL;

      if (!look (self, g_get_monotonic_time () + SILENCE_US, &agreed, error))
        return FALSE;
      if (vouch_frame_feed_is_stopped (self->feed))
        return TRUE;
      if (agreed == NULL)
        {
          g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND,
                               _ ("The camera sends no pictures; plug it in again, or choose another one"));
          return FALSE;
        }
      if (agreed->len > 0)
        self->callback (agreed, self->data);
    }
  return TRUE;
}

static gpointer
read_frames (gpointer data)
{
  VouchCamera *self = data;
  GError *error = NULL;

  if (watch (self, &error))
    return NULL;
  g_mutex_lock (&self->mutex);
  self->error = error;
  g_mutex_unlock (&self->mutex);
  if (!vouch_frame_feed_is_stopped (self->feed))
    self->callback (NULL, self->data);
  return NULL;
}

static VouchCamera *
prepare (VouchDecoder *decoder, const char *pipeline, GError **error)
{
  VouchFrameFeed *feed = vouch_frame_feed_new (pipeline, FALSE, error);
  VouchCamera *self;

  if (feed == NULL)
    return NULL;
  self = g_new0 (VouchCamera, 1);
  self->decoder = decoder;
  self->feed = feed;
  g_mutex_init (&self->mutex);
  return self;
}

/**
 * vouch_camera_new:
 * @decoder: (transfer none): the decoder, which must outlive the camera
 * @pipeline: (nullable): where pictures come from, in the words of gst-launch and without a sink, such as
 *   "v4l2src device=/dev/video2"; %NULL takes the first camera
 * @callback: (scope notified): takes what is seen, on the camera's thread
 * @data: for @callback
 * @error: return location
 *
 * Begins to read frames. Fails with %VOUCH_ERROR_INVALID if @pipeline is not understood, and with
 * %VOUCH_ERROR_NOT_FOUND if it names a part that is not installed or the program was built without camera support. That
 * there is no camera is told later, by a call of @callback without symbols, since opening one takes its time.
 *
 * Returns: (transfer full) (nullable): the camera
 */
VouchCamera *
vouch_camera_new (VouchDecoder *decoder, const char *pipeline, VouchCameraFunc callback, gpointer data, GError **error)
{
  VouchCamera *self;

  g_return_val_if_fail (decoder != NULL && callback != NULL, NULL);

  self = prepare (decoder, pipeline, error);
  if (self == NULL)
    return NULL;
  self->callback = callback;
  self->data = data;
  self->thread = g_thread_new ("vouch-camera", read_frames, self);
  return self;
}

/**
 * vouch_camera_free:
 * @self: (nullable) (transfer full): a camera
 *
 * Stops and closes it, after which the callback is not called any more. Waits for the frame that is being read, hence
 * for two seconds if the decoder hangs. Must not be called by the callback.
 */
void
vouch_camera_free (VouchCamera *self)
{
  if (self == NULL)
    return;
  vouch_frame_feed_stop (self->feed);
  g_clear_pointer (&self->thread, g_thread_join);
  vouch_frame_feed_free (self->feed);
  g_clear_pointer (&self->before, g_ptr_array_unref);
  g_clear_error (&self->error);
  g_mutex_clear (&self->mutex);
  g_free (self);
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
  guint64 frames;

  g_return_val_if_fail (self != NULL, 0);

  g_mutex_lock (&self->mutex);
  frames = self->frames;
  g_mutex_unlock (&self->mutex);
  return frames;
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
  guint64 lost;

  g_return_val_if_fail (self != NULL, 0);

  g_mutex_lock (&self->mutex);
  lost = self->lost;
  g_mutex_unlock (&self->mutex);
  return lost + vouch_frame_feed_get_dropped (self->feed);
}

/**
 * vouch_camera_get_error:
 * @self: a camera
 *
 * Once the camera was lost it does not come back; free it and make another one to try again.
 *
 * Returns: (transfer none) (nullable): why it was lost: %VOUCH_ERROR_NOT_FOUND if it is not there or was pulled out,
 *   %VOUCH_ERROR_BUSY if another program has it, %VOUCH_ERROR_INVALID if it gives no pictures, %VOUCH_ERROR_STORAGE if
 *   the decoder cannot be started; %NULL while it works
 */
const GError *
vouch_camera_get_error (VouchCamera *self)
{
  const GError *error;

  g_return_val_if_fail (self != NULL, NULL);

  g_mutex_lock (&self->mutex);
  error = self->error;
  g_mutex_unlock (&self->mutex);
  return error;
}

static GPtrArray *
look_until (VouchCamera *self, gint64 until, GError **error)
{
  if (!vouch_frame_feed_start (self->feed, error))
    return NULL;
  while (g_get_monotonic_time () < until)
    {
      g_autoptr (GPtrArray) agreed = NULL;

      if (!look (self, until, &agreed, error))
        return NULL;
      if (agreed != NULL && agreed->len > 0)
        return g_steal_pointer (&agreed);
    }
  g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND,
                       _ ("The camera saw no code; hold it closer and in the light, then try again"));
  return NULL;
}

/**
 * vouch_camera_read_once:
 * @decoder: (transfer none): the decoder
 * @pipeline: (nullable): as for vouch_camera_new()
 * @timeout_ms: how long to look
 * @error: return location
 *
 * Opens the camera, waits for the first frame with a code that may be believed, and closes it. Blocks. Fails with
 * %VOUCH_ERROR_NOT_FOUND if none was seen in time, and like vouch_camera_new() and vouch_camera_get_error().
 *
 * Returns: (transfer full) (element-type VouchSymbol) (nullable): at least one symbol
 */
GPtrArray *
vouch_camera_read_once (VouchDecoder *decoder, const char *pipeline, guint timeout_ms, GError **error)
{
  gint64 until = g_get_monotonic_time () + (gint64)timeout_ms * 1000;
  g_autoptr (VouchCamera) self = NULL;

  g_return_val_if_fail (decoder != NULL, NULL);

  self = prepare (decoder, pipeline, error);
  return self != NULL ? look_until (self, until, error) : NULL;
}

/* A camera needs some frames to find the light. */
#define SETTLING_US (G_USEC_PER_SEC / 2)

static GBytes *
write_pixmap (const VouchFrame *frame)
{
  GByteArray *file = g_byte_array_new ();
  g_autofree char *head = g_strdup_printf ("P6\n%u %u\n255\n", frame->width, frame->height);

  g_byte_array_append (file, (const guint8 *)head, (guint)strlen (head));
  g_byte_array_append (file, frame->pixels, frame->width * frame->height * frame->channels);
  return g_byte_array_free_to_bytes (file);
}

/**
 * vouch_camera_take_photo:
 * @decoder: (transfer none): the decoder, which draws what is kept
 * @pipeline: (nullable): as for vouch_camera_new()
 * @timeout_ms: how long to wait for the camera
 * @longest: how long the longer side may be
 * @photo: (out caller-allocates): a JPEG
 * @error: return location
 *
 * Opens the camera, lets it settle, takes one picture in colour, and closes it. Blocks. Fails like vouch_camera_new()
 * and vouch_camera_get_error().
 *
 * Returns: whether there is a photograph
 */
gboolean
vouch_camera_take_photo (VouchDecoder *decoder, const char *pipeline, guint timeout_ms, guint longest,
                         VouchDecoderPhoto *photo, GError **error)
{
  gint64 begun = g_get_monotonic_time ();
  g_autoptr (VouchFrameFeed) feed = NULL;
  g_autoptr (VouchFrame) frame = NULL;
  g_autoptr (GBytes) file = NULL;

  g_return_val_if_fail (decoder != NULL && photo != NULL, FALSE);

  feed = vouch_frame_feed_new (pipeline, TRUE, error);
  if (feed == NULL || !vouch_frame_feed_start (feed, error) ||
      !vouch_frame_feed_take (feed, begun + SETTLING_US, begun + (gint64)timeout_ms * 1000, &frame, error))
    return FALSE;
  if (frame == NULL)
    {
      g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND,
                           _ ("The camera sends no pictures; plug it in again, or choose another one"));
      return FALSE;
    }
  file = write_pixmap (frame);
  return vouch_decoder_reencode (decoder, file, longest, photo, error);
}
