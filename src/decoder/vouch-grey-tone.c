/* Filters that leave every pixel where it is. */

#include "vouch-grey-filter.h"

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

/* The least, the middle and the greatest of three. */
static void
sort_three (guint8 *a, guint8 *b, guint8 *c)
{
  guint8 low = MIN (*a, *b), high = MAX (*a, *b);

  *a = MIN (low, *c);
  *b = MAX (low, MIN (high, *c));
  *c = MAX (high, *c);
}

static guint8
middle_of (guint8 a, guint8 b, guint8 c)
{
  return MAX (MIN (a, b), MIN (MAX (a, b), c));
}

/* Each column of three is sorted once and serves three pixels. The middle one of nine is the middle of the greatest of
 * the columns' least, the middle of their middle ones, and the least of their greatest. */
static void
calm_row (const VouchGrey *self, int y, guint8 *columns[3], guint8 *calm)
{
  const guint8 *rows[3];

  for (int i = 0; i < 3; i++)
    rows[i] = self->pixels + (gsize)clamp_index (y + i - 1, self->height) * self->width;
  for (guint x = 0; x < self->width; x++)
    {
      guint8 column[3] = { rows[0][x], rows[1][x], rows[2][x] };

      sort_three (&column[0], &column[1], &column[2]);
      for (int i = 0; i < 3; i++)
        columns[i][x] = column[i];
    }
  for (int x = 0; x < (int)self->width; x++)
    {
      int left = MAX (x - 1, 0), right = MIN (x + 1, (int)self->width - 1);
      guint8 low = MAX (MAX (columns[0][left], columns[0][x]), columns[0][right]);
      guint8 middle = middle_of (columns[1][left], columns[1][x], columns[1][right]);
      guint8 high = MIN (MIN (columns[2][left], columns[2][x]), columns[2][right]);

      calm[x] = middle_of (low, middle, high);
    }
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
  g_autofree guint8 *memory = g_try_malloc ((gsize)self->width * 3);
  guint8 *columns[3];

  if (calm == NULL || memory == NULL)
    {
      vouch_grey_free (calm);
      return NULL;
    }
  for (int i = 0; i < 3; i++)
    columns[i] = memory + (gsize)i * self->width;
  for (int y = 0; y < (int)self->height; y++)
    calm_row (self, y, columns, calm->pixels + (gsize)y * self->width);
  return calm;
}

/* A quarter, a half and a quarter, across and down. The sums of three rows are kept; row r's are in place r mod 3. */
static void
sum_three (const VouchGrey *self, int y, guint16 *sums)
{
  int width = (int)self->width;
  const guint8 *row = self->pixels + (gsize)CLAMP (y, 0, (int)self->height - 1) * self->width;

  sums[0] = (guint16)(3 * row[0] + row[MIN (1, width - 1)]);
  for (int x = 1; x < width - 1; x++)
    sums[x] = (guint16)(row[x - 1] + 2 * row[x] + row[x + 1]);
  sums[width - 1] = (guint16)(3 * row[width - 1] + row[MAX (width - 2, 0)]);
}

/**
 * vouch_grey_smooth:
 * @self: a picture
 *
 * Returns: (transfer full) (nullable): the picture with a little blur, which takes a camera's noise away and leaves
 * bars of two pixels; %NULL without memory
 */
VouchGrey *
vouch_grey_smooth (const VouchGrey *self)
{
  VouchGrey *smooth = vouch_grey_new (self->width, self->height);
  g_autofree guint16 *memory = g_try_new (guint16, (gsize)self->width * 3);

  if (smooth == NULL || memory == NULL)
    {
      vouch_grey_free (smooth);
      return NULL;
    }
  for (int y = -1; y <= 0; y++)
    sum_three (self, y, memory + (gsize)(y + 3) % 3 * self->width);
  for (int y = 0; y < (int)self->height; y++)
    {
      guint8 *row = smooth->pixels + (gsize)y * self->width;
      const guint16 *upper = memory + (gsize)(y + 2) % 3 * self->width;
      const guint16 *middle = memory + (gsize)y % 3 * self->width;
      guint16 *lower = memory + (gsize)(y + 1) % 3 * self->width;

      sum_three (self, y + 1, lower);
      for (guint x = 0; x < self->width; x++)
        row[x] = (guint8)((upper[x] + 2 * middle[x] + lower[x] + 8) >> 4);
    }
  return smooth;
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
