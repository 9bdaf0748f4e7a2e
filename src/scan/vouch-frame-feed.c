#include "vouch-frame-feed.h"

#include <glib/gi18n-lib.h>
#include <gst/app/gstappsink.h>
#include <gst/video/video.h>
#include <string.h>

#include "vouch-error.h"

#define SINK_NAME "vouch-frames"
/* Left to itself, a camera sends the largest pictures that it has, few of them, and far more than a code needs. */
#define CAMERA "v4l2src%s ! capsfilter caps=\"video/x-raw,width=1280,height=720;video/x-raw\""
/* What comes faster than a screen shows it is dropped before anything is computed of it. */
#define PACE "videorate drop-only=true max-rate=30"

struct _VouchFrameFeed
{
  GstElement *pipeline;
  VouchFrameFunc func; /* nullable */
  gpointer data;

  /* What the pipeline's threads tell those that take frames. */
  GMutex mutex;
  GCond cond;
  VouchFrame *newest; /* nullable */
  guint64 n_frames;
  GError *failure; /* the first one; what follows is its consequence */
  gboolean ended;
  gboolean stopped;
};

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

/* The camera's memory is given back at once: a driver has few such buffers. */
static VouchFrame *
copy_frame (GstSample *sample, guint64 number)
{
  GstVideoInfo info;
  GstVideoFrame mapped;
  guint channels, width, height;
  gsize length, stride;
  guint8 *pixels;

  if (!gst_video_info_from_caps (&info, gst_sample_get_caps (sample)) ||
      !gst_video_frame_map (&mapped, &info, gst_sample_get_buffer (sample), GST_MAP_READ))
    return NULL;
  channels = GST_VIDEO_INFO_FORMAT (&info) == GST_VIDEO_FORMAT_GRAY8 ? VOUCH_FRAME_GREY : VOUCH_FRAME_COLOUR;
  width = (guint)GST_VIDEO_INFO_WIDTH (&info);
  height = (guint)GST_VIDEO_INFO_HEIGHT (&info);
  length = (gsize)width * channels;
  stride = (gsize)GST_VIDEO_FRAME_PLANE_STRIDE (&mapped, 0);
  pixels = g_malloc (length * height);
  for (guint y = 0; y < height; y++)
    memcpy (pixels + y * length, (const guint8 *)GST_VIDEO_FRAME_PLANE_DATA (&mapped, 0) + y * stride, length);
  gst_video_frame_unmap (&mapped);
  return vouch_frame_new (g_bytes_new_take (pixels, length * height), width, height, channels, number);
}

static void
note_damage_locked (VouchFrameFeed *self)
{
  if (self->failure == NULL)
    g_set_error_literal (&self->failure, VOUCH_ERROR, VOUCH_ERROR_INVALID,
                         _ ("The camera sends damaged pictures; plug it in again, or choose another one"));
  self->ended = TRUE;
}

/* Only this thread counts, so that the frame can be copied before the others are kept waiting. */
static GstFlowReturn
keep_newest_cb (GstAppSink *sink, gpointer user_data)
{
  VouchFrameFeed *self = user_data;
  g_autoptr (GstSample) sample = gst_app_sink_try_pull_sample (sink, 0);
  g_autoptr (VouchFrame) frame = NULL;

  if (sample == NULL)
    return GST_FLOW_OK;
  frame = copy_frame (sample, self->n_frames + 1);
  g_mutex_lock (&self->mutex);
  if (frame == NULL)
    note_damage_locked (self);
  else
    {
      self->n_frames++;
      g_clear_pointer (&self->newest, vouch_frame_unref);
      self->newest = vouch_frame_ref (frame);
    }
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);
  if (frame == NULL)
    return GST_FLOW_ERROR;
  if (self->func != NULL)
    self->func (frame, self->data);
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
  g_cond_broadcast (&self->cond);
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

/* The file of a device is a camera, and anything else the words of a pipeline. */
static char *
describe_source (const char *source)
{
  g_autofree char *escaped = NULL;
  g_autofree char *device = NULL;

  if (source == NULL)
    return g_strdup_printf (CAMERA, "");
  if (*source != '/')
    return g_strdup (source);
  escaped = g_strescape (source, NULL);
  device = g_strdup_printf (" device=\"%s\"", escaped);
  return g_strdup_printf (CAMERA, device);
}

