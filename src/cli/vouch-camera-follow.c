#include "vouch-camera-follow.h"

#include <glib-unix.h>
#include <signal.h>

#include "vouch-camera-news.h"
#include "vouch-camera.h"

typedef struct
{
  GMainLoop *loop;
  VouchCameraFollowFunc func;
  gpointer data;
} Follow;

static void
codes_cb (VouchCamera *camera, GPtrArray *codes, VouchFrame *frame, Follow *self)
{
  g_autoptr (GPtrArray) symbols = g_ptr_array_new ();

  for (guint i = 0; i < codes->len; i++)
    {
      const VouchCameraCode *code = g_ptr_array_index (codes, i);

      if (code->is_new)
        g_ptr_array_add (symbols, code->symbol);
    }
  self->func (symbols, self->data);
}

static void
lost_cb (VouchCamera *camera, Follow *self)
{
  g_main_loop_quit (self->loop);
}

static gboolean
interrupted_cb (gpointer data)
{
  g_main_loop_quit (data);
  return G_SOURCE_CONTINUE;
}

/**
 * vouch_camera_follow:
 * @decoder: what reads the frames
 * @source: (nullable): as for vouch_camera_new()
 * @func: called for each code that comes, once for as long as it is held there
 * @data: for @func
 * @error: as vouch_camera_get_error() says
 *
 * Watches a camera until the program is interrupted.
 *
 * Returns: whether it was interrupted; otherwise the camera was lost
 */
gboolean
vouch_camera_follow (VouchDecoder *decoder, const char *source, VouchCameraFollowFunc func, gpointer data,
                     GError **error)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (VouchCameraHub) hub = vouch_camera_hub_new (decoder);
  g_autoptr (VouchCamera) camera = vouch_camera_new (hub, source);
  Follow self = { loop, func, data };
  guint interrupted = g_unix_signal_add (SIGINT, interrupted_cb, loop);
  guint terminated = g_unix_signal_add (SIGTERM, interrupted_cb, loop);

  g_signal_connect (camera, "codes", G_CALLBACK (codes_cb), &self);
  g_signal_connect (camera, "lost", G_CALLBACK (lost_cb), &self);
  g_main_loop_run (loop);
  g_source_remove (interrupted);
  g_source_remove (terminated);
  if (vouch_camera_get_error (camera) == NULL)
    return TRUE;
  g_propagate_error (error, g_error_copy (vouch_camera_get_error (camera)));
  return FALSE;
}
