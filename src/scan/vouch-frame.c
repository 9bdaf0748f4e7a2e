#include "vouch-frame.h"

#include <string.h>

/* Shares of a colour in its brightness, of 256; ITU-R BT.601. */
#define RED 77
#define GREEN 150
#define BLUE 29

/**
 * vouch_frame_new:
 * @pixels: (transfer full): rows without padding
 * @width: in pixels
 * @height: in pixels
 * @channels: %VOUCH_FRAME_GREY or %VOUCH_FRAME_COLOUR
 * @number: among the frames of its camera
 *
 * Returns: (transfer full): a frame
 */
VouchFrame *
vouch_frame_new (GBytes *pixels, guint width, guint height, guint channels, guint64 number)
{
  VouchFrame *self = g_new0 (VouchFrame, 1);

  g_assert (g_bytes_get_size (pixels) == (gsize)width * height * channels);
  g_atomic_ref_count_init (&self->references);
  self->pixels = pixels;
  self->width = width;
  self->height = height;
  self->channels = channels;
  self->number = number;
  return self;
}

/**
 * vouch_frame_ref:
 * @self: a frame
 *
 * Returns: (transfer full): the same
 */
VouchFrame *
vouch_frame_ref (VouchFrame *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * vouch_frame_unref:
 * @self: (nullable) (transfer full): a frame
 */
void
vouch_frame_unref (VouchFrame *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  g_bytes_unref (self->pixels);
  g_free (self);
}

/* The mean of @factor × @factor pixels, byte by byte. */
static void
average_row (const VouchFrame *self, guint left, guint top, guint factor, guint n, guint *sums, guint8 *to)
{
  gsize stride = (gsize)self->width * self->channels;
  const guint8 *from = (const guint8 *)g_bytes_get_data (self->pixels, NULL) + top * stride + left * self->channels;
  guint area = factor * factor;

  memset (sums, 0, n * self->channels * sizeof *sums);
  for (guint y = 0; y < factor; y++, from += stride)
    for (guint x = 0; x < n; x++)
      for (guint i = 0; i < factor; i++)
        for (guint c = 0; c < self->channels; c++)
          sums[x * self->channels + c] += from[(x * factor + i) * self->channels + c];
  for (guint i = 0; i < n * self->channels; i++)
    to[i] = (guint8)(sums[i] / area);
}

/**
 * vouch_frame_cut:
 * @self: a frame
 * @left: of the part, in pixels
 * @top: of the part, in pixels
 * @width: of the part, in pixels
 * @height: of the part, in pixels
 * @factor: how many times smaller it is to be, from 1; at most @width and @height
 *
 * Returns: (transfer full): a part of the frame, smaller by whole pixels, with the same number
 */
VouchFrame *
vouch_frame_cut (VouchFrame *self, guint left, guint top, guint width, guint height, guint factor)
{
  guint columns = width / factor, rows = height / factor;
  gsize length = (gsize)columns * self->channels;
  g_autofree guint *sums = g_new (guint, length);
  guint8 *pixels;

  g_assert (left + width <= self->width && top + height <= self->height && columns > 0 && rows > 0);
  if (factor == 1 && columns == self->width && rows == self->height)
    return vouch_frame_ref (self);
  pixels = g_malloc (length * rows);
  for (guint y = 0; y < rows; y++)
    average_row (self, left, top + y * factor, factor, columns, sums, pixels + y * length);
  return vouch_frame_new (g_bytes_new_take (pixels, length * rows), columns, rows, self->channels, self->number);
}

/**
 * vouch_frame_choose_factor:
 * @self: a frame
 * @width: of the place where it is shown, in pixels
 * @height: of that place
 *
 * Returns: how many times smaller the frame may be made without being seen to be, from 1
 */
guint
vouch_frame_choose_factor (const VouchFrame *self, guint width, guint height)
{
  guint across = self->width / MAX (width, 1), down = self->height / MAX (height, 1);

  /* A place that is higher or wider than the picture shows it by its other side. */
  return CLAMP (MAX (across, down), 1, MIN (self->width, self->height));
}

/**
 * vouch_frame_dup_grey:
 * @self: a frame
 *
 * Returns: (transfer full): its grey pixels, in rows without padding
 */
GBytes *
vouch_frame_dup_grey (VouchFrame *self)
{
  gsize n = (gsize)self->width * self->height;
  const guint8 *from = g_bytes_get_data (self->pixels, NULL);
  guint8 *grey;

  if (self->channels == VOUCH_FRAME_GREY)
    return g_bytes_ref (self->pixels);
  grey = g_malloc (n);
  for (gsize i = 0; i < n; i++)
    grey[i] = (guint8)((BLUE * from[4 * i] + GREEN * from[4 * i + 1] + RED * from[4 * i + 2]) >> 8);
  return g_bytes_new_take (grey, n);
}

static void
copy_red_green_blue (const guint8 *from, guint channels, gsize n, guint8 *to)
{
  guint red = channels == VOUCH_FRAME_COLOUR ? 2 : 0, green = channels == VOUCH_FRAME_COLOUR ? 1 : 0;

  for (gsize i = 0; i < n; i++)
    {
      to[3 * i] = from[channels * i + red];
      to[3 * i + 1] = from[channels * i + green];
      to[3 * i + 2] = from[channels * i];
    }
}

/**
 * vouch_frame_dup_pixmap:
 * @self: a frame
 *
 * Returns: (transfer full): the picture as a file of the plainest kind, which the decoder makes a photograph of
 */
GBytes *
vouch_frame_dup_pixmap (VouchFrame *self)
{
  gsize n = (gsize)self->width * self->height;
  g_autofree char *head = g_strdup_printf ("P6\n%u %u\n255\n", self->width, self->height);
  gsize length = strlen (head);
  guint8 *file = g_malloc (length + 3 * n);

  memcpy (file, head, length);
  copy_red_green_blue (g_bytes_get_data (self->pixels, NULL), self->channels, n, file + length);
  return g_bytes_new_take (file, length + 3 * n);
}
