/* How many of a camera's frames are read in a second, on their whole way: out of a pipeline that gives thirty a second,
 * in colour, through the look at them and the decoder in its sandbox; and how many are there to be shown meanwhile. */
#include <glib/gstdio.h>

#include "bench-report.h"
#include "camera-frame.h"
#include "vouch-camera.h"

/* Some rounds of all ways to look. */
#define FRAMES 104

typedef struct
{
  VouchCamera *camera;
  guint n_sights;
  guint n_read;
  guint n_pictures;
} Watch;

static void
sight_cb (VouchCamera *camera, Watch *watch)
{
  watch->n_sights++;
  watch->n_read += vouch_camera_get_sight (camera)->agreed->len > 0;
}

static void
picture_cb (VouchCamera *camera, Watch *watch)
{
  watch->n_pictures++;
}

static gboolean
wait_for_sights (Watch *watch, guint n)
{
  while (watch->n_sights < n && vouch_camera_get_error (watch->camera) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return vouch_camera_get_error (watch->camera) == NULL;
}

static void
measure (const char *source)
{
  g_autoptr (VouchDecoder) decoder = vouch_decoder_new (NULL);
  g_autoptr (VouchCameraHub) hub = vouch_camera_hub_new (decoder);
  g_autoptr (VouchCamera) camera = vouch_camera_new (hub, source);
  Watch watch = { .camera = camera };
  gint64 began;
  double seconds;

  g_signal_connect (camera, "sight", G_CALLBACK (sight_cb), &watch);
  g_signal_connect (camera, "picture", G_CALLBACK (picture_cb), &watch);
  g_signal_connect (camera, "lost", G_CALLBACK (picture_cb), &watch);
  if (!wait_for_sights (&watch, 1))
    g_error ("%s", vouch_camera_get_error (camera)->message);
  watch = (Watch){ .camera = camera };
  began = g_get_monotonic_time ();
  if (!wait_for_sights (&watch, FRAMES))
    g_error ("%s", vouch_camera_get_error (camera)->message);
  seconds = (double)(g_get_monotonic_time () - began) / G_USEC_PER_SEC;
  bench_at_least ("frames_720p", watch.n_sights / seconds, "/s", 10);
  bench_at_least ("frames_720p_read", 100.0 * watch.n_read / watch.n_sights, "%", 100);
  /* Of thirty; the clocks of both ends are not quite the same. */
  bench_at_least ("frames_720p_shown", watch.n_pictures / seconds, "/s", 29);
  bench_at_most ("frames_720p_lost", vouch_decoder_get_restarts (decoder), "frames", 0);
}

int
main (void)
{
  g_autoptr (DrawnCode) frame = camera_frame_draw ();
  g_autoptr (GBytes) png = drawn_code_write_png (frame);
  g_autofree char *folder = g_dir_make_tmp ("vouch-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "frame.png", NULL);
  g_autofree char *source = g_strdup_printf ("filesrc location=%s ! pngdec ! imagefreeze is-live=true ! "
                                             "video/x-raw,framerate=30/1",
                                             path);
  g_autoptr (GError) error = NULL;

  if (!g_file_set_contents (path, g_bytes_get_data (png, NULL), (gssize)g_bytes_get_size (png), &error))
    g_error ("%s", error->message);
  measure (source);
  g_unlink (path);
  g_rmdir (folder);
  return bench_end ();
}
