#include "vouch-jpeg-trap.h"
#include "vouch-picture.h"

static VouchPictureVerdict
decode_rows (struct jpeg_decompress_struct *info, VouchGrey *picture)
{
  jpeg_start_decompress (info);
  while (info->output_scanline < info->output_height)
    {
      JSAMPROW row = picture->pixels + (gsize)info->output_scanline * picture->width;

      jpeg_read_scanlines (info, &row, 1);
    }
  jpeg_finish_decompress (info);
  return VOUCH_PICTURE_READ;
}

/* Runs inside the trap: libjpeg may leave it at any call, so what it owns belongs to the caller. */
static VouchPictureVerdict
decode_file (struct jpeg_decompress_struct *info, VouchJpegTrap *trap, const guint8 *file, gsize length,
             VouchGrey **picture)
{
  vouch_jpeg_trap_open (trap, info, file, length);
  if (!vouch_grey_size_is_allowed (info->image_width, info->image_height))
    return VOUCH_PICTURE_TOO_LARGE;
  info->out_color_space = JCS_GRAYSCALE;
  *picture = vouch_grey_new (info->image_width, info->image_height);
  if (*picture == NULL)
    return VOUCH_PICTURE_TOO_LARGE;
  return decode_rows (info, *picture);
}

/**
 * vouch_picture_decode_jpeg:
 * @file: (array length=length): the bytes of the file
 * @length: the length of @file
 * @picture: (out) (transfer full): the picture in grey, when it was read
 *
 * A file that ends too early is damaged.
 *
 * Returns: what became of it
 */
VouchPictureVerdict
vouch_picture_decode_jpeg (const guint8 *file, gsize length, VouchGrey **picture)
{
  struct jpeg_decompress_struct info = { 0 };
  VouchJpegTrap trap = { 0 };
  volatile VouchPictureVerdict verdict = VOUCH_PICTURE_DAMAGED;

  vouch_jpeg_trap_set (&trap, (j_common_ptr)&info);
  if (setjmp (trap.escape) == 0)
    verdict = decode_file (&info, &trap, file, length, picture);
  jpeg_destroy_decompress (&info);
  if (verdict != VOUCH_PICTURE_READ)
    g_clear_pointer (picture, vouch_grey_free);
  return verdict;
}
