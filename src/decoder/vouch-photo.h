#pragma once

#include "vouch-picture.h"

G_BEGIN_DECLS

/**
 * VouchPhoto:
 * @width: in pixels, at least 1
 * @height: in pixels, at least 1
 * @pixels: (owned): rows of @width × 3 bytes, red, green and blue, without padding
 *
 * A photograph in memory, in colour.
 */
typedef struct
{
  guint width;
  guint height;
  guint8 *pixels;
} VouchPhoto;

VouchPhoto *vouch_photo_new (guint width, guint height) G_GNUC_WARN_UNUSED_RESULT;
void vouch_photo_free (VouchPhoto *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchPhoto, vouch_photo_free)

VouchPictureVerdict vouch_photo_decode (const guint8 *file, gsize length, guint longest, VouchPhoto **photo);
VouchPictureVerdict vouch_photo_decode_png (const guint8 *file, gsize length, VouchPhoto **photo);
VouchPictureVerdict vouch_photo_decode_ppm (const guint8 *file, gsize length, VouchPhoto **photo);
VouchPictureVerdict
vouch_photo_decode_jpeg (const guint8 *file, gsize length, guint longest, int *orientation, VouchPhoto **photo);
VouchPhoto *vouch_photo_shrink (const VouchPhoto *self, guint longest) G_GNUC_WARN_UNUSED_RESULT;
VouchPhoto *vouch_photo_turn (const VouchPhoto *self, int orientation) G_GNUC_WARN_UNUSED_RESULT;
GBytes *vouch_photo_encode (const VouchPhoto *self) G_GNUC_WARN_UNUSED_RESULT;
int vouch_photo_read_orientation (const guint8 *data, gsize length);

G_END_DECLS
