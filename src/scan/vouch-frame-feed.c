#include "vouch-frame-feed.h"

#include <glib/gi18n-lib.h>
#include <gst/app/gstappsink.h>
#include <gst/video/video.h>
#include <string.h>

#include "vouch-error.h"

#define DEFAULT_PIPELINE "v4l2src"
#define SINK_NAME "vouch-frames"

struct _VouchFrameFeed
{
  GstElement *pipeline;

  /* What the pipeline's threads tell the one that takes frames. */
  GMutex mutex;
  GCond cond;
  GstSample *newest; /* NULL once taken */
  GError *failure;   /* the first one; what follows is its consequence */
  guint64 dropped;
  gboolean ended;
  gboolean stopped;
};

/**
 * vouch_frame_free:
 * @self: (nullable) (transfer full): a frame
 */
void
vouch_frame_free (VouchFrame *self)
{
  if (self == NULL)
    return;
  g_free (self->pixels);
  g_free (self);
}

/* GStreamer's words are kept in brackets, since they alone name the device. */
static GError *
translate_failure (const GError *failure)
{
  if (g_error_matches (failure, GST_RESOURCE_ERROR, GST_RESOURCE_ERROR_BUSY))
    return g_error_new (VOUCH_ERROR, VOUCH_ERROR_BUSY,
                        _ ("Another program uses the camera (%s); close that program and try again"), failure->message);
  if (failure->domain == GST_RESOURCE_ERROR)
    return g_error_new (VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND,
                        _ ("The camera cannot be used (%s); plug it in, or choose another one"), failure->message);
  return g_error_new (VOUCH_ERROR, VOUCH_ERROR_INVALID,
                      _ ("The camera sends no pictures that can be read (%s); choose another one"), failure->message);
}

static GError *
translate_parse_failure (const char *pipeline, const GError *failure)
{
  if (g_error_matches (failure, GST_PARSE_ERROR, GST_PARSE_ERROR_NO_SUCH_ELEMENT))
    return g_error_new (VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND,
                        _ ("The camera pipeline “%s” needs a part that is missing (%s); install its GStreamer plugin"),
                        pipeline, failure->message);
  return g_error_new (VOUCH_ERROR, VOUCH_ERROR_INVALID,
                      _ ("The camera pipeline “%s” is not understood (%s); correct it in the settings"), pipeline,
                      failure->message);
}

static GstFlowReturn
keep_newest_cb (GstAppSink *sink, gpointer user_data)
{
  VouchFrameFeed *self = user_data;
  g_autoptr (GstSample) sample = gst_app_sink_try_pull_sample (sink, 0);

  if (sample == NULL)
    return GST_FLOW_OK;
  g_mutex_lock (&self->mutex);
  if (self->newest != NULL)
    {
      gst_sample_unref (self->newest);
      self->dropped++;
    }
  self->newest = g_steal_pointer (&sample);
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
  return GST_FLOW_OK;
}

static void
note_end (VouchFrameFeed *self, GstMessage *message)
{
  g_autoptr (GError) failure = NULL;

  if (GST_MESSAGE_TYPE (message) == GST_MESSAGE_ERROR)
    gst_message_parse_error (message, &failure, NULL);
  g_mutex_lock (&self->mutex);
  if (failure != NULL && self->failure == NULL)
    self->failure = translate_failure (failure);
  self->ended = TRUE;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
}

/* Nobody reads the bus, so that messages must not gather there. */
static GstBusSyncReply
take_message_cb (GstBus *bus, GstMessage *message, gpointer user_data)
{
  if (GST_MESSAGE_TYPE (message) == GST_MESSAGE_ERROR || GST_MESSAGE_TYPE (message) == GST_MESSAGE_EOS)
    note_end (user_data, message);
  gst_message_unref (message);
  return GST_BUS_DROP;
}

static void
listen (VouchFrameFeed *self)
{
  g_autoptr (GstElement) sink = gst_bin_get_by_name (GST_BIN (self->pipeline), SINK_NAME);
  g_autoptr (GstBus) bus = gst_element_get_bus (self->pipeline);
  GstAppSinkCallbacks callbacks = { .new_sample = keep_newest_cb };

  gst_app_sink_set_callbacks (GST_APP_SINK (sink), &callbacks, self, NULL);
  gst_bus_set_sync_handler (bus, take_message_cb, self, NULL);
}