static GstElement *
parse_pipeline (const char *source, gboolean in_colour, GError **error)
{
  g_autofree char *described = describe_source (source);
  g_autofree char *whole = g_strdup_printf ("%s ! " PACE " ! videoconvert ! video/x-raw,format=%s ! "
                                            "appsink name=" SINK_NAME " max-buffers=1 drop=true",
                                            described, in_colour ? "BGRA" : "GRAY8");
  g_autoptr (GError) failure = NULL;
  GstElement *parsed;

  if (!gst_init_check (NULL, NULL, &failure))
    {
      g_propagate_error (error, translate_failure (failure));
      return NULL;
    }
  parsed = gst_parse_launch_full (whole, NULL, GST_PARSE_FLAG_FATAL_ERRORS, &failure);
  if (parsed == NULL)
    g_propagate_error (error, translate_parse_failure (described, failure));
  return parsed != NULL ? g_object_ref_sink (parsed) : NULL;
}

/**
 * vouch_frame_feed_new:
 * @source: (nullable): where pictures come from: the file of a device like "/dev/video2", or the words of gst-launch
 *   without a sink, like "v4l2src device=/dev/video2"; %NULL takes the first camera
 * @in_colour: whether frames are wanted in colour, not in grey
 * @error: return location
 *
 * The first call of a program looks GStreamer's plugins up, which may take seconds. Fails with %VOUCH_ERROR_INVALID if
 * @source is not understood, and with %VOUCH_ERROR_NOT_FOUND if it names a part
 * that is not installed. No device is opened yet.
 *
 * Returns: (transfer full) (nullable): a feed that stands still
 */
VouchFrameFeed *
vouch_frame_feed_new (const char *source, gboolean in_colour, GError **error)
{
  GstElement *parsed = parse_pipeline (source, in_colour, error);
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
  g_clear_pointer (&self->newest, vouch_frame_unref);
  g_clear_error (&self->failure);
  g_cond_clear (&self->cond);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

/**
 * vouch_frame_feed_set_func:
 * @self: a feed that was not started yet
 * @func: called for each frame
 * @data: for @func
 */
void
vouch_frame_feed_set_func (VouchFrameFeed *self, VouchFrameFunc func, gpointer data)
{
  g_return_if_fail (self != NULL);

  self->func = func;
  self->data = data;
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
  g_cond_broadcast (&self->cond);
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

static gboolean
has_newer (const VouchFrameFeed *self, guint64 after)
{
  return self->newest != NULL && self->newest->number > after;
}

/* Frames go on replacing each other until @from; then the newest is waited for until @until. */
static VouchFrame *
wait_locked (VouchFrameFeed *self, guint64 after, gint64 from, gint64 until)
{
  gboolean in_time = TRUE;

  while (!self->stopped && g_get_monotonic_time () < from)
    g_cond_wait_until (&self->cond, &self->mutex, from);
  while (!self->stopped && !has_newer (self, after) && !self->ended && in_time)
    in_time = g_cond_wait_until (&self->cond, &self->mutex, until);
  return !self->stopped && has_newer (self, after) ? vouch_frame_ref (self->newest) : NULL;
}

/**
 * vouch_frame_feed_take:
 * @self: a feed that was started
 * @after: the number of the frame that was taken last, 0 if none was
 * @from: not before this, in monotonic microseconds
 * @until: but by this
 * @frame: (out) (transfer full) (nullable): the newest frame, %NULL if it was stopped or none came in time
 * @error: return location
 *
 * Waits for the newest frame after the one with the number @after. Fails like vouch_frame_feed_start() when the
 * pictures come to an end, because the camera was pulled out for example.
 *
 * Returns: whether more frames may come
 */
gboolean
vouch_frame_feed_take (VouchFrameFeed *self, guint64 after, gint64 from, gint64 until, VouchFrame **frame,
                       GError **error)
{
  gboolean goes_on = TRUE;

  g_return_val_if_fail (self != NULL && frame != NULL, FALSE);

  g_mutex_lock (&self->mutex);
  *frame = wait_locked (self, after, from, until);
  if (*frame == NULL && self->ended && !self->stopped)
    goes_on = give_failure (self, error);
  g_mutex_unlock (&self->mutex);
  return goes_on;
}
