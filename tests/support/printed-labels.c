#include "printed-labels.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  const guint8 *at;
  const guint8 *end;
} Bytes;

static gboolean
take (Bytes *self, const char *text)
{
  gsize length = strlen (text);

  if ((gsize)(self->end - self->at) < length || memcmp (self->at, text, length) != 0)
    return FALSE;
  self->at += length;
  return TRUE;
}

static void
expect (Bytes *self, const char *text)
{
  if (!take (self, text))
    g_error ("“%s” is not where it should be", text);
}

static guint
take_number (Bytes *self)
{
  guint number = 0;

  g_assert_true (self->at < self->end && g_ascii_isdigit (*self->at));
  while (self->at < self->end && g_ascii_isdigit (*self->at))
    number = number * 10 + (guint)(*self->at++ - '0');
  return number;
}

static void
set_digit (VouchBitmap *bitmap, guint row, guint index, guint value)
{
  g_assert_cmpuint (row, <, bitmap->height);
  g_assert_cmpuint (index, <, bitmap->stride * 2);
  bitmap->bits[row * bitmap->stride + index / 2] |= (guint8)(index % 2 == 0 ? value << 4 : value);
}

static guint
take_count (Bytes *self)
{
  guint count = 0;

  for (; self->at < self->end; self->at++)
    if (*self->at >= 'G' && *self->at <= 'Y')
      count += (guint)(*self->at - 'G') + 1;
    else if (*self->at >= 'g' && *self->at <= 'z')
      count += ((guint)(*self->at - 'g') + 1) * 20;
    else
      break;
  return count == 0 ? 1 : count;
}

static void
take_hex_row (Bytes *self, VouchBitmap *bitmap, guint row)
{
  guint n_digits = bitmap->stride * 2;
  guint at = 0;

  if (take (self, ":"))
    {
      g_assert_cmpuint (row, >, 0);
      memcpy (bitmap->bits + row * bitmap->stride, bitmap->bits + (row - 1) * bitmap->stride, bitmap->stride);
      return;
    }
  while (at < n_digits)
    {
      guint count;

      if (take (self, ","))
        return;
      if (take (self, "!"))
        {
          while (at < n_digits)
            set_digit (bitmap, row, at++, 0xf);
          return;
        }
      count = take_count (self);
      g_assert_true (self->at < self->end && g_ascii_isxdigit (*self->at));
      for (; count > 0; count--)
        set_digit (bitmap, row, at++, (guint)g_ascii_xdigit_value ((char)*self->at));
      self->at++;
    }
}

static VouchBitmap *
take_zpl_label (Bytes *self)
{
  VouchBitmap *bitmap;
  guint width, height, size, stride;

  if (take (self, "~SD"))
    take_number (self);
  expect (self, "^XA^LH0,0^LS0^LT0^PON");
  if (take (self, "^PR"))
    take_number (self);
  expect (self, "^PW");
  width = take_number (self);
  expect (self, "^LL");
  height = take_number (self);
  expect (self, "^FO0,0^GFA,");
  size = take_number (self);
  expect (self, ",");
  g_assert_cmpuint (take_number (self), ==, size);
  expect (self, ",");
  stride = take_number (self);
  expect (self, ",");
  bitmap = vouch_bitmap_new (width, height);
  g_assert_cmpuint (stride, ==, bitmap->stride);
  g_assert_cmpuint (size, ==, stride * height);
  for (guint row = 0; row < height; row++)
    take_hex_row (self, bitmap, row);
  expect (self, "^FS^PQ1,0,0,N^XZ\r\n");
  return bitmap;
}

GPtrArray *
printed_labels_of_zpl (const guint8 *bytes, gsize length)
{
  GPtrArray *labels = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_bitmap_free);
  Bytes at = { bytes, bytes + length };

  while (at.at < at.end)
    if (!take (&at, "~HS\r\n"))
      g_ptr_array_add (labels, take_zpl_label (&at));
  return labels;
}

static guint
take_length_um (Bytes *self)
{
  guint um = take_number (self) * 1000;

  if (take (self, "."))
    um += take_number (self);
  expect (self, " mm");
  return um;
}

static VouchBitmap *
take_tspl_label (Bytes *self)
{
  VouchBitmap *bitmap;
  guint stride, height;

  expect (self, "SIZE ");
  g_assert_cmpuint (take_length_um (self), >, 0);
  expect (self, ",");
  g_assert_cmpuint (take_length_um (self), >, 0);
  expect (self, "\r\nGAP ");
  take_length_um (self);
  expect (self, ",0 mm\r\n");
  if (take (self, "DENSITY "))
    {
      take_number (self);
      expect (self, "\r\n");
    }
  if (take (self, "SPEED "))
    {
      take_number (self);
      expect (self, "\r\n");
    }
  expect (self, "DIRECTION 0,0\r\nREFERENCE 0,0\r\nCLS\r\nBITMAP 0,0,");
  stride = take_number (self);
  expect (self, ",");
  height = take_number (self);
  expect (self, ",0,");
  bitmap = vouch_bitmap_new (stride * 8, height);
  g_assert_cmpuint ((gsize)(self->end - self->at), >=, (gsize)stride * height);
  for (guint i = 0; i < stride * height; i++)
    bitmap->bits[i] = (guint8) ~*self->at++;
  expect (self, "\r\nPRINT 1,1\r\n");
  return bitmap;
}

GPtrArray *
printed_labels_of_tspl (const guint8 *bytes, gsize length)
{
  GPtrArray *labels = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_bitmap_free);
  Bytes at = { bytes, bytes + length };

  while (at.at < at.end)
    if (!take (&at, "\033!?"))
      g_ptr_array_add (labels, take_tspl_label (&at));
  return labels;
}
