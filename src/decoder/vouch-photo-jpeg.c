#include <stdlib.h>

#include "vouch-jpeg-trap.h"
#include "vouch-photo.h"

#define QUALITY 85

static VouchPictureVerdict
decode_rows (struct jpeg_decompress_struct *info, VouchPhoto *photo)
{
  while (info->output_scanline < info->output_height)
    {
      JSAMPROW row = photo->pixels + (gsize)info->output_scanline * photo->width * 3;

      jpeg_read_scanlines (info, &row, 1);
    }
  jpeg_finish_decompress (info);
  return VOUCH_PICTURE_READ;
}

/* libjpeg halves a picture at no cost; what is left is shrunk from there. */
static guint
choose_denominator (const struct jpeg_decompress_struct *info, guint longest)
{
  guint side = MAX (info->image_width, info->image_height);
  guint denominator = 1;

  while (denominator < 8 && side / (denominator * 2) >= longest)
    denominator *= 2;
  return denominator;
}

/* Runs inside the trap: libjpeg may leave it at any call, so what it owns belongs to the caller. */
static VouchPictureVerdict
decode_file (struct jpeg_decompress_struct *info, VouchJpegTrap *trap, const guint8 *file, gsize length, guint longest,
             int *orientation, VouchPhoto **photo)
{
  vouch_jpeg_trap_open (trap, info, file, length);
  if (info->marker_list != NULL)
    *orientation = vouch_photo_read_orientation (info->marker_list->data, info->marker_list->data_length);
  if (!vouch_grey_size_is_allowed (info->image_width, info->image_height))
    return VOUCH_PICTURE_TOO_LARGE;
  info->out_color_space = JCS_RGB;
  info->scale_num = 1;
  info->scale_denom = choose_denominator (info, longest);
  jpeg_start_decompress (info);
  *photo = vouch_photo_new (info->output_width, info->output_height);
  if (*photo == NULL)
    return VOUCH_PICTURE_TOO_LARGE;
  return decode_rows (info, *photo);
}

/**
 * vouch_photo_decode_jpeg:
 * @file: (array length=length): the bytes of the file
 * @length: the length of @file
 * @longest: how long the longer side is wanted; the photograph comes at least so long, if it is
 * @orientation: (out): how the camera was held, 1 to 8
 * @photo: (out) (transfer full): the photograph as it is stored, when it was read
 *
 * Returns: what became of it
 */
VouchPictureVerdict
vouch_photo_decode_jpeg (const guint8 *file, gsize length, guint longest, int *orientation, VouchPhoto **photo)
{
  struct jpeg_decompress_struct info = { 0 };
  VouchJpegTrap trap = { 0 };
  volatile VouchPictureVerdict verdict = VOUCH_PICTURE_DAMAGED;

  *orientation = 1;
  vouch_jpeg_trap_set (&trap, (j_common_ptr)&info);
  if (setjmp (trap.escape) == 0)
    verdict = decode_file (&info, &trap, file, length, longest, orientation, photo);
  jpeg_destroy_decompress (&info);
  if (verdict != VOUCH_PICTURE_READ)
    g_clear_pointer (photo, vouch_photo_free);
  return verdict;
}

/* On the heap, because what a function has in registers is lost when libjpeg leaves it. */
typedef struct
{
  struct jpeg_compress_struct info;
  VouchJpegTrap trap;
  unsigned char *file;
  unsigned long length;
} Writer;

static void
encode_rows (Writer *self, const VouchPhoto *photo)
{
  struct jpeg_compress_struct *info = &self->info;

  jpeg_create_compress (info);
  jpeg_mem_dest (info, &self->file, &self->length);
  info->image_width = photo->width;
  info->image_height = photo->height;
  info->input_components = 3;
  info->in_color_space = JCS_RGB;
  jpeg_set_defaults (info);
  jpeg_set_quality (info, QUALITY, TRUE);
  jpeg_start_compress (info, TRUE);
  while (info->next_scanline < info->image_height)
    {
      JSAMPROW row = photo->pixels + (gsize)info->next_scanline * photo->width * 3;

      jpeg_write_scanlines (info, &row, 1);
    }
  jpeg_finish_compress (info);
}

/**
 * vouch_photo_encode:
 * @self: a photograph
 *
 * Returns: (transfer full) (nullable): a JPEG of it, the same bytes for the same pixels; %NULL if memory does not
 *   suffice
 */
GBytes *
vouch_photo_encode (const VouchPhoto *self)
{
  Writer *writer = g_new0 (Writer, 1);
  GBytes *volatile bytes = NULL;

  vouch_jpeg_trap_set (&writer->trap, (j_common_ptr)&writer->info);
  if (setjmp (writer->trap.escape) == 0)
    {
      encode_rows (writer, self);
      bytes = g_bytes_new (writer->file, writer->length);
    }
  jpeg_destroy_compress (&writer->info);
  free (writer->file);
  g_free (writer);
  return bytes;
}
