#pragma once

#include "vouch-decoder-client.h"
#include "vouch-frame.h"

G_BEGIN_DECLS

/**
 * VouchCameraHub:
 *
 * Whoever wants pictures of a station's camera meets here: a device can be open once only. While somebody watches it,
 * a photograph is taken of what it sends anyway; whoever else wants it waits until it is closed. Thread-safe.
 */
typedef struct _VouchCameraHub VouchCameraHub;

VouchCameraHub *vouch_camera_hub_new (VouchDecoder *decoder) G_GNUC_WARN_UNUSED_RESULT;
void vouch_camera_hub_free (VouchCameraHub *self);
VouchDecoder *vouch_camera_hub_get_decoder (VouchCameraHub *self);
void vouch_camera_hub_enter (VouchCameraHub *self);
void vouch_camera_hub_leave (VouchCameraHub *self);
void vouch_camera_hub_claim (VouchCameraHub *self);
void vouch_camera_hub_show (VouchCameraHub *self, VouchFrame *frame);
void vouch_camera_hub_release (VouchCameraHub *self);
gboolean vouch_camera_hub_take_photo (VouchCameraHub *self, const char *source, guint timeout_ms, guint longest,
                                      VouchDecoderPhoto *photo, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchCameraHub, vouch_camera_hub_free)

G_END_DECLS
