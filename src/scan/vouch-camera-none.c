/* The cameras of a build that has none: whoever asks is told so, and scanners and picture files work on. */
#include <glib/gi18n-lib.h>

#include "vouch-camera-list.h"
#include "vouch-error.h"
#include "vouch-frame-feed.h"

/**
 * vouch_frame_feed_new:
 * @source: (nullable): where pictures come from
 * @in_colour: whether frames are wanted in colour
 * @error: return location
 *
 * Returns: (nullable): %NULL with %VOUCH_ERROR_NOT_FOUND
 */
VouchFrameFeed *
vouch_frame_feed_new (const char *source, gboolean in_colour, GError **error)
{
  g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND,
                       _ ("This program was built without camera support; use a scanner, or a picture file"));
  return NULL;
}

/**
 * vouch_frame_feed_free:
 * @self: (nullable): %NULL, as there is none
 */
void
vouch_frame_feed_free (VouchFrameFeed *self)
{
}

/**
 * vouch_frame_feed_set_func:
 * @self: a feed
 * @func: called for each frame
 * @data: for @func
 */
void
vouch_frame_feed_set_func (VouchFrameFeed *self, VouchFrameFunc func, gpointer data)
{
}

/**
 * vouch_frame_feed_start:
 * @self: a feed
 * @error: return location
 *
 * Returns: %FALSE
 */
gboolean
vouch_frame_feed_start (VouchFrameFeed *self, GError **error)
{
  g_return_val_if_reached (FALSE);
}

/**
 * vouch_frame_feed_stop:
 * @self: a feed
 */
void
vouch_frame_feed_stop (VouchFrameFeed *self)
{
}

/**
 * vouch_frame_feed_is_stopped:
 * @self: a feed
 *
 * Returns: %TRUE
 */
gboolean
vouch_frame_feed_is_stopped (VouchFrameFeed *self)
{
  return TRUE;
}

/**
 * vouch_frame_feed_take:
 * @self: a feed
 * @after: the number of the frame that was taken last
 * @from: not before this
 * @until: but by this
 * @frame: (out) (nullable): the newest frame
 * @error: return location
 *
 * Returns: %FALSE
 */
gboolean
vouch_frame_feed_take (VouchFrameFeed *self, guint64 after, gint64 from, gint64 until, VouchFrame **frame,
                       GError **error)
{
  g_return_val_if_reached (FALSE);
}

/**
 * vouch_camera_list:
 *
 * Returns: (transfer full) (element-type VouchCameraDevice): no cameras
 */
GPtrArray *
vouch_camera_list (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_camera_device_free);
}
