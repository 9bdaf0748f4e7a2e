#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VouchFrame:
 * @pixels: (owned): rows without padding: a grey byte a pixel, 0 is black; or red, green and blue
 * @width: in pixels
 * @height: in pixels
 * @channels: bytes a pixel, 1 or 3
 *
 * One picture of a camera.
 */
typedef struct
{
  guint8 *pixels;
  guint width;
  guint height;
  guint channels;
} VouchFrame;

void vouch_frame_free (VouchFrame *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchFrame, vouch_frame_free)

/**
 * VouchFrameFeed:
 *
 * A running GStreamer pipeline, of which only the newest frame is kept.
 */
typedef struct _VouchFrameFeed VouchFrameFeed;

VouchFrameFeed *
vouch_frame_feed_new (const char *pipeline, gboolean in_colour, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_frame_feed_free (VouchFrameFeed *self);
gboolean vouch_frame_feed_start (VouchFrameFeed *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_frame_feed_stop (VouchFrameFeed *self);
gboolean vouch_frame_feed_is_stopped (VouchFrameFeed *self);
gboolean vouch_frame_feed_take (VouchFrameFeed *self, gint64 from, gint64 until, VouchFrame **frame,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
guint64 vouch_frame_feed_get_dropped (VouchFrameFeed *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchFrameFeed, vouch_frame_feed_free)

G_END_DECLS
