#include "vouch-photo.h"

#include <string.h>

#define CHANNELS 3

/**
 * vouch_photo_new:
 * @width: in pixels
 * @height: in pixels
 *
 * Returns: (transfer full) (nullable): a photograph of undefined content, %NULL if memory does not suffice
 */
VouchPhoto *
vouch_photo_new (guint width, guint height)
{
  guint8 *pixels;
  VouchPhoto *self;

  g_return_val_if_fail (width > 0 && height > 0, NULL);

  pixels = g_try_malloc ((gsize)width * height * CHANNELS);
  if (pixels == NULL)
    return NULL;
  self = g_new0 (VouchPhoto, 1);
  self->width = width;
  self->height = height;
  self->pixels = pixels;
  return self;
}

/**
 * vouch_photo_free:
 * @self: (nullable) (transfer full): a photograph
 */
void
vouch_photo_free (VouchPhoto *self)
{
  if (self == NULL)
    return;
  g_free (self->pixels);
  g_free (self);
}

static guint8 *
pixel_at (const VouchPhoto *self, guint x, guint y)
{
  return self->pixels + ((gsize)y * self->width + x) * CHANNELS;
}

/* The mean of the pixels of @self that lie under one of the smaller picture. */
static void
take_mean (const VouchPhoto *self, const VouchPhoto *small, guint x, guint y, guint8 *mean)
{
  guint left = (guint)((guint64)x * self->width / small->width);
  guint right = MAX (left + 1, (guint)((guint64)(x + 1) * self->width / small->width));
  guint top = (guint)((guint64)y * self->height / small->height);
  guint bottom = MAX (top + 1, (guint)((guint64)(y + 1) * self->height / small->height));
  guint64 sums[CHANNELS] = { 0 };
  guint64 n = (guint64)(right - left) * (bottom - top);

  for (guint row = top; row < bottom; row++)
    for (guint column = left; column < right; column++)
      for (guint i = 0; i < CHANNELS; i++)
        sums[i] += pixel_at (self, column, row)[i];
  for (guint i = 0; i < CHANNELS; i++)
    mean[i] = (guint8)((sums[i] + n / 2) / n);
}

/**
 * vouch_photo_shrink:
 * @self: a photograph
 * @longest: how long its longer side may be
 *
 * Returns: (transfer full) (nullable): the photograph in the same proportions, never larger than it was; %NULL if
 *   memory does not suffice
 */
VouchPhoto *
vouch_photo_shrink (const VouchPhoto *self, guint longest)
{
  guint side = MAX (self->width, self->height);
  guint wanted = MIN (side, longest);
  guint width = MAX (1, (guint)((guint64)self->width * wanted / side));
  guint height = MAX (1, (guint)((guint64)self->height * wanted / side));
  VouchPhoto *small = vouch_photo_new (width, height);

  if (small == NULL)
    return NULL;
  for (guint y = 0; y < height; y++)
    for (guint x = 0; x < width; x++)
      take_mean (self, small, x, y, pixel_at (small, x, y));
  return small;
}

/**
 * vouch_photo_turn:
 * @self: a photograph
 * @orientation: 1 to 8, as a camera notes how it was held
 *
 * Returns: (transfer full) (nullable): the photograph as it was seen; %NULL if memory does not suffice
 */
VouchPhoto *
vouch_photo_turn (const VouchPhoto *self, int orientation)
{
  gboolean is_lying = orientation >= 5;
  guint width = is_lying ? self->height : self->width;
  guint height = is_lying ? self->width : self->height;
  VouchPhoto *turned = vouch_photo_new (width, height);

  if (turned == NULL)
    return NULL;
  for (guint y = 0; y < height; y++)
    for (guint x = 0; x < width; x++)
      {
        guint u = is_lying ? y : x, v = is_lying ? x : y;

        if (orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8)
          u = self->width - 1 - u;
        if (orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7)
          v = self->height - 1 - v;
        memcpy (pixel_at (turned, x, y), pixel_at (self, u, v), CHANNELS);
      }
  return turned;
}

static guint
read_number (const guint8 *at, gboolean is_big, guint n_bytes)
{
  guint number = 0;

  for (guint i = 0; i < n_bytes; i++)
    number |= (guint)at[i] << 8 * (is_big ? n_bytes - 1 - i : i);
  return number;
}

/**
 * vouch_photo_read_orientation:
 * @data: (array length=length): an APP1 segment
 * @length: its length
 *
 * Returns: 1 to 8, the Exif orientation; 1 where there is none
 */
int
vouch_photo_read_orientation (const guint8 *data, gsize length)
{
  static const guint8 magic[6] = "Exif\0";
  const guint8 *tiff = data + sizeof magic;
  gboolean is_big;
  gsize at, n;

  if (length < sizeof magic + 8 || memcmp (data, magic, sizeof magic) != 0)
    return 1;
  length -= sizeof magic;
  is_big = tiff[0] == 'M';
  at = read_number (tiff + 4, is_big, 4);
  if (at > length - 2)
    return 1;
  n = read_number (tiff + at, is_big, 2);
  for (at += 2; n > 0 && at + 12 <= length; at += 12, n--)
    if (read_number (tiff + at, is_big, 2) == 0x0112)
      {
        guint orientation = read_number (tiff + at + 8, is_big, 2);

        return orientation >= 1 && orientation <= 8 ? (int)orientation : 1;
      }
  return 1;
}

static gboolean
replace (VouchPhoto **photo, VouchPhoto *with)
{
  vouch_photo_free (*photo);
  *photo = with;
  return with != NULL;
}

/**
 * vouch_photo_decode:
 * @file: (array length=length): the bytes of a picture file
 * @length: the length of @file
 * @longest: how long the longer side may be
 * @photo: (out) (transfer full): the photograph, when it was read
 *
 * Decodes a PNG, JPEG or plain pixmap in colour, upright and no longer than wanted. Nothing of the file but its pixels
 * is kept: not where and when it was taken.
 *
 * Returns: what became of it
 */
VouchPictureVerdict
vouch_photo_decode (const guint8 *file, gsize length, guint longest, VouchPhoto **photo)
{
  VouchPictureVerdict verdict = VOUCH_PICTURE_FOREIGN;
  int orientation = 1;

  *photo = NULL;
  if (vouch_picture_is_png (file, length))
    verdict = vouch_photo_decode_png (file, length, photo);
  else if (vouch_picture_is_jpeg (file, length))
    verdict = vouch_photo_decode_jpeg (file, length, longest, &orientation, photo);
  else if (length > 3 && memcmp (file, "P6\n", 3) == 0)
    verdict = vouch_photo_decode_ppm (file, length, photo);
  if (verdict != VOUCH_PICTURE_READ)
    return verdict;
  if (MAX ((*photo)->width, (*photo)->height) > longest && !replace (photo, vouch_photo_shrink (*photo, longest)))
    return VOUCH_PICTURE_TOO_LARGE;
  if (orientation != 1 && !replace (photo, vouch_photo_turn (*photo, orientation)))
    return VOUCH_PICTURE_TOO_LARGE;
  return VOUCH_PICTURE_READ;
}
