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

/* Bilinear; what lies outside of the picture is paper. */
static guint8
sample (const VouchGrey *self, double x, double y)
{
  int left = (int)floor (x), top = (int)floor (y);
  double right_part = x - left, lower_part = y - top;
  double upper, lower;

  if (left < -1 || top < -1 || left >= (int)self->width || top >= (int)self->height)
    return PAPER;
  upper = pixel_at (self, left, top) * (1 - right_part) + pixel_at (self, left + 1, top) * right_part;
  lower = pixel_at (self, left, top + 1) * (1 - right_part) + pixel_at (self, left + 1, top + 1) * right_part;
  return (guint8)(upper * (1 - lower_part) + lower * lower_part + 0.5);
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
    for (guint x = 0; x < width; x++)
      turned->pixels[(gsize)y * width + x] =
          sample (self, back->xx * x + back->xy * y + back->x0, back->yx * x + back->yy * y + back->y0);
  return turned;
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
    for (guint x = 0; x < large->width; x++)
      large->pixels[(gsize)y * large->width + x] = sample (self, x * 0.5 - 0.25, y * 0.5 - 0.25);
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
  for (int y = 0; y < (int)small->height; y++)
    for (int x = 0; x < (int)small->width; x++)
      small->pixels[(gsize)y * small->width + (gsize)x] =
          (guint8)((pixel_at (self, 2 * x, 2 * y) + pixel_at (self, 2 * x + 1, 2 * y) +
                    pixel_at (self, 2 * x, 2 * y + 1) + pixel_at (self, 2 * x + 1, 2 * y + 1) + 2) /
                   4);
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

static void
order (guint8 *a, guint8 *b)
{
  guint8 low = MIN (*a, *b);

  *b = MAX (*a, *b);
  *a = low;
}

/* The middle one of nine, by the smallest network of exchanges. */
static guint8
median_of_nine (guint8 p[9])
{
  static const guint8 exchanges[][2] = {
    { 1, 2 }, { 4, 5 }, { 7, 8 }, { 0, 1 }, { 3, 4 }, { 6, 7 }, { 1, 2 }, { 4, 5 }, { 7, 8 }, { 0, 3 },
    { 5, 8 }, { 4, 7 }, { 3, 6 }, { 1, 4 }, { 2, 5 }, { 4, 7 }, { 4, 2 }, { 6, 4 }, { 4, 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (exchanges); i++)
    order (&p[exchanges[i][0]], &p[exchanges[i][1]]);
  return p[4];
}

/**
 * vouch_grey_median:
 * @self: a picture
 *
 * Returns: (transfer full) (nullable): the picture without specks, each pixel the median of its 3×3 neighbours
 */
VouchGrey *
vouch_grey_median (const VouchGrey *self)
{
  VouchGrey *calm = vouch_grey_new (self->width, self->height);

  if (calm == NULL)
    return NULL;
  for (int y = 0; y < (int)self->height; y++)
    for (int x = 0; x < (int)self->width; x++)
      {
        guint8 near[9];

        for (int i = 0; i < 9; i++)
          near[i] = pixel_at (self, x + i % 3 - 1, y + i / 3 - 1);
        calm->pixels[(gsize)y * self->width + (gsize)x] = median_of_nine (near);
      }
  return calm;
}

/* The sum of each pixel and its two neighbours at either side, along a row. */
static void
sum_row (const VouchGrey *self, int y, guint16 *sums)
{
  guint sum = 0;

  for (int x = -2; x < 2; x++)
    sum += pixel_at (self, x, y);
  for (int x = 0; x < (int)self->width; x++)
    {
      sum += pixel_at (self, x + 2, y);
      sums[x] = (guint16)sum;
      sum -= pixel_at (self, x - 2, y);
    }
}

/* The row's pixels moved away from the mean of their 5×5 neighbours by half again as much as they are. */
static void
sharpen_row (const VouchGrey *self, int y, guint16 *const sums[5], guint8 *sharp)
{
  const guint8 *row = self->pixels + (gsize)y * self->width;

  for (guint x = 0; x < self->width; x++)
    {
      int sum = sums[0][x] + sums[1][x] + sums[2][x] + sums[3][x] + sums[4][x];

      sharp[x] = (guint8)CLAMP (row[x] + 3 * (25 * row[x] - sum) / 50, 0, 255);
    }
}

/**
 * vouch_grey_sharpen:
 * @self: a picture
 *
 * Takes the blur away by adding what a 5×5 mean takes off (unsharp mask).
 *
 * Returns: (transfer full) (nullable): the sharper picture, %NULL without memory
 */
VouchGrey *
vouch_grey_sharpen (const VouchGrey *self)
{
  VouchGrey *sharp = vouch_grey_new (self->width, self->height);
  g_autofree guint16 *memory = g_try_new (guint16, (gsize)self->width * 5);

  if (sharp == NULL || memory == NULL)
    {
      vouch_grey_free (sharp);
      return NULL;
    }
  /* The sums of the five rows around y; row r's are in place r mod 5. */
  for (int y = -2; y < (int)self->height; y++)
    {
      guint16 *sums[5];

      for (int i = 0; i < 5; i++)
        sums[i] = memory + (gsize)i * self->width;
      sum_row (self, y + 2, sums[(y + 2) % 5]);
      if (y < 0)
        sum_row (self, 0, sums[(y + 5) % 5]);
      else
        sharpen_row (self, y, sums, sharp->pixels + (gsize)y * self->width);
    }
  return sharp;
}

/**
 * vouch_grey_invert:
 * @self: a picture
 *
 * Returns: (transfer full) (nullable): the negative, %NULL without memory
 */
VouchGrey *
vouch_grey_invert (const VouchGrey *self)
{
  gsize n = (gsize)self->width * self->height;
  VouchGrey *negative = vouch_grey_new (self->width, self->height);

  if (negative == NULL)
    return NULL;
  for (gsize i = 0; i < n; i++)
    negative->pixels[i] = (guint8)(255 - self->pixels[i]);
  return negative;
}
