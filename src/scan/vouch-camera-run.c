#include "vouch-camera-run.h"

#include <glib/gi18n-lib.h>

#include "vouch-camera-news.h"
#include "vouch-error.h"

/* A camera that is silent for so long hangs, though it reports no error. */
#define SILENCE_US (10 * (gint64)G_USEC_PER_SEC)

struct _VouchCameraRun
{
  gatomicrefcount references; /* whoever started it, and its thread */
  VouchCameraHub *hub;        /* lent */
  char *source;               /* nullable */
  GMainContext *context;

  GMutex mutex;       /* for what follows */
  GSourceFunc mailed; /* (nullable): not called any more */
  gpointer data;
  gboolean is_mailed; /* it will be called */
  gboolean is_stopped;
  VouchFrameFeed *feed; /* (nullable): the thread's */
  guint width;          /* of the place where frames are shown */
  guint height;
  VouchCameraMail mail;
  guint64 n_read;
  guint64 n_frames;
};

/**
 * vouch_camera_notice_free:
 * @self: (nullable) (transfer full): a notice
 */
void
vouch_camera_notice_free (VouchCameraNotice *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->codes);
  vouch_frame_unref (self->frame);
  g_free (self);
}

/**
 * vouch_camera_mail_clear:
 * @self: mail
 */
void
vouch_camera_mail_clear (VouchCameraMail *self)
{
  g_clear_pointer (&self->frame, vouch_frame_unref);
  g_clear_pointer (&self->sight, vouch_camera_sight_free);
  g_clear_pointer (&self->notices, g_ptr_array_unref);
  g_clear_error (&self->error);
}

static gboolean
deliver_cb (gpointer data)
{
  VouchCameraRun *self = data;
  GSourceFunc mailed;

  g_mutex_lock (&self->mutex);
  self->is_mailed = FALSE;
  mailed = self->mailed;
  g_mutex_unlock (&self->mutex);
  /* Only the thread that delivers takes it away. */
  if (mailed != NULL)
    mailed (self->data);
  return G_SOURCE_REMOVE;
}

static void
unref_cb (gpointer data)
{
  vouch_camera_run_unref (data);
}

/* One delivery brings all that gathers until then. */
static void
post_locked (VouchCameraRun *self)
{
  g_autoptr (GSource) source = NULL;

  if (self->is_mailed || self->mailed == NULL)
    return;
  self->is_mailed = TRUE;
  g_atomic_ref_count_inc (&self->references);
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, deliver_cb, self, unref_cb);
  g_source_attach (source, self->context);
}

static VouchFrame *
shrink (VouchCameraRun *self, VouchFrame *frame)
{
  guint factor;

  g_mutex_lock (&self->mutex);
  factor = vouch_frame_choose_factor (frame, self->width, self->height);
  g_mutex_unlock (&self->mutex);
  return vouch_frame_cut (frame, 0, 0, frame->width, frame->height, factor);
}

/* On a thread of the pipeline, so that whoever shows the frame has little to do with it. */
static void
show_frame (VouchFrame *frame, gpointer data)
{
  VouchCameraRun *self = data;
  VouchFrame *small = shrink (self, frame);

  vouch_camera_hub_show (self->hub, frame);
  g_mutex_lock (&self->mutex);
  self->n_frames = frame->number;
  g_clear_pointer (&self->mail.frame, vouch_frame_unref);
  self->mail.frame = small;
  post_locked (self);
  g_mutex_unlock (&self->mutex);
}

static void
tell_codes_locked (VouchCameraRun *self, VouchFrame *frame, GPtrArray *codes)
{
  VouchCameraNotice *notice = g_new0 (VouchCameraNotice, 1);

  notice->codes = g_ptr_array_ref (codes);
  notice->frame = vouch_frame_ref (frame);
  g_ptr_array_add (self->mail.notices, notice);
}

static void
tell_sight (VouchCameraRun *self, VouchCameraNews *news, VouchCameraSight *sight)
{
  g_autoptr (GPtrArray) codes = sight->is_lost ? NULL : vouch_camera_news_take (news, sight->agreed);

  g_mutex_lock (&self->mutex);
  if (!sight->is_lost)
    self->n_read++;
  if (codes != NULL)
    tell_codes_locked (self, sight->frame, codes);
  g_clear_pointer (&self->mail.sight, vouch_camera_sight_free);
  self->mail.sight = sight;
  post_locked (self);
  g_mutex_unlock (&self->mutex);
}

/* Until it is stopped, or fails. */
static gboolean
watch (VouchCameraRun *self, VouchFrameFeed *feed, GError **error)
{
  g_autoptr (VouchCameraLook) look = vouch_camera_look_new (feed, vouch_camera_hub_get_decoder (self->hub));
  g_autoptr (VouchCameraNews) news = vouch_camera_news_new ();

  if (!vouch_frame_feed_start (feed, error))
    return FALSE;
  while (!vouch_frame_feed_is_stopped (feed))
    {
      VouchCameraSight *sight;

      if (!vouch_camera_look_once (look, g_get_monotonic_time () + SILENCE_US, &sight, error))
        return FALSE;
      if (sight != NULL)
        tell_sight (self, news, sight);
      else if (!vouch_frame_feed_is_stopped (feed))
        {
          g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND,
                               _ ("The camera sends no pictures; plug it in again, or choose another one"));
          return FALSE;
        }
    }
  return TRUE;
}

