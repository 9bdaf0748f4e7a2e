#pragma once

#include "vouch-label.h"

G_BEGIN_DECLS

/**
 * VouchBitmap:
 * @width: dots a row
 * @height: rows
 * @stride: bytes a row
 * @bits: the rows, top first; the leftmost dot is a byte's highest bit, and a bit that is set is black
 *
 * A label as a thermal head prints it.
 */
typedef struct
{
  guint width;
  guint height;
  guint stride;
  guint8 *bits;
} VouchBitmap;

VouchBitmap *vouch_bitmap_new (guint width, guint height) G_GNUC_WARN_UNUSED_RESULT;
VouchBitmap *
vouch_bitmap_new_of_label (const VouchLabel *label, int dx, int dy, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_bitmap_free (VouchBitmap *self);
gboolean vouch_bitmap_is_black (const VouchBitmap *self, guint x, guint y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchBitmap, vouch_bitmap_free)

G_END_DECLS
