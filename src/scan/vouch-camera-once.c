/* Cameras for whoever waits for them. */
#include <glib/gi18n-lib.h>

#include "vouch-camera.h"
#include "vouch-error.h"

static GPtrArray *
look_until (VouchCameraLook *look, gint64 until, GError **error)
{
  while (g_get_monotonic_time () < until)
    {
      g_autoptr (VouchCameraSight) sight = NULL;

      if (!vouch_camera_look_once (look, until, &sight, error))
        return NULL;
      if (sight != NULL && sight->agreed->len > 0)
        return g_ptr_array_ref (sight->agreed);
    }
  g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND,
                       _ ("The camera saw no code; hold it closer and in the light, then try again"));
  return NULL;
}

/**
 * vouch_camera_read_once:
 * @decoder: (transfer none): the decoder
 * @source: (nullable): as for vouch_camera_new()
 * @timeout_ms: how long to look
 * @error: return location
 *
 * Opens the camera, waits for the first frame with a code that may be believed, and closes it. Blocks. Fails with
 * %VOUCH_ERROR_NOT_FOUND if none was seen in time, and as vouch_camera_get_error() says.
 *
 * Returns: (transfer full) (element-type VouchSymbol) (nullable): at least one symbol
 */
GPtrArray *
vouch_camera_read_once (VouchDecoder *decoder, const char *source, guint timeout_ms, GError **error)
{
  gint64 until = g_get_monotonic_time () + (gint64)timeout_ms * 1000;
  g_autoptr (VouchFrameFeed) feed = NULL;
  g_autoptr (VouchCameraLook) look = NULL;

  g_return_val_if_fail (decoder != NULL, NULL);

  feed = vouch_frame_feed_new (source, FALSE, error);
  if (feed == NULL || !vouch_frame_feed_start (feed, error))
    return NULL;
  look = vouch_camera_look_new (feed, decoder);
  return look_until (look, until, error);
}
