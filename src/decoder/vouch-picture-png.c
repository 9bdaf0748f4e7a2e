#include "vouch-picture.h"

#include <png.h>
#include <string.h>

static const png_color white = { 255, 255, 255 };

static VouchPictureVerdict
decode_rows (png_image *image, VouchGrey **picture)
{
  g_autoptr (VouchGrey) grey = NULL;

  if (!vouch_grey_size_is_allowed (image->width, image->height))
    return VOUCH_PICTURE_TOO_LARGE;
  grey = vouch_grey_new (image->width, image->height);
  if (grey == NULL)
    return VOUCH_PICTURE_TOO_LARGE;
  image->format = PNG_FORMAT_GRAY;
  if (!png_image_finish_read (image, &white, grey->pixels, (png_int_32)grey->width, NULL))
    return VOUCH_PICTURE_DAMAGED;
  *picture = g_steal_pointer (&grey);
  return VOUCH_PICTURE_READ;
}

/**
 * vouch_picture_decode_png:
 * @file: (array length=length): the bytes of the file
 * @length: the length of @file
 * @picture: (out) (transfer full): the picture in grey on white paper, when it was read
 *
 * Returns: what became of it
 */
VouchPictureVerdict
vouch_picture_decode_png (const guint8 *file, gsize length, VouchGrey **picture)
{
  png_image image;
  VouchPictureVerdict verdict = VOUCH_PICTURE_DAMAGED;

  memset (&image, 0, sizeof image);
  image.version = PNG_IMAGE_VERSION;
  if (png_image_begin_read_from_memory (&image, file, length))
    verdict = decode_rows (&image, picture);
  png_image_free (&image);
  return verdict;
}
