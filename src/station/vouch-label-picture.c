#include "vouch-label-picture.h"

#include "vouch-label-image.h"
#include "vouch-picture-file.h"

/* A label of 40 mm has no more at 300 dots an inch, and a template stays a file that people can send each other. */
#define LONGEST 480
#define N_COLOURS 3

/* As bright as it looks: Rec. 601 luma. */
static guint8 *
make_grey (const VouchDecoderPhoto *photo)
{
  gsize n_pixels = (gsize)photo->width * photo->height;
  const guint8 *colours = g_bytes_get_data (photo->bytes, NULL);
  guint8 *grey = g_malloc (n_pixels);

  for (gsize i = 0; i < n_pixels; i++)
    {
      const guint8 *colour = colours + i * N_COLOURS;

      grey[i] = (guint8)((299 * colour[0] + 587 * colour[1] + 114 * colour[2]) / 1000);
    }
  return grey;
}

/**
 * vouch_label_picture_read:
 * @decoder: what reads pictures
 * @path: a PNG or JPEG file
 * @error: NOT_FOUND if there is none, INVALID if it is no picture, STORAGE if it cannot be read
 *
 * The file is decoded in the decoder's process. Blocks.
 *
 * Returns: (transfer full) (nullable): its dots
 */
VouchLabelPicture *
vouch_label_picture_read (VouchDecoder *decoder, const char *path, GError **error)
{
  g_autoptr (GBytes) file = vouch_picture_file_load (path, error);
  g_auto (VouchDecoderPhoto) photo = { 0 };
  g_autofree guint8 *grey = NULL;
  VouchLabelPicture *self;

  if (file == NULL || !vouch_decoder_read_pixels (decoder, file, LONGEST, &photo, error))
    return NULL;
  grey = make_grey (&photo);
  self = g_new0 (VouchLabelPicture, 1);
  self->columns = (int)photo.width;
  self->rows = (int)photo.height;
  self->dots = vouch_label_image_from_grey (grey, photo.width, photo.height, photo.width);
  return self;
}

void
vouch_label_picture_free (VouchLabelPicture *self)
{
  g_free (self->dots);
  g_free (self);
}