/* Whether it may begin. */
static gboolean
lend_feed (VouchCameraRun *self, VouchFrameFeed *feed)
{
  gboolean may_begin;

  g_mutex_lock (&self->mutex);
  self->feed = feed;
  may_begin = !self->is_stopped;
  g_mutex_unlock (&self->mutex);
  return may_begin;
}

static gboolean
is_stopped (VouchCameraRun *self)
{
  gboolean stopped;

  g_mutex_lock (&self->mutex);
  stopped = self->is_stopped;
  g_mutex_unlock (&self->mutex);
  return stopped;
}

static gboolean
open_and_watch (VouchCameraRun *self, GError **error)
{
  VouchFrameFeed *feed = is_stopped (self) ? NULL : vouch_frame_feed_new (self->source, TRUE, error);
  gboolean good;

  if (feed == NULL)
    return is_stopped (self);
  vouch_frame_feed_set_func (feed, show_frame, self);
  good = !lend_feed (self, feed) || watch (self, feed, error);
  lend_feed (self, NULL);
  vouch_frame_feed_free (feed);
  return good;
}

static void
tell_end (VouchCameraRun *self, GError *error)
{
  g_mutex_lock (&self->mutex);
  self->mail.error = error;
  post_locked (self);
  g_mutex_unlock (&self->mutex);
}

static gpointer
run (gpointer data)
{
  VouchCameraRun *self = data;
  VouchCameraHub *hub = self->hub;
  GError *error = NULL;
  gboolean good;

  vouch_camera_hub_claim (hub);
  good = open_and_watch (self, &error);
  vouch_camera_hub_release (hub);
  if (good)
    g_clear_error (&error);
  else
    tell_end (self, error);
  vouch_camera_run_unref (self);
  vouch_camera_hub_leave (hub);
  return NULL;
}

/**
 * vouch_camera_run_new:
 * @hub: (transfer none): the station's; outlives the thread
 * @source: (nullable): as for vouch_frame_feed_new()
 * @mailed: called in the calling thread's main context when there is something to collect
 * @data: for @mailed
 *
 * Returns: (transfer full): a camera's thread
 */
VouchCameraRun *
vouch_camera_run_new (VouchCameraHub *hub, const char *source, GSourceFunc mailed, gpointer data)
{
  VouchCameraRun *self = g_new0 (VouchCameraRun, 1);

  g_atomic_ref_count_init (&self->references);
  g_atomic_ref_count_inc (&self->references);
  g_mutex_init (&self->mutex);
  self->hub = hub;
  self->source = g_strdup (source);
  self->context = g_main_context_ref_thread_default ();
  self->mailed = mailed;
  self->data = data;
  self->mail.notices = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_camera_notice_free);
  self->width = self->height = G_MAXUINT;
  vouch_camera_hub_enter (hub);
  g_thread_unref (g_thread_new ("vouch-camera", run, self));
  return self;
}

/**
 * vouch_camera_run_stop:
 * @self: a run
 *
 * It gives the device back soon; nothing is told any more from now on. Does not wait.
 */
void
vouch_camera_run_stop (VouchCameraRun *self)
{
  g_mutex_lock (&self->mutex);
  self->mailed = NULL;
  self->is_stopped = TRUE;
  if (self->feed != NULL)
    vouch_frame_feed_stop (self->feed);
  g_mutex_unlock (&self->mutex);
}

/**
 * vouch_camera_run_unref:
 * @self: (transfer full): a run
 */
void
vouch_camera_run_unref (VouchCameraRun *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  vouch_camera_mail_clear (&self->mail);
  g_main_context_unref (self->context);
  g_mutex_clear (&self->mutex);
  g_free (self->source);
  g_free (self);
}

/**
 * vouch_camera_run_set_room:
 * @self: a run
 * @width: of the place where frames are shown, in pixels
 * @height: of that place
 *
 * From the next one on frames are handed out no larger than they are seen.
 */
void
vouch_camera_run_set_room (VouchCameraRun *self, guint width, guint height)
{
  g_mutex_lock (&self->mutex);
  self->width = width;
  self->height = height;
  g_mutex_unlock (&self->mutex);
}

/**
 * vouch_camera_run_collect:
 * @self: a run
 * @mail: (out caller-allocates): what gathered since the last time
 */
void
vouch_camera_run_collect (VouchCameraRun *self, VouchCameraMail *mail)
{
  g_mutex_lock (&self->mutex);
  *mail = self->mail;
  self->mail = (VouchCameraMail){ NULL };
  self->mail.notices = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_camera_notice_free);
  g_mutex_unlock (&self->mutex);
}

/**
 * vouch_camera_run_count:
 * @self: a run
 * @read: (out): how many frames were read
 * @dropped: (out): how many were not, because a newer one came or the decoder failed
 */
void
vouch_camera_run_count (VouchCameraRun *self, guint64 *read, guint64 *dropped)
{
  g_mutex_lock (&self->mutex);
  *read = self->n_read;
  *dropped = self->n_frames - self->n_read;
  g_mutex_unlock (&self->mutex);
}
