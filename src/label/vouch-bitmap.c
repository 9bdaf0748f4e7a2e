#include "vouch-bitmap.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-label-private.h"

/**
 * vouch_bitmap_new:
 * @width: dots a row
 * @height: rows
 *
 * Returns: (transfer full): a white bitmap
 */
VouchBitmap *
vouch_bitmap_new (guint width, guint height)
{
  VouchBitmap *self = g_new0 (VouchBitmap, 1);

  self->width = width;
  self->height = height;
  self->stride = (width + 7) / 8;
  self->bits = g_malloc0 ((gsize)self->stride * height);
  return self;
}

static gboolean
is_inside (int at, int length)
{
  return at >= 0 && at < length;
}

/* Bars and marks may end at the paper's edge; a text or a code loses nothing. */
static gboolean
may_be_lost (const VouchLabel *label, int x, int y)
{
  for (guint i = 0; i < label->items->len; i++)
    {
      const VouchLabelItem *item = g_ptr_array_index (label->items, i);

      if ((item->kind == VOUCH_ELEMENT_TEXT || item->kind == VOUCH_ELEMENT_CODE) &&
          is_inside (x - item->dots.x, item->dots.width) && is_inside (y - item->dots.y, item->dots.height))
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_dots (VouchBitmap *self, const VouchLabel *label, const guint8 *pixels, int dx, int dy)
{
  for (int y = 0; y < (int)self->height; y++)
    for (int x = 0; x < (int)self->width; x++)
      {
        if (pixels[(gsize)y * self->width + (gsize)x] != 0)
          continue;
        if (is_inside (x + dx, (int)self->width) && is_inside (y + dy, (int)self->height))
          self->bits[(gsize)(y + dy) * self->stride + (gsize)(x + dx) / 8] |= (guint8)(0x80 >> ((x + dx) % 8));
        else if (!may_be_lost (label, x, y))
          return FALSE;
      }
  return TRUE;
}

/**
 * vouch_bitmap_new_of_label:
 * @label: a label
 * @dx: how far the printer prints too far to the left, dots
 * @dy: how far it prints too high, dots
 * @error: INVALID if a text or a code is moved off its paper, or there is no memory
 *
 * Draws a label at its printer's dots: the very dots that are decoded back, and that screen and PDF show.
 *
 * Returns: (transfer full) (nullable): the bitmap
 */
VouchBitmap *
vouch_bitmap_new_of_label (const VouchLabel *label, int dx, int dy, GError **error)
{
  g_autofree guint8 *pixels = NULL;
  g_autoptr (VouchBitmap) self = NULL;
  guint width, height, stride;

  g_return_val_if_fail (label != NULL, NULL);

  if (!vouch_label_render_grey (label, &pixels, &width, &height, &stride))
    {
      g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, _ ("The label cannot be drawn"));
      return NULL;
    }
  self = vouch_bitmap_new (width, height);
  if (take_dots (self, label, pixels, dx, dy))
    return g_steal_pointer (&self);
  vouch_set_field_error (error, "dx", VOUCH_ERROR_INVALID,
                         _ ("The printer's offset moves the label off its paper: correct the offset, or put in larger "
                            "labels"));
  return NULL;
}

/**
 * vouch_bitmap_free:
 * @self: (nullable): a bitmap
 */
void
vouch_bitmap_free (VouchBitmap *self)
{
  if (self == NULL)
    return;
  g_free (self->bits);
  g_free (self);
}

/**
 * vouch_bitmap_is_black:
 * @self: a bitmap
 * @x: a dot's column
 * @y: its row
 *
 * Returns: whether the dot is black; outside of the bitmap none is
 */
gboolean
vouch_bitmap_is_black (const VouchBitmap *self, guint x, guint y)
{
  if (x >= self->width || y >= self->height)
    return FALSE;
  return (self->bits[(gsize)y * self->stride + x / 8] & (0x80 >> (x % 8))) != 0;
}
