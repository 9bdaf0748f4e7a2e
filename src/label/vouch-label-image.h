#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define VOUCH_LABEL_IMAGE_ROWS_MAX 4000

/**
 * VouchLabelImage:
 * @columns: dots a row
 * @rows: how many rows
 * @stride: bytes a row
 * @bits: rows from the top, the leftmost dot is the highest bit, 1 is black
 *
 * A picture as a thermal head prints it. Templates carry the dots themselves, in base 64: nothing on the station is
 * opened for them, and no picture format is parsed.
 */
typedef struct
{
  int columns;
  int rows;
  int stride;
  guint8 *bits;
} VouchLabelImage;

VouchLabelImage *vouch_label_image_parse (const char *base64, int columns, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *
vouch_label_image_from_grey (const guint8 *pixels, guint width, guint height, guint stride) G_GNUC_WARN_UNUSED_RESULT;
void vouch_label_image_free (VouchLabelImage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchLabelImage, vouch_label_image_free)

G_END_DECLS
