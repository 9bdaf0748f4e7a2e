#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Bytes of a pixel. */
#define VOUCH_FRAME_GREY 1
#define VOUCH_FRAME_COLOUR 4

/**
 * VouchFrame:
 * @references: of whoever holds it, in whatever thread
 * @pixels: (owned): rows without padding: a grey byte a pixel, 0 is black; or blue, green, red and an opaque alpha
 * @width: in pixels
 * @height: in pixels
 * @channels: bytes a pixel, %VOUCH_FRAME_GREY or %VOUCH_FRAME_COLOUR
 * @number: among the frames of its camera, from 1
 *
 * One picture of a camera. It never changes.
 */
typedef struct
{
  gatomicrefcount references;
  GBytes *pixels;
  guint width;
  guint height;
  guint channels;
  guint64 number;
} VouchFrame;

VouchFrame *
vouch_frame_new (GBytes *pixels, guint width, guint height, guint channels, guint64 number) G_GNUC_WARN_UNUSED_RESULT;
VouchFrame *vouch_frame_ref (VouchFrame *self);
void vouch_frame_unref (VouchFrame *self);
VouchFrame *vouch_frame_cut (VouchFrame *self, guint left, guint top, guint width, guint height,
                             guint factor) G_GNUC_WARN_UNUSED_RESULT;
guint vouch_frame_choose_factor (const VouchFrame *self, guint width, guint height);
GBytes *vouch_frame_dup_grey (VouchFrame *self) G_GNUC_WARN_UNUSED_RESULT;
GBytes *vouch_frame_dup_pixmap (VouchFrame *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchFrame, vouch_frame_unref)

G_END_DECLS
