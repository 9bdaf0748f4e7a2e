#include "vouch-picture.h"

#include <setjmp.h>
#include <stdio.h>

/* After stdio.h, whose FILE it needs. */
#include <jpeglib.h>

/* A progressive file may repeat its scans without end, each a pass over the whole picture. */
#define MAX_SCANS 100
#define MAX_MEMORY (600l * 1000 * 1000)

typedef struct
{
  struct jpeg_error_mgr manager; /* first, so that a pointer to it is one to the trap */
  struct jpeg_progress_mgr progress;
  jmp_buf escape;
} Trap;

static G_NORETURN void
escape_cb (j_common_ptr info)
{
  longjmp (((Trap *)(gpointer)info->err)->escape, 1);
}

/* What libjpeg thinks of a slightly wrong file is of no interest: either symbols are read in it or not. */
static void
ignore_warning_cb (j_common_ptr info, int level)
{
}

/* The file is in memory as a whole, so a wish for more means that it was cut off. libjpeg would fill it up with grey.
 */
static boolean
miss_input_cb (j_decompress_ptr info)
{
  escape_cb ((j_common_ptr)info);
}

static void
count_scans_cb (j_common_ptr info)
{
  if (info->is_decompressor && ((j_decompress_ptr)info)->input_scan_number > MAX_SCANS)
    escape_cb (info);
}

static void
set_trap (Trap *trap, struct jpeg_decompress_struct *info)
{
  info->err = jpeg_std_error (&trap->manager);
  trap->manager.error_exit = escape_cb;
  trap->manager.emit_message = ignore_warning_cb;
  trap->progress.progress_monitor = count_scans_cb;
}

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
decode_file (struct jpeg_decompress_struct *info, Trap *trap, const guint8 *file, gsize length, VouchGrey **picture)
{
  jpeg_create_decompress (info);
  info->progress = &trap->progress;
  info->mem->max_memory_to_use = MAX_MEMORY;
  jpeg_mem_src (info, file, length);
  info->src->fill_input_buffer = miss_input_cb;
  jpeg_read_header (info, TRUE);
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
  Trap trap = { 0 };
  volatile VouchPictureVerdict verdict = VOUCH_PICTURE_DAMAGED;

  set_trap (&trap, &info);
  if (setjmp (trap.escape) == 0)
    verdict = decode_file (&info, &trap, file, length, picture);
  jpeg_destroy_decompress (&info);
  if (verdict != VOUCH_PICTURE_READ)
    g_clear_pointer (picture, vouch_grey_free);
  return verdict;
}
