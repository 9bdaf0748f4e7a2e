/* A QR symbol is encoded under one of eight masks, and the standard says which of them a reader likes best. To draw all
 * eight and judge them module by module is nine tenths of what encoding costs; here a row of modules is a word, and the
 * mask of a symbol that was encoded under another one is exchanged. */
#include "vouch-qr-mask-private.h"

#define PERIOD 12
#define TIMING 6
#define FINDER 7
#define FORMAT_BITS 15
#define FORMAT_GENERATOR 0x537
#define FORMAT_MASK 0x5412

/* ISO/IEC 18004, 7.8.3.1. */
#define RUN_MIN 5
#define RUN_COST 3
#define BLOCK_COST 3
#define FINDER_COST 40
#define SHARE_COST 10

/* Modules by rows and by columns: bit k of rows[i] is bit i of columns[k]. */
typedef struct
{
  int side;
  guint64 rows[VOUCH_QR_MASK_SIDE_MAX];
  guint64 columns[VOUCH_QR_MASK_SIDE_MAX];
} Grid;

static void
set (Grid *self, int row, int column, gboolean is_dark)
{
  guint64 in_row = G_GUINT64_CONSTANT (1) << column, in_column = G_GUINT64_CONSTANT (1) << row;

  self->rows[row] = is_dark ? self->rows[row] | in_row : self->rows[row] & ~in_row;
  self->columns[column] = is_dark ? self->columns[column] | in_column : self->columns[column] & ~in_column;
}

static void
mark (Grid *self, int row, int column, int rows, int columns)
{
  for (int i = row; i < row + rows; i++)
    for (int k = column; k < column + columns; k++)
      set (self, i, k, TRUE);
}

/* Beside the finders there are none. */
static void
mark_alignment (Grid *self, int version)
{
  int last = self->side - FINDER;
  int places[] = { TIMING, version < 7 ? last : (TIMING + last) / 2, last };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (places); k++)
      if (!(places[i] == TIMING && (places[k] == TIMING || places[k] == last)) &&
          !(places[i] == last && places[k] == TIMING))
        mark (self, places[i] - 2, places[k] - 2, 5, 5);
}

/* The modules that are no data, and so never under the mask. */
static void
find_pattern (Grid *self, int side)
{
  int version = (side - 17) / 4;

  *self = (Grid){ .side = side };
  mark (self, 0, 0, FINDER + 2, FINDER + 2);
  mark (self, 0, side - FINDER - 1, FINDER + 2, FINDER + 1);
  mark (self, side - FINDER - 1, 0, FINDER + 1, FINDER + 2);
  mark (self, TIMING, 0, 1, side);
  mark (self, 0, TIMING, side, 1);
  if (version >= 2)
    mark_alignment (self, version);
  if (version >= 7)
    {
      mark (self, 0, side - FINDER - 4, FINDER - 1, 3);
      mark (self, side - FINDER - 4, 0, 3, FINDER - 1);
    }
}

static gboolean
mask_is_dark (int mask, int i, int k)
{
  switch (mask)
    {
    case 0:
      return (i + k) % 2 == 0;
    case 1:
      return i % 2 == 0;
    case 2:
      return k % 3 == 0;
    case 3:
      return (i + k) % 3 == 0;
    case 4:
      return (i / 2 + k / 3) % 2 == 0;
    case 5:
      return i * k % 2 + i * k % 3 == 0;
    case 6:
      return (i * k % 2 + i * k % 3) % 2 == 0;
    case 7:
    default:
      return ((i + k) % 2 + i * k % 3) % 2 == 0;
    }
}

static guint64
get_ones (int side)
{
  return (G_GUINT64_CONSTANT (1) << side) - 1;
}

/* All masks repeat themselves after twelve modules, down and to the right. */
static void
draw_mask (Grid *self, int mask)
{
  const guint64 repeated = G_GUINT64_CONSTANT (0x1001001001001001);

  for (int i = 0; i < VOUCH_QR_MASK_SIDE_MAX; i++)
    {
      guint64 row = 0, column = 0;

      for (int k = 0; k < PERIOD; k++)
        {
          row |= (guint64)mask_is_dark (mask, i, k) << k;
          column |= (guint64)mask_is_dark (mask, k, i) << k;
        }
      self->rows[i] = row * repeated;
      self->columns[i] = column * repeated;
    }
}

/* The same for symbols of all sizes. */
static const Grid *
get_mask (int mask)
{
  static Grid masks[VOUCH_QR_MASKS];
  static gsize drawn;

  if (g_once_init_enter (&drawn))
    {
      for (int i = 0; i < VOUCH_QR_MASKS; i++)
        draw_mask (&masks[i], i);
      g_once_init_leave (&drawn, 1);
    }
  return &masks[mask];
}

/* Where a bit of the format stands, the highest bit first: around the first finder, and beside the other two. */
static void
set_format_bit (Grid *self, int bit, gboolean is_dark)
{
  int side = self->side;
  int along = bit < 6 ? bit : bit < 8 ? bit + 1 : bit == 8 ? 7 : 14 - bit;

  if (bit < 8)
    set (self, 8, along, is_dark);
  else
    set (self, along, 8, is_dark);
  if (bit < 7)
    set (self, side - 1 - bit, 8, is_dark);
  else
    set (self, 8, side - FORMAT_BITS + bit, is_dark);
}

