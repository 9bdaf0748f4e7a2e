/* The camera of a build that has none: whoever asks is told so, and scanners and picture files work on. */
#include "vouch-camera.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"

static void
refuse (GError **error)
{
  g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND,
                       _ ("This program was built without camera support; use a scanner, or a picture file"));
}

/**
 * vouch_camera_new:
 * @decoder: the decoder
 * @pipeline: (nullable): where the frames come from
 * @callback: (scope notified): what would take the codes
 * @data: for @callback
 * @error: return location
 *
 * Returns: (nullable): %NULL with %VOUCH_ERROR_NOT_FOUND
 */
VouchCamera *
vouch_camera_new (VouchDecoder *decoder, const char *pipeline, VouchCameraFunc callback, gpointer data, GError **error)
{
  refuse (error);
  return NULL;
}

/**
 * vouch_camera_free:
 * @self: (nullable): %NULL, as there is no camera
 */
void
vouch_camera_free (VouchCamera *self)
{
}

/**
 * vouch_camera_get_frames:
 * @self: a camera
 *
 * Returns: 0
 */
guint64
vouch_camera_get_frames (VouchCamera *self)
{
  return 0;
}

/**
 * vouch_camera_get_dropped:
 * @self: a camera
 *
 * Returns: 0
 */
guint64
vouch_camera_get_dropped (VouchCamera *self)
{
  return 0;
}

/**
 * vouch_camera_get_error:
 * @self: a camera
 *
 * Returns: (nullable): %NULL
 */
const GError *
vouch_camera_get_error (VouchCamera *self)
{
  return NULL;
}

/**
 * vouch_camera_read_once:
 * @decoder: the decoder
 * @pipeline: (nullable): where the frames come from
 * @timeout_ms: how long to look
 * @error: return location
 *
 * Returns: (nullable): %NULL with %VOUCH_ERROR_NOT_FOUND
 */
GPtrArray *
vouch_camera_read_once (VouchDecoder *decoder, const char *pipeline, guint timeout_ms, GError **error)
{
  refuse (error);
  return NULL;
}

/**
 * vouch_camera_take_photo:
 * @decoder: the decoder
 * @pipeline: (nullable): where the frame comes from
 * @timeout_ms: how long to wait
 * @longest: how long the longer side may be
 * @photo: what would be the photograph
 * @error: return location
 *
 * Returns: %FALSE with %VOUCH_ERROR_NOT_FOUND
 */
gboolean
vouch_camera_take_photo (VouchDecoder *decoder, const char *pipeline, guint timeout_ms, guint longest,
                         VouchDecoderPhoto *photo, GError **error)
{
  refuse (error);
  return FALSE;
}
