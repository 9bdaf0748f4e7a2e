#pragma once

#include "vouch-decoder-client.h"
#include "vouch-frame-feed.h"

G_BEGIN_DECLS

/**
 * VouchCameraSight:
 * @frame: (owned): the frame that was looked at
 * @is_lost: the decoder failed on it, so that nobody knows what it shows
 * @agreed: (owned) (element-type VouchSymbol): what may be believed
 * @doubtful: (owned) (element-type VouchSymbol): what may not be believed yet
 *
 * What is seen in one frame. It never changes.
 */
typedef struct
{
  VouchFrame *frame;
  gboolean is_lost;
  GPtrArray *agreed;
  GPtrArray *doubtful;
} VouchCameraSight;

void vouch_camera_sight_free (VouchCameraSight *self);

/**
 * VouchCameraLook:
 *
 * Reads frames of a feed, one after the other, and knows what the one before showed.
 */
typedef struct _VouchCameraLook VouchCameraLook;

VouchCameraLook *vouch_camera_look_new (VouchFrameFeed *feed, VouchDecoder *decoder) G_GNUC_WARN_UNUSED_RESULT;
void vouch_camera_look_free (VouchCameraLook *self);
gboolean vouch_camera_look_once (VouchCameraLook *self, gint64 until, VouchCameraSight **sight,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchCameraSight, vouch_camera_sight_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchCameraLook, vouch_camera_look_free)

G_END_DECLS
