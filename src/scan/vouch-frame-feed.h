#pragma once

#include "vouch-frame.h"

G_BEGIN_DECLS

/**
 * VouchFrameFeed:
 *
 * A running GStreamer pipeline, of which only the newest frame is kept. Several threads may take frames of it, each at
 * its own pace.
 */
typedef struct _VouchFrameFeed VouchFrameFeed;

/**
 * VouchFrameFunc:
 * @frame: a new frame
 * @data: as given to vouch_frame_feed_set_func()
 *
 * Called for each frame on a thread of the pipeline, which waits meanwhile.
 */
typedef void (*VouchFrameFunc) (VouchFrame *frame, gpointer data);

VouchFrameFeed *vouch_frame_feed_new (const char *source, gboolean in_colour, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_frame_feed_free (VouchFrameFeed *self);
void vouch_frame_feed_set_func (VouchFrameFeed *self, VouchFrameFunc func, gpointer data);
gboolean vouch_frame_feed_start (VouchFrameFeed *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_frame_feed_stop (VouchFrameFeed *self);
gboolean vouch_frame_feed_is_stopped (VouchFrameFeed *self);
gboolean vouch_frame_feed_take (VouchFrameFeed *self, guint64 after, gint64 from, gint64 until, VouchFrame **frame,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchFrameFeed, vouch_frame_feed_free)

G_END_DECLS
