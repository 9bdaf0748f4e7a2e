#include "vouch-grey.h"

/**
 * vouch_grey_size_is_allowed:
 * @width: in pixels
 * @height: in pixels
 *
 * Returns: whether a picture of this size is not empty and within %VOUCH_GREY_MAX_PIXELS
 */
gboolean
vouch_grey_size_is_allowed (guint width, guint height)
{
  return width > 0 && height > 0 && (guint64)width * height <= VOUCH_GREY_MAX_PIXELS;
}

/**
 * vouch_grey_new:
 * @width: in pixels
 * @height: in pixels
 *
 * Returns: (transfer full) (nullable): a picture of undefined content, %NULL if memory does not suffice
 */
VouchGrey *
vouch_grey_new (guint width, guint height)
{
  guint8 *pixels;
  VouchGrey *self;

  g_return_val_if_fail (width > 0 && height > 0, NULL);

  pixels = g_try_malloc ((gsize)width * height);
  if (pixels == NULL)
    return NULL;
  self = g_new0 (VouchGrey, 1);
  self->width = width;
  self->height = height;
  self->pixels = pixels;
  return self;
}

/**
 * vouch_grey_free:
 * @self: (nullable) (transfer full): a picture
 */
void
vouch_grey_free (VouchGrey *self)
{
  if (self == NULL)
    return;
  g_free (self->pixels);
  g_free (self);
}
