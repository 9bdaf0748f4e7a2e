#include "vouch-picture.h"

#include <string.h>

static gboolean
begins_with (const guint8 *file, gsize length, const char *magic, gsize magic_length)
{
  return length >= magic_length && memcmp (file, magic, magic_length) == 0;
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
  if (begins_with (file, length, "\x89PNG\r\n\x1a\n", 8))
    return vouch_picture_decode_png (file, length, picture);
  if (begins_with (file, length, "\xff\xd8\xff", 3))
    return vouch_picture_decode_jpeg (file, length, picture);
  return VOUCH_PICTURE_FOREIGN;
}
