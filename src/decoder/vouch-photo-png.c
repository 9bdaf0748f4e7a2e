#include <png.h>
#include <string.h>

#include "vouch-photo.h"

static const png_color white = { 255, 255, 255 };

static VouchPictureVerdict
decode_rows (png_image *image, VouchPhoto **photo)
{
  g_autoptr (VouchPhoto) rows = NULL;

  if (!vouch_grey_size_is_allowed (image->width, image->height))
    return VOUCH_PICTURE_TOO_LARGE;
  rows = vouch_photo_new (image->width, image->height);
  if (rows == NULL)
    return VOUCH_PICTURE_TOO_LARGE;
  image->format = PNG_FORMAT_RGB;
  if (!png_image_finish_read (image, &white, rows->pixels, 0, NULL))
    return VOUCH_PICTURE_DAMAGED;
  *photo = g_steal_pointer (&rows);
  return VOUCH_PICTURE_READ;
}

/**
 * vouch_photo_decode_png:
 * @file: (array length=length): the bytes of the file
 * @length: the length of @file
 * @photo: (out) (transfer full): the photograph on white paper, when it was read
 *
 * Returns: what became of it
 */
VouchPictureVerdict
vouch_photo_decode_png (const guint8 *file, gsize length, VouchPhoto **photo)
{
  png_image image;
  VouchPictureVerdict verdict = VOUCH_PICTURE_DAMAGED;

  memset (&image, 0, sizeof image);
  image.version = PNG_IMAGE_VERSION;
  if (png_image_begin_read_from_memory (&image, file, length))
    verdict = decode_rows (&image, photo);
  png_image_free (&image);
  return verdict;
}
