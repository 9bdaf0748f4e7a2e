#pragma once

#include <glib.h>

#include "vouch-decoder-client.h"

G_BEGIN_DECLS

/**
 * VouchCamera:
 *
 * A camera whose frames the decoder reads, on a thread of its own. While a frame is being read, newer ones replace each
 * other, so that what is read next is what the camera sees now.
 */
typedef struct _VouchCamera VouchCamera;

/**
 * VouchCameraFunc:
 * @symbols: (nullable) (element-type VouchSymbol): at least one code that may be believed; %NULL in the last call, when
 *   the camera was lost: vouch_camera_get_error() says why
 * @data: as given to vouch_camera_new()
 *
 * Called on the camera's thread, for every frame in which codes are seen: the same code again and again while it is
 * held before the camera. It must neither block for long nor free the camera.
 */
typedef void (*VouchCameraFunc) (GPtrArray *symbols, gpointer data);

VouchCamera *vouch_camera_new (VouchDecoder *decoder, const char *pipeline, VouchCameraFunc callback, gpointer data,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_camera_free (VouchCamera *self);
guint64 vouch_camera_get_frames (VouchCamera *self);
guint64 vouch_camera_get_dropped (VouchCamera *self);
const GError *vouch_camera_get_error (VouchCamera *self);
GPtrArray *vouch_camera_read_once (VouchDecoder *decoder, const char *pipeline, guint timeout_ms,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_camera_take_photo (VouchDecoder *decoder, const char *pipeline, guint timeout_ms, guint longest,
                                  VouchDecoderPhoto *photo, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchCamera, vouch_camera_free)

G_END_DECLS
