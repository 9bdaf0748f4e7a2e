#include "vouch-camera-pace.h"

/* A person holds a code longer than this, and a dock's computer has other things to do as well. */
#define LOOK_EVERY_US (80 * 1000)
/* So long after something was seen somebody may still be at it: another code, or the same one held better. */
#define LIVELY_US (5 * G_USEC_PER_SEC)
/* No frame with a code takes so long; noise does, and what looks like bars everywhere. */
#define SLOW_US (150 * 1000)
/* Of the time of frames that show nothing, or are slow and show nothing, reading takes at most one part. */
#define PARTS 2

/**
 * vouch_camera_pace_next:
 * @self: a pace
 * @begun: when the reading of a frame was begun
 * @ended: when it had been read
 * @has_seen: whether it shows any code, believed or not
 *
 * While codes are seen, and for a while after, frames are looked at one after the other. What shows nothing for longer,
 * or takes unusually long and shows nothing, gets half of a processor at most, whatever comes in.
 *
 * Returns: when to look at the next one, not before @begun
 */
gint64
vouch_camera_pace_next (VouchCameraPace *self, gint64 begun, gint64 ended, gboolean has_seen)
{
  gint64 taken = ended - begun;
  gboolean is_lively;

  if (has_seen || self->seen_at == 0)
    self->seen_at = ended;
  is_lively = has_seen || (ended - self->seen_at < LIVELY_US && taken < SLOW_US);
  return begun + MAX (LOOK_EVERY_US, is_lively ? taken : PARTS * taken);
}
