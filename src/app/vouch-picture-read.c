#include "vouch-picture-read.h"

#include "vouch-picture-file.h"

/* As large as it is shown. */
#define SHOWN_LONGEST 1280

/**
 * vouch_picture_order_new:
 * @path: (nullable): of the file
 * @bytes: (nullable): the file itself
 *
 * Returns: (transfer full): an order for no decoder yet
 */
VouchPictureOrder *
vouch_picture_order_new (const char *path, GBytes *bytes)
{
  VouchPictureOrder *self = g_new0 (VouchPictureOrder, 1);

  g_assert ((path != NULL) != (bytes != NULL));
  self->path = g_strdup (path);
  self->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  return self;
}

/**
 * vouch_picture_order_free:
 * @self: (nullable) (transfer full): an order
 */
void
vouch_picture_order_free (VouchPictureOrder *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

static GBytes *
make_grey (const VouchDecoderPhoto *pixels)
{
  gsize n = (gsize)pixels->width * pixels->height;
  const guint8 *from = g_bytes_get_data (pixels->bytes, NULL);
  guint8 *grey = g_malloc (n);

  for (gsize i = 0; i < n; i++)
    grey[i] = (guint8)((from[3 * i] + 2 * from[3 * i + 1] + from[3 * i + 2]) / 4);
  return g_bytes_new_take (grey, n);
}

/* Places are looked for in what is shown, since that may be smaller than the file, and another way up. */
static gboolean
read_places (VouchPictureRead *self, VouchDecoder *decoder, GBytes *file, GError **error)
{
  g_autoptr (GBytes) grey = NULL;

  if (!vouch_decoder_read_pixels (decoder, file, SHOWN_LONGEST, &self->pixels, error))
    return FALSE;
  grey = make_grey (&self->pixels);
  self->places = vouch_decoder_read_grey (decoder, g_bytes_get_data (grey, NULL), self->pixels.width,
                                          self->pixels.height, self->pixels.width, NULL);
  if (self->places == NULL)
    self->places = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_symbol_free);
  return TRUE;
}

/**
 * vouch_picture_read_new:
 * @order: a picture
 * @error: INVALID if it is none, or made the decoder fail; NOT_FOUND if there is no such file; STORAGE if the decoder
 *   cannot be started
 *
 * Reads the codes of a picture in the decoder. Blocks for seconds.
 *
 * Returns: (transfer full) (nullable): what it says, perhaps without codes
 */
VouchPictureRead *
vouch_picture_read_new (const VouchPictureOrder *order, GError **error)
{
  g_autoptr (VouchPictureRead) self = g_new0 (VouchPictureRead, 1);
  g_autoptr (GBytes) file =
      order->bytes != NULL ? g_bytes_ref (order->bytes) : vouch_picture_file_load (order->path, error);

  if (file != NULL)
    self->symbols = vouch_decoder_read_picture (order->decoder, file, error);
  if (self->symbols == NULL || (self->symbols->len > 1 && !read_places (self, order->decoder, file, error)))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * vouch_picture_read_free:
 * @self: (nullable) (transfer full): what a picture says
 */
void
vouch_picture_read_free (VouchPictureRead *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->symbols, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  vouch_decoder_photo_clear (&self->pixels);
  g_free (self);
}
