#pragma once

#include <gio/gio.h>

#include "vouch-camera-hub.h"
#include "vouch-camera-look.h"

G_BEGIN_DECLS

#define VOUCH_TYPE_CAMERA (vouch_camera_get_type ())
G_DECLARE_FINAL_TYPE (VouchCamera, vouch_camera, VOUCH, CAMERA, GObject)

/**
 * VouchCamera:
 *
 * A camera that is watched, on threads of its own: what it shows, up to thirty times a second, and what the decoder
 * finds in it, at the decoder's pace. Whoever is slow gets what is newest; only codes that came are never left out.
 * Nothing here blocks. All signals come in the main context that made it.
 *
 * Signals: "picture": there is a newer vouch_camera_get_frame(); "sight": there is a newer vouch_camera_get_sight();
 * "codes" (GPtrArray of VouchCameraCode, VouchFrame): a code came, and these are in the picture; "lost": it does not
 * come back, and vouch_camera_get_error() says why.
 */

VouchCamera *vouch_camera_new (VouchCameraHub *hub, const char *source) G_GNUC_WARN_UNUSED_RESULT;
void vouch_camera_close (VouchCamera *self);
void vouch_camera_set_room (VouchCamera *self, guint width, guint height);
VouchFrame *vouch_camera_get_frame (VouchCamera *self);
const VouchCameraSight *vouch_camera_get_sight (VouchCamera *self);
const GError *vouch_camera_get_error (VouchCamera *self);
guint64 vouch_camera_get_frames (VouchCamera *self);
guint64 vouch_camera_get_dropped (VouchCamera *self);

GPtrArray *vouch_camera_read_once (VouchDecoder *decoder, const char *source, guint timeout_ms,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
