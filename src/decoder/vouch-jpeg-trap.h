#pragma once

#include <glib.h>
#include <setjmp.h>
#include <stdio.h>

/* After stdio.h, whose FILE it needs. */
#include <jpeglib.h>

G_BEGIN_DECLS

/**
 * VouchJpegTrap:
 * @manager: first, so that a pointer to it is one to the trap
 * @progress: counts the scans of a progressive file
 * @escape: where libjpeg goes on after an error; set by the caller, in the function that owns what is freed there
 *
 * Catches libjpeg, which leaves by longjmp () at any of its calls.
 */
typedef struct
{
  struct jpeg_error_mgr manager;
  struct jpeg_progress_mgr progress;
  jmp_buf escape;
} VouchJpegTrap;

void vouch_jpeg_trap_set (VouchJpegTrap *self, j_common_ptr info);
void vouch_jpeg_trap_open (VouchJpegTrap *self, struct jpeg_decompress_struct *info, const guint8 *file, gsize length);

G_END_DECLS