static GstElement *
parse_pipeline (const char *pipeline, gboolean in_colour, GError **error)
{
  g_autofree char *whole = g_strdup_printf ("%s ! videoconvert ! video/x-raw,format=%s ! "
                                            "appsink name=" SINK_NAME " max-buffers=1 drop=true",
                                            pipeline, in_colour ? "RGB" : "GRAY8");
  g_autoptr (GError) failure = NULL;
  GstElement *parsed;

  if (!gst_init_check (NULL, NULL, &failure))
    {
      g_propagate_error (error, translate_failure (failure));
      return NULL;
    }
  parsed = gst_parse_launch_full (whole, NULL, GST_PARSE_FLAG_FATAL_ERRORS, &failure);
  if (parsed == NULL)
    g_propagate_error (error, translate_parse_failure (pipeline, failure));
  return parsed != NULL ? g_object_ref_sink (parsed) : NULL;
}

/**
 * vouch_frame_feed_new:
 * @pipeline: (nullable): where pictures come from, in the words of gst-launch and without a sink, such as
 *   "v4l2src device=/dev/video2"; %NULL takes the first camera
 * @in_colour: whether frames are wanted in colour, not in grey
 * @error: return location
 *
 * Fails with %VOUCH_ERROR_INVALID if @pipeline is not understood, and with %VOUCH_ERROR_NOT_FOUND if it names a part
 * that is not installed. No device is opened yet.
 *
 * Returns: (transfer full) (nullable): a feed that stands still
 */
VouchFrameFeed *
vouch_frame_feed_new (const char *pipeline, gboolean in_colour, GError **error)
{
  GstElement *parsed = parse_pipeline (pipeline != NULL ? pipeline : DEFAULT_PIPELINE, in_colour, error);
  VouchFrameFeed *self;

  if (parsed == NULL)
    return NULL;
  self = g_new0 (VouchFrameFeed, 1);
  self->pipeline = parsed;
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  listen (self);
  return self;
}

/**
 * vouch_frame_feed_free:
 * @self: (nullable) (transfer full): a feed
 *
 * Closes the device.
 */
void
vouch_frame_feed_free (VouchFrameFeed *self)
{
  if (self == NULL)
    return;
  gst_element_set_state (self->pipeline, GST_STATE_NULL);
  gst_object_unref (self->pipeline);
  g_clear_pointer (&self->newest, gst_sample_unref);
  g_clear_error (&self->failure);
  g_cond_clear (&self->cond);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

static gboolean
give_failure (VouchFrameFeed *self, GError **error)
{
  if (self->failure != NULL)
    g_propagate_error (error, g_error_copy (self->failure));
  else
    g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND,
                         _ ("The camera sends no more pictures; plug it in again, or choose another one"));
  return FALSE;
}

/**
 * vouch_frame_feed_start:
 * @self: a feed
 * @error: return location
 *
 * Opens the device, which may take a second. Fails with %VOUCH_ERROR_NOT_FOUND if there is none, with
 * %VOUCH_ERROR_BUSY if another program has it, and with %VOUCH_ERROR_INVALID if it gives no pictures.
 *
 * Returns: whether it may begin; that it fails later is told by vouch_frame_feed_take()
 */
gboolean
vouch_frame_feed_start (VouchFrameFeed *self, GError **error)
{
  gboolean started = TRUE;

  g_return_val_if_fail (self != NULL, FALSE);

  if (gst_element_set_state (self->pipeline, GST_STATE_PLAYING) == GST_STATE_CHANGE_FAILURE)
    {
      g_mutex_lock (&self->mutex);
      started = give_failure (self, error);
      g_mutex_unlock (&self->mutex);
    }
  return started;
}

/**
 * vouch_frame_feed_stop:
 * @self: a feed
 *
 * Wakes the thread that waits for a frame; it gets none any more. May be called from any thread.
 */
void
vouch_frame_feed_stop (VouchFrameFeed *self)
{
  g_return_if_fail (self != NULL);

  g_mutex_lock (&self->mutex);
  self->stopped = TRUE;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
}

/**
 * vouch_frame_feed_is_stopped:
 * @self: a feed
 *
 * Returns: whether vouch_frame_feed_stop() was called
 */
