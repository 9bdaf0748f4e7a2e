/* A build without camera support, in every build. */

#include <glib.h>
#include <string.h>

#include "vouch-camera-list.h"
#include "vouch-camera.h"
#include "vouch-error.h"

static void
lost_cb (VouchCamera *camera, gpointer data)
{
  *(gboolean *)data = TRUE;
}

static void
test_says_that_it_has_none (void)
{
  g_autoptr (VouchDecoder) decoder = vouch_decoder_new ("/nonexistent/vouch-decoder");
  g_autoptr (VouchCameraHub) hub = vouch_camera_hub_new (decoder);
  g_autoptr (VouchCamera) camera = vouch_camera_new (hub, NULL);
  g_autoptr (GPtrArray) devices = vouch_camera_list ();
  g_autoptr (GError) error = NULL;
  VouchDecoderPhoto photo = { 0 };
  gboolean is_lost = FALSE;

  g_signal_connect (camera, "lost", G_CALLBACK (lost_cb), &is_lost);
  while (!is_lost)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error ((GError *)vouch_camera_get_error (camera), VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (vouch_camera_get_error (camera)->message, "built without camera support"));
  g_assert_null (vouch_camera_read_once (decoder, NULL, 1000, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (vouch_camera_hub_take_photo (hub, NULL, 1000, 640, &photo, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND);
  g_assert_cmpuint (devices->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/camera-none/says-that-it-has-none", test_says_that_it_has_none);
  return g_test_run ();
}
