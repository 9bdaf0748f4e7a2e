#include "vouch-label-image.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"

#define BASE64_ALPHABET "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="
#define DARK_BELOW 128

/**
 * vouch_label_image_parse:
 * @base64: the dots
 * @columns: dots a row
 * @error: INVALID if they are not whole rows
 *
 * Returns: (transfer full) (nullable): the picture
 */
VouchLabelImage *
vouch_label_image_parse (const char *base64, int columns, GError **error)
{
  g_autoptr (VouchLabelImage) self = g_new0 (VouchLabelImage, 1);
  gsize n_letters = strlen (base64);
  gsize length = 0;

  self->columns = columns;
  self->stride = (columns + 7) / 8;
  if (columns > 0 && n_letters > 0 && n_letters % 4 == 0 && strspn (base64, BASE64_ALPHABET) == n_letters)
    self->bits = g_base64_decode (base64, &length);
  self->rows = self->stride > 0 ? (int)(length / (gsize)self->stride) : 0;
  if (self->rows >= 1 && self->rows <= VOUCH_LABEL_IMAGE_ROWS_MAX && length % (gsize)self->stride == 0)
    return g_steal_pointer (&self);
  vouch_set_field_error (error, "image", VOUCH_ERROR_INVALID,
                         _ ("A picture is the dots themselves, in base 64, with “columns” saying how many a row has; "
                            "files are not opened"));
  return NULL;
}

/**
 * vouch_label_image_from_grey:
 * @pixels: a picture, a byte a pixel, 0 is black
 * @width: pixels a row
 * @height: rows
 * @stride: bytes a row
 *
 * Returns: (transfer full): its dots as templates carry them
 */
char *
vouch_label_image_from_grey (const guint8 *pixels, guint width, guint height, guint stride)
{
  gsize row = (width + 7) / 8;
  g_autofree guint8 *bits = g_malloc0 (row * height);

  for (gsize y = 0; y < height; y++)
    for (gsize x = 0; x < width; x++)
      if (pixels[y * stride + x] < DARK_BELOW)
        bits[y * row + x / 8] |= (guint8)(0x80 >> (x % 8));
  return g_base64_encode (bits, row * height);
}

/**
 * vouch_label_image_free:
 * @self: (nullable): a picture
 */
void
vouch_label_image_free (VouchLabelImage *self)
{
  if (self == NULL)
    return;
  g_free (self->bits);
  g_free (self);
}
