#include "vouch-grey-filter.h"

#include <math.h>
#include <string.h>

#define PAPER 255

static int
clamp_index (int value, guint size)
{
  return CLAMP (value, 0, (int)size - 1);
}

static guint8
pixel_at (const VouchGrey *self, int x, int y)
{
  return self->pixels[(gsize)clamp_index (y, self->height) * self->width + (gsize)clamp_index (x, self->width)];
}

/* Places between pixels are counted in 65,536ths. */
#define SHIFT 16
#define ONE (1 << SHIFT)

static int
to_fixed (double value)
{
  return (int)lround (value * ONE);
}

/* Bilinear, with the parts that lie right of and below the upper left pixel in 256ths. */
static guint8
blend (const guint8 pixels[4], int right_part, int lower_part)
{
  int upper = pixels[0] * (256 - right_part) + pixels[1] * right_part;
  int lower = pixels[2] * (256 - right_part) + pixels[3] * right_part;

  return (guint8)((upper * (256 - lower_part) + lower * lower_part + (1 << 15)) >> 16);
}

/* What lies outside of the picture is paper. */
static guint8
sample (const VouchGrey *self, int x, int y)
{
  int left = x >> SHIFT, top = y >> SHIFT;
  guint8 pixels[4];

  if (left >= 0 && top >= 0 && left < (int)self->width - 1 && top < (int)self->height - 1)
    {
      const guint8 *at = self->pixels + (gsize)top * self->width + left;

      pixels[0] = at[0];
      pixels[1] = at[1];
      pixels[2] = at[self->width];
      pixels[3] = at[self->width + 1];
    }
  else if (left < -1 || top < -1 || left >= (int)self->width || top >= (int)self->height)
    return PAPER;
  else
    for (int i = 0; i < 4; i++)
      pixels[i] = pixel_at (self, left + i % 2, top + i / 2);
  return blend (pixels, (x >> (SHIFT - 8)) & 255, (y >> (SHIFT - 8)) & 255);
}

/**
 * vouch_affine_apply:
 * @self: a map
 * @x: (inout): the point
 * @y: (inout): the point
 *
 * Takes a point of an altered picture back to where it was.
 */
void
vouch_affine_apply (const VouchAffine *self, int *x, int *y)
{
  double old_x = *x, old_y = *y;

  *x = (int)lround (self->xx * old_x + self->xy * old_y + self->x0);
  *y = (int)lround (self->yx * old_x + self->yy * old_y + self->y0);
}

/**
 * vouch_grey_rotate:
 * @self: a picture
 * @degrees: clockwise
 * @back: (out caller-allocates): takes points of the result back into @self
 *
 * Turns the picture around its middle; the result is as large as it must be to hold all of it.
 *
 * Returns: (transfer full) (nullable): the turned picture, %NULL without memory
 */
VouchGrey *
vouch_grey_rotate (const VouchGrey *self, double degrees, VouchAffine *back)
{
  double c = cos (degrees * G_PI / 180), s = sin (degrees * G_PI / 180);
  guint width = (guint)ceil (fabs (c) * self->width + fabs (s) * self->height);
  guint height = (guint)ceil (fabs (s) * self->width + fabs (c) * self->height);
  VouchGrey *turned = vouch_grey_new (width, height);

  if (turned == NULL)
    return NULL;
  *back = (VouchAffine){ .xx = c, .xy = s, .yx = -s, .yy = c };
  back->x0 = self->width / 2.0 - c * width / 2.0 - s * height / 2.0;
  back->y0 = self->height / 2.0 + s * width / 2.0 - c * height / 2.0;
  for (guint y = 0; y < height; y++)
    {
      int at_x = to_fixed (back->xy * y + back->x0), at_y = to_fixed (back->yy * y + back->y0);
      int step_x = to_fixed (back->xx), step_y = to_fixed (back->yx);

      for (guint x = 0; x < width; x++, at_x += step_x, at_y += step_y)
        turned->pixels[(gsize)y * width + x] = sample (self, at_x, at_y);
    }
  return turned;
}

