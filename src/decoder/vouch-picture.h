#pragma once

#include "vouch-grey.h"

G_BEGIN_DECLS

/**
 * VouchPictureVerdict:
 * @VOUCH_PICTURE_READ: the file became a picture
 * @VOUCH_PICTURE_FOREIGN: neither PNG nor JPEG
 * @VOUCH_PICTURE_TOO_LARGE: its header promises more than %VOUCH_GREY_MAX_PIXELS; nothing was decoded
 * @VOUCH_PICTURE_DAMAGED: broken, cut off, or of a kind that is not read
 *
 * What became of a picture file. The numbers travel to the client.
 */
typedef enum
{
  VOUCH_PICTURE_READ = 0,
  VOUCH_PICTURE_FOREIGN = 1,
  VOUCH_PICTURE_TOO_LARGE = 2,
  VOUCH_PICTURE_DAMAGED = 3,
} VouchPictureVerdict;

gboolean vouch_picture_is_png (const guint8 *file, gsize length);
gboolean vouch_picture_is_jpeg (const guint8 *file, gsize length);
VouchPictureVerdict vouch_picture_decode (const guint8 *file, gsize length, VouchGrey **picture);
VouchPictureVerdict vouch_picture_decode_png (const guint8 *file, gsize length, VouchGrey **picture);
VouchPictureVerdict vouch_picture_decode_jpeg (const guint8 *file, gsize length, VouchGrey **picture);

G_END_DECLS