static int
read_correction (const Grid *self)
{
  int high = (int)(self->rows[8] & 1) << 1 | (int)(self->rows[8] >> 1 & 1);

  return high ^ FORMAT_MASK >> 13;
}

static void
set_format (Grid *self, int correction, int mask)
{
  int data = correction << 3 | mask;
  int rest = data << 10;

  for (int bit = FORMAT_BITS - 1; bit >= 10; bit--)
    if (rest & 1 << bit)
      rest ^= FORMAT_GENERATOR << (bit - 10);
  data = (data << 10 | rest) ^ FORMAT_MASK;
  for (int bit = 0; bit < FORMAT_BITS; bit++)
    set_format_bit (self, bit, data >> (FORMAT_BITS - 1 - bit) & 1);
}

/* Runs of at least five: a bit of @starts begins one, and each further bit of @in_five makes it longer. */
static int
judge_runs (guint64 line, int side)
{
  guint64 same = ~(line ^ line >> 1) & get_ones (side - 1);
  guint64 in_five = same & same >> 1 & same >> 2 & same >> 3;
  guint64 starts = in_five & ~(in_five << 1);

  return __builtin_popcountll (in_five) + (RUN_COST - 1) * __builtin_popcountll (starts);
}

/* Modules of a finder, dark 1:1:3:1:1, with four light ones before or after them; beside the symbol all is light. */
static int
judge_finders (guint64 line, int side)
{
  guint64 light = ~line;
  guint64 finder =
      line & light >> 1 & line >> 2 & line >> 3 & line >> 4 & light >> 5 & line >> 6 & get_ones (side - FINDER + 1);
  guint64 before = (light << 1 | 1) & (light << 2 | 3) & (light << 3 | 7) & (light << 4 | 15);
  guint64 beyond = light | ~get_ones (side);
  guint64 after = beyond >> 7 & beyond >> 8 & beyond >> 9 & beyond >> 10;

  return FINDER_COST * __builtin_popcountll (finder & (before | after));
}

static int
judge_blocks (guint64 line, guint64 next, int side)
{
  guint64 same = ~(line ^ line >> 1) & ~(line ^ next) & ~(next ^ next >> 1);

  return BLOCK_COST * __builtin_popcountll (same & get_ones (side - 1));
}

static int
judge (const Grid *self)
{
  int side = self->side, dark = 0, cost = 0;
  int area = side * side;

  for (int i = 0; i < side; i++)
    {
      cost += judge_runs (self->rows[i], side) + judge_runs (self->columns[i], side) +
              judge_finders (self->rows[i], side) + judge_finders (self->columns[i], side);
      if (i + 1 < side)
        cost += judge_blocks (self->rows[i], self->rows[i + 1], side);
      dark += __builtin_popcountll (self->rows[i]);
    }
  return cost + SHARE_COST * (ABS (dark * 20 - area * 10) / area);
}

static void
apply (Grid *self, const Grid *data, const Grid *pattern, int correction, int mask)
{
  const Grid *shade = get_mask (mask);

  *self = *data;
  for (int i = 0; i < self->side; i++)
    {
      self->rows[i] ^= shade->rows[i] & get_ones (self->side) & ~pattern->rows[i];
      self->columns[i] ^= shade->columns[i] & get_ones (self->side) & ~pattern->columns[i];
    }
  set_format (self, correction, mask);
}

static void
read_modules (Grid *self, const guint8 *modules, int side)
{
  *self = (Grid){ .side = side };
  for (int i = 0; i < side; i++)
    for (int k = 0; k < side; k++)
      if (modules[i * side + k])
        set (self, i, k, TRUE);
}

/*
 * vouch_qr_mask_choose:
 * @modules: a QR symbol under the mask 0, @side × @side, a byte each, 1 is dark
 * @side: its modules a side, at most %VOUCH_QR_MASK_SIDE_MAX
 *
 * Puts the symbol under the mask that ISO/IEC 18004 likes best, the first of those that are as good.
 */
void
vouch_qr_mask_choose (guint8 *modules, int side)
{
  Grid pattern, plain, best, one;
  int least = G_MAXINT, correction;

  g_return_if_fail (side <= VOUCH_QR_MASK_SIDE_MAX);

  find_pattern (&pattern, side);
  read_modules (&one, modules, side);
  correction = read_correction (&one);
  apply (&plain, &one, &pattern, correction, 0);
  for (int mask = 0; mask < VOUCH_QR_MASKS; mask++)
    {
      int cost;

      apply (&one, &plain, &pattern, correction, mask);
      cost = judge (&one);
      if (cost >= least)
        continue;
      least = cost;
      best = one;
    }
  for (int i = 0; i < side; i++)
    for (int k = 0; k < side; k++)
      modules[i * side + k] = best.rows[i] >> k & 1;
}
