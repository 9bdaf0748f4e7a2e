/* A build without camera support, in every build. */

#include <glib.h>
#include <string.h>

#include "vouch-camera.h"
#include "vouch-error.h"

static void
never_called_cb (GPtrArray *symbols, gpointer data)
{
  g_assert_not_reached ();
}

static void
test_says_that_it_has_none (void)
{
  g_autoptr (VouchDecoder) decoder = vouch_decoder_new ("/nonexistent/vouch-decoder");
  g_autoptr (GError) error = NULL;

  g_assert_null (vouch_camera_new (decoder, NULL, never_called_cb, NULL, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "built without camera support"));
  g_clear_error (&error);
  g_assert_null (vouch_camera_read_once (decoder, NULL, 1000, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND);
  vouch_camera_free (NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/camera-none/says-that-it-has-none", test_says_that_it_has_none);
  return g_test_run ();
}