/* Each new pixel is nine parts of the old one that it lies in, three of either neighbour to whose side it lies, and one
 * of the pixel between those. */
static void
enlarge_row (const VouchGrey *self, guint row, guint8 *large)
{
  int width = (int)self->width, y = (int)row / 2;
  const guint8 *near = self->pixels + (gsize)y * self->width;
  const guint8 *far = self->pixels + (gsize)clamp_index (row % 2 == 0 ? y - 1 : y + 1, self->height) * self->width;

  for (int x = 0; x < width; x++)
    {
      int middle = 3 * near[x] + far[x];
      int left = x > 0 ? 3 * near[x - 1] + far[x - 1] : middle;
      int right = x < width - 1 ? 3 * near[x + 1] + far[x + 1] : middle;

      large[2 * x] = (guint8)((3 * middle + left + 8) >> 4);
      large[2 * x + 1] = (guint8)((3 * middle + right + 8) >> 4);
    }
}

/**
 * vouch_grey_enlarge:
 * @self: a picture
 * @back: (out caller-allocates): takes points of the result back into @self
 *
 * Returns: (transfer full) (nullable): the picture at twice its width and height, %NULL without memory
 */
VouchGrey *
vouch_grey_enlarge (const VouchGrey *self, VouchAffine *back)
{
  VouchGrey *large = vouch_grey_new (self->width * 2, self->height * 2);

  if (large == NULL)
    return NULL;
  *back = (VouchAffine){ .xx = 0.5, .x0 = -0.25, .yy = 0.5, .y0 = -0.25 };
  for (guint y = 0; y < large->height; y++)
    enlarge_row (self, y, large->pixels + (gsize)y * large->width);
  return large;
}

/**
 * vouch_grey_halve:
 * @self: a picture
 * @back: (out caller-allocates): takes points of the result back into @self
 *
 * Returns: (transfer full) (nullable): the picture at half its width and height, each pixel the mean of four; %NULL
 *   without memory
 */
VouchGrey *
vouch_grey_halve (const VouchGrey *self, VouchAffine *back)
{
  VouchGrey *small = vouch_grey_new ((self->width + 1) / 2, (self->height + 1) / 2);

  if (small == NULL)
    return NULL;
  *back = (VouchAffine){ .xx = 2, .x0 = 0.5, .yy = 2, .y0 = 0.5 };
  for (guint y = 0; y < small->height; y++)
    {
      const guint8 *upper = self->pixels + (gsize)2 * y * self->width;
      const guint8 *lower = self->pixels + (gsize)MIN (2 * y + 1, self->height - 1) * self->width;
      guint8 *row = small->pixels + (gsize)y * small->width;

      for (guint x = 0; x < self->width / 2; x++)
        row[x] = (guint8)((upper[2 * x] + upper[2 * x + 1] + lower[2 * x] + lower[2 * x + 1] + 2) / 4);
      if (self->width % 2 != 0)
        row[small->width - 1] = (guint8)((upper[self->width - 1] + lower[self->width - 1] + 1) / 2);
    }
  return small;
}

/**
 * vouch_grey_cut_middle:
 * @self: a picture
 * @part: how much of its width and of its height is kept, up to 1
 * @back: (out caller-allocates): takes points of the result back into @self
 *
 * Returns: (transfer full) (nullable): the middle of the picture, %NULL without memory
 */
VouchGrey *
vouch_grey_cut_middle (const VouchGrey *self, double part, VouchAffine *back)
{
  guint width = CLAMP ((guint)(self->width * part), 1, self->width);
  guint height = CLAMP ((guint)(self->height * part), 1, self->height);
  guint left = (self->width - width) / 2, top = (self->height - height) / 2;
  VouchGrey *middle = vouch_grey_new (width, height);

  if (middle == NULL)
    return NULL;
  *back = (VouchAffine){ .xx = 1, .x0 = left, .yy = 1, .y0 = top };
  for (guint y = 0; y < height; y++)
    memcpy (middle->pixels + (gsize)y * width, self->pixels + (gsize)(top + y) * self->width + left, width);
  return middle;
}
