#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* No photograph is drawn larger. */
#define VOUCH_DECODER_PHOTO_MAX 4096

/**
 * VouchDecoderPhoto:
 * @width: in pixels
 * @height: in pixels
 * @bytes: (owned): a JPEG, or rows of @width × 3 bytes, red, green and blue
 *
 * A photograph as the decoder drew it anew: whatever its file was, these are only pixels.
 */
typedef struct
{
  guint width;
  guint height;
  GBytes *bytes;
} VouchDecoderPhoto;

void vouch_decoder_photo_clear (VouchDecoderPhoto *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VouchDecoderPhoto, vouch_decoder_photo_clear)

G_END_DECLS
