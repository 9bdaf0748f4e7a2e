#include "vouch-camera-look.h"

#include "vouch-agreement.h"
#include "vouch-camera-pace.h"
#include "vouch-error.h"

struct _VouchCameraLook
{
  VouchFrameFeed *feed;  /* lent */
  VouchDecoder *decoder; /* lent */
  GPtrArray *before;     /* what the last frame showed, NULL at first */
  guint64 number;        /* of the last frame */
  VouchCameraPace pace;
  gint64 next_at; /* monotonic microseconds */
};

/**
 * vouch_camera_sight_free:
 * @self: (nullable) (transfer full): a sight
 */
void
vouch_camera_sight_free (VouchCameraSight *self)
{
  if (self == NULL)
    return;
  vouch_frame_unref (self->frame);
  g_ptr_array_unref (self->agreed);
  g_ptr_array_unref (self->doubtful);
  g_free (self);
}

/**
 * vouch_camera_look_new:
 * @feed: (transfer none): where frames come from
 * @decoder: (transfer none): what reads them
 *
 * Returns: (transfer full): a look at frames to come
 */
VouchCameraLook *
vouch_camera_look_new (VouchFrameFeed *feed, VouchDecoder *decoder)
{
  VouchCameraLook *self = g_new0 (VouchCameraLook, 1);

  self->feed = feed;
  self->decoder = decoder;
  return self;
}

/**
 * vouch_camera_look_free:
 * @self: (nullable) (transfer full): a look
 */
void
vouch_camera_look_free (VouchCameraLook *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->before, g_ptr_array_unref);
  g_free (self);
}

/* One frame on which the decoder fails is lost, and the next is as good. A decoder that cannot be started stays so. */
static gboolean
read_frame (VouchCameraLook *self, VouchFrame *frame, GPtrArray **symbols, GError **error)
{
  g_autoptr (GBytes) grey = vouch_frame_dup_grey (frame);
  g_autoptr (GError) failure = NULL;

  *symbols = vouch_decoder_read_frame (self->decoder, g_bytes_get_data (grey, NULL), frame->width, frame->height,
                                       frame->width, &failure);
  if (*symbols != NULL || !g_error_matches (failure, VOUCH_ERROR, VOUCH_ERROR_STORAGE))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static VouchCameraSight *
judge (VouchCameraLook *self, VouchFrame *frame, GPtrArray *symbols)
{
  VouchCameraSight *sight = g_new0 (VouchCameraSight, 1);
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  GPtrArray *now = symbols != NULL ? symbols : nothing;

  sight->frame = vouch_frame_ref (frame);
  sight->is_lost = symbols == NULL;
  sight->agreed = vouch_agreement_of_frames (self->before, now, &sight->doubtful);
  g_clear_pointer (&self->before, g_ptr_array_unref);
  self->before = g_ptr_array_ref (now);
  return sight;
}

/**
 * vouch_camera_look_once:
 * @self: a look
 * @until: monotonic microseconds
 * @sight: (out) (transfer full) (nullable): what is seen; %NULL if there was no frame in time, or the feed was stopped
 * @error: return location
 *
 * Reads the newest frame when it is time to. Fails like vouch_frame_feed_take(), and with %VOUCH_ERROR_STORAGE if the
 * decoder cannot be started.
 *
 * Returns: whether more may come
 */
gboolean
vouch_camera_look_once (VouchCameraLook *self, gint64 until, VouchCameraSight **sight, GError **error)
{
  g_autoptr (VouchFrame) frame = NULL;
  g_autoptr (GPtrArray) symbols = NULL;
  gint64 begun;

  g_return_val_if_fail (self != NULL && sight != NULL, FALSE);

  *sight = NULL;
  if (!vouch_frame_feed_take (self->feed, self->number, self->next_at, until, &frame, error))
    return FALSE;
  if (frame == NULL)
    return TRUE;
  self->number = frame->number;
  begun = g_get_monotonic_time ();
  if (!read_frame (self, frame, &symbols, error))
    return FALSE;
  self->next_at =
      vouch_camera_pace_next (&self->pace, begun, g_get_monotonic_time (), symbols != NULL && symbols->len > 0);
  *sight = judge (self, frame, symbols);
  return TRUE;
}
