#include <string.h>

#include "vouch-photo.h"

/* "P6", width, height and 255, each after one space or line end; then the pixels. It is what a camera's frame is sent
 * as. */
static gboolean
take_number (const guint8 *file, gsize length, gsize *at, guint *number)
{
  gsize begin = *at;

  *number = 0;
  while (*at < length && g_ascii_isdigit (file[*at]) && *at - begin < 5)
    *number = *number * 10 + (file[(*at)++] - '0');
  return *at > begin && *at < length && g_ascii_isspace (file[(*at)++]);
}

/**
 * vouch_photo_decode_ppm:
 * @file: (array length=length): the bytes of the file
 * @length: the length of @file
 * @photo: (out) (transfer full): the photograph, when it was read
 *
 * Returns: what became of it
 */
VouchPictureVerdict
vouch_photo_decode_ppm (const guint8 *file, gsize length, VouchPhoto **photo)
{
  gsize at = 3;
  guint width, height, most;

  if (!take_number (file, length, &at, &width) || !take_number (file, length, &at, &height) ||
      !take_number (file, length, &at, &most) || most != 255)
    return VOUCH_PICTURE_DAMAGED;
  if (!vouch_grey_size_is_allowed (width, height))
    return VOUCH_PICTURE_TOO_LARGE;
  if (length - at != (gsize)width * height * 3)
    return VOUCH_PICTURE_DAMAGED;
  *photo = vouch_photo_new (width, height);
  if (*photo == NULL)
    return VOUCH_PICTURE_TOO_LARGE;
  memcpy ((*photo)->pixels, file + at, length - at);
  return VOUCH_PICTURE_READ;
}
