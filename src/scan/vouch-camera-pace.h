#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VouchCameraPace:
 * @seen_at: when a frame showed something last, or when the first one was looked at; 0 at first
 *
 * How soon a camera's next frame is looked at. Times are monotonic microseconds. All zeros is a new pace.
 */
typedef struct
{
  gint64 seen_at;
} VouchCameraPace;

gint64 vouch_camera_pace_next (VouchCameraPace *self, gint64 begun, gint64 ended, gboolean has_seen);

G_END_DECLS
