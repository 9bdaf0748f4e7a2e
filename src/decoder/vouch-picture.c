#include "vouch-picture.h"

#include <string.h>

static gboolean
begins_with (const guint8 *file, gsize length, const char *magic, gsize magic_length)
{
  return length >= magic_length && memcmp (file, magic, magic_length) == 0;
}

/**
 * vouch_picture_is_png:
 * @file: (array length=length): the bytes of a file
 * @length: the length of @file
 *
 * Returns: whether it begins like a PNG
 */
gboolean
vouch_picture_is_png (const guint8 *file, gsize length)
{
  return begins_with (file, length, "\x89PNG\r\n\x1a\n", 8);
}

/**
 * vouch_picture_is_jpeg:
 * @file: (array length=length): the bytes of a file
 * @length: the length of @file
 *
 * Returns: whether it begins like a JPEG
 */
gboolean
vouch_picture_is_jpeg (const guint8 *file, gsize length)
{
  return begins_with (file, length, "\xff\xd8\xff", 3);
}

/**
 * vouch_picture_decode:
 * @file: (array length=length): the bytes of a picture file
 * @length: the length of @file
 * @picture: (out) (transfer full): the picture in grey, when it was read
 *
 * Decodes a PNG or JPEG, known by its first bytes and never by a name.
 *
 * Returns: what became of it
 */
VouchPictureVerdict
vouch_picture_decode (const guint8 *file, gsize length, VouchGrey **picture)
{
  *picture = NULL;
  if (vouch_picture_is_png (file, length))
    return vouch_picture_decode_png (file, length, picture);
  if (vouch_picture_is_jpeg (file, length))
    return vouch_picture_decode_jpeg (file, length, picture);
  return VOUCH_PICTURE_FOREIGN;
}
