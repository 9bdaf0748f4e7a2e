#include "vouch-jpeg-trap.h"

/* A progressive file may repeat its scans without end, each a pass over the whole picture. */
#define MAX_SCANS 100
#define MAX_MEMORY (600l * 1000 * 1000)

static G_NORETURN void
escape_cb (j_common_ptr info)
{
  longjmp (((VouchJpegTrap *)(gpointer)info->err)->escape, 1);
}

/* What libjpeg thinks of a slightly wrong file is of no interest: either something is seen in it or not. */
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

/**
 * vouch_jpeg_trap_set:
 * @self: a trap
 * @info: a reader or writer of libjpeg, before it is created
 *
 * Lets @info's errors end at the trap.
 */
void
vouch_jpeg_trap_set (VouchJpegTrap *self, j_common_ptr info)
{
  info->err = jpeg_std_error (&self->manager);
  self->manager.error_exit = escape_cb;
  self->manager.emit_message = ignore_warning_cb;
  self->progress.progress_monitor = count_scans_cb;
}

/**
 * vouch_jpeg_trap_open:
 * @self: a trap that was set and whose escape is
 * @info: a reader
 * @file: (array length=length): the bytes of a file, which have to outlive the reading
 * @length: the length of @file
 *
 * Creates the reader and has it read the header; its markers' data are dropped but for the first kilobytes of APP1.
 */
void
vouch_jpeg_trap_open (VouchJpegTrap *self, struct jpeg_decompress_struct *info, const guint8 *file, gsize length)
{
  jpeg_create_decompress (info);
  info->progress = &self->progress;
  info->mem->max_memory_to_use = MAX_MEMORY;
  jpeg_mem_src (info, file, length);
  info->src->fill_input_buffer = miss_input_cb;
  jpeg_save_markers (info, JPEG_APP0 + 1, 4096);
  jpeg_read_header (info, TRUE);
}