gboolean
vouch_frame_feed_is_stopped (VouchFrameFeed *self)
{
  gboolean stopped;

  g_return_val_if_fail (self != NULL, TRUE);

  g_mutex_lock (&self->mutex);
  stopped = self->stopped;
  g_mutex_unlock (&self->mutex);
  return stopped;
}

static void
copy_rows (const GstVideoFrame *mapped, VouchFrame *frame)
{
  const guint8 *rows = GST_VIDEO_FRAME_PLANE_DATA (mapped, 0);
  gsize stride = (gsize)GST_VIDEO_FRAME_PLANE_STRIDE (mapped, 0);

  gsize length = (gsize)frame->width * frame->channels;

  for (guint y = 0; y < frame->height; y++)
    memcpy (frame->pixels + y * length, rows + y * stride, length);
}

/* The camera's memory is given back at once: a driver has few such buffers. */
static VouchFrame *
copy_frame (GstSample *sample, GError **error)
{
  GstVideoInfo info;
  GstVideoFrame mapped;
  VouchFrame *frame;

  if (!gst_video_info_from_caps (&info, gst_sample_get_caps (sample)) ||
      !gst_video_frame_map (&mapped, &info, gst_sample_get_buffer (sample), GST_MAP_READ))
    {
      g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
                           _ ("The camera sends damaged pictures; plug it in again, or choose another one"));
      return NULL;
    }
  frame = g_new0 (VouchFrame, 1);
  frame->width = (guint)GST_VIDEO_INFO_WIDTH (&info);
  frame->height = (guint)GST_VIDEO_INFO_HEIGHT (&info);
  frame->channels = GST_VIDEO_INFO_FORMAT (&info) == GST_VIDEO_FORMAT_RGB ? 3 : 1;
  frame->pixels = g_malloc ((gsize)frame->width * frame->height * frame->channels);
  copy_rows (&mapped, frame);
  gst_video_frame_unmap (&mapped);
  return frame;
}

/* Frames go on replacing each other until @from; then the newest is waited for until @until. */
static GstSample *
wait_locked (VouchFrameFeed *self, gint64 from, gint64 until)
{
  gboolean in_time = TRUE;

  while (!self->stopped && g_get_monotonic_time () < from)
    g_cond_wait_until (&self->cond, &self->mutex, from);
  while (!self->stopped && self->newest == NULL && !self->ended && in_time)
    in_time = g_cond_wait_until (&self->cond, &self->mutex, until);
  return self->stopped ? NULL : g_steal_pointer (&self->newest);
}

/**
 * vouch_frame_feed_take:
 * @self: a feed that was started
 * @from: not before this, in monotonic microseconds
 * @until: but by this
 * @frame: (out) (transfer full) (nullable): the newest frame, %NULL if it was stopped or none came in time
 * @error: return location
 *
 * Waits for the newest frame that was not taken yet. Fails like vouch_frame_feed_start() when the pictures come to an
 * end, because the camera was pulled out for example.
 *
 * Returns: whether more frames may come
 */
gboolean
vouch_frame_feed_take (VouchFrameFeed *self, gint64 from, gint64 until, VouchFrame **frame, GError **error)
{
  g_autoptr (GstSample) sample = NULL;
  gboolean goes_on = TRUE;

  g_return_val_if_fail (self != NULL && frame != NULL, FALSE);

  *frame = NULL;
  g_mutex_lock (&self->mutex);
  sample = wait_locked (self, from, until);
  if (sample == NULL && self->ended && !self->stopped)
    goes_on = give_failure (self, error);
  g_mutex_unlock (&self->mutex);
  if (sample != NULL)
    {
      *frame = copy_frame (sample, error);
      goes_on = *frame != NULL;
    }
  return goes_on;
}

/**
 * vouch_frame_feed_get_dropped:
 * @self: a feed
 *
 * Returns: how many frames were replaced by a newer one before they were taken
 */
guint64
vouch_frame_feed_get_dropped (VouchFrameFeed *self)
{
  guint64 dropped;

  g_return_val_if_fail (self != NULL, 0);

  g_mutex_lock (&self->mutex);
  dropped = self->dropped;
  g_mutex_unlock (&self->mutex);
  return dropped;
}
