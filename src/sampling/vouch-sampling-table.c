#include "vouch-sampling-table.h"

#include <string.h>

#include "vouch-sampling-aql.h"
#include "vouch-sampling-sequence.h"

/* The tables of single plans in a few hundred bytes.
 *
 * Rows (letters) and columns (AQLs) both grow by the factor of one step of the same geometric series, so that what is
 * printed in a cell depends on the sum of row and column: its diagonal. Below diagonal 14 every cell is an arrow down,
 * past the last diagonal of its row an arrow up, and the sequence of Ac and Re between is the same for all rows of a
 * table but the first two, whose sample size could not be reduced any further.
 */
#define FIRST_DIAGONAL 14
#define N_DIAGONALS 13 /* rows A to E */
#define N_DIAGONALS_FROM_F 11
#define ROW_F 5
#define ROW_S 16
#define N_ROWS 17
#define DIAGONAL_OF_S 18 /* the only plan of letter S: tightened, AQL 0.025 */

typedef struct
{
  guint8 ac; /* or the kind of arrow, where @re is 0 */
  guint8 re;
} Numbers;

#define UP                                                                                                             \
  {                                                                                                                    \
    VOUCH_SAMPLING_CELL_UP, 0                                                                                          \
  }
#define DOWN                                                                                                           \
  {                                                                                                                    \
    VOUCH_SAMPLING_CELL_DOWN, 0                                                                                        \
  }

static const char letters[N_ROWS + 1] = "ABCDEFGHJKLMNPQRS";

static const Numbers normal[N_DIAGONALS] = { { 0, 1 },   UP,         DOWN,      { 1, 2 },   { 2, 3 },
                                             { 3, 4 },   { 5, 6 },   { 7, 8 },  { 10, 11 }, { 14, 15 },
                                             { 21, 22 }, { 30, 31 }, { 44, 45 } };
static const Numbers tightened[N_DIAGONALS] = { DOWN,       { 0, 1 },   DOWN,      DOWN,     { 1, 2 },
                                                { 2, 3 },   { 3, 4 },   { 5, 6 },  { 8, 9 }, { 12, 13 },
                                                { 18, 19 }, { 27, 28 }, { 41, 42 } };
static const Numbers mil_tightened_a[N_DIAGONALS] = { DOWN,       DOWN,       DOWN,      DOWN,     { 1, 2 },
                                                      { 2, 3 },   { 3, 4 },   { 5, 6 },  { 8, 9 }, { 12, 13 },
                                                      { 18, 19 }, { 27, 28 }, { 41, 42 } };
static const Numbers iso_reduced_b[N_DIAGONALS] = { { 0, 1 },   UP,         DOWN,      DOWN,     { 1, 2 },
                                                    { 2, 3 },   { 3, 4 },   { 5, 6 },  { 7, 8 }, { 10, 11 },
                                                    { 14, 15 }, { 21, 22 }, { 30, 31 } };
static const Numbers iso_reduced[N_DIAGONALS] = { { 0, 1 },   UP,         DOWN,      DOWN,     { 1, 2 },
                                                  { 2, 3 },   { 3, 4 },   { 5, 6 },  { 6, 7 }, { 8, 9 },
                                                  { 10, 11 }, { 14, 15 }, { 21, 22 } };
static const Numbers mil_reduced_b[N_DIAGONALS] = { { 0, 1 },   UP,         DOWN,      { 0, 2 }, { 1, 3 },
                                                    { 2, 4 },   { 3, 5 },   { 5, 6 },  { 7, 8 }, { 10, 11 },
                                                    { 14, 15 }, { 21, 22 }, { 30, 31 } };
static const Numbers mil_reduced[N_DIAGONALS] = { { 0, 1 },   UP,         DOWN,      { 0, 2 }, { 1, 3 },
                                                  { 1, 4 },   { 2, 5 },   { 3, 6 },  { 5, 8 }, { 7, 10 },
                                                  { 10, 13 }, { 14, 17 }, { 21, 24 } };

/* Sample sizes, of which every table uses a part: its letters begin further down the alphabet the smaller its samples
 * are. */
static const guint16 sizes[N_ROWS] = { 2, 3, 5, 8, 13, 20, 32, 50, 80, 125, 200, 315, 500, 800, 1250, 2000, 3150 };
static const guint8 first_rows[VOUCH_N_SAMPLING_TYPES][VOUCH_SEVERITY_REDUCED + 1] = {
  [VOUCH_SAMPLING_TYPE_SINGLE] = { 0, 0, 2 }, /* the letters above have the smallest sample as well */
  [VOUCH_SAMPLING_TYPE_DOUBLE] = { 1, 1, 3 },
  [VOUCH_SAMPLING_TYPE_MULTIPLE] = { 3, 3, 5 },
};

/* Of row A, of row B, of rows C and beyond. The tables of double and multiple plans have their arrows at the same
 * places. */
static const Numbers *const numbers[VOUCH_N_SAMPLING_STANDARDS][VOUCH_SEVERITY_REDUCED + 1][3] = {
  [VOUCH_SAMPLING_STANDARD_ISO_2859_1_1999] = {
    [VOUCH_SEVERITY_NORMAL] = { normal, normal, normal },
    [VOUCH_SEVERITY_TIGHTENED] = { tightened, tightened, tightened },
    [VOUCH_SEVERITY_REDUCED] = { normal, iso_reduced_b, iso_reduced },
  },
  [VOUCH_SAMPLING_STANDARD_MIL_STD_105E] = {
    [VOUCH_SEVERITY_NORMAL] = { normal, normal, normal },
    [VOUCH_SEVERITY_TIGHTENED] = { mil_tightened_a, tightened, tightened },
    [VOUCH_SEVERITY_REDUCED] = { normal, mil_reduced_b, mil_reduced },
  },
};

static guint
get_last_row (const VouchSamplingTable *self)
{
  return self->severity == VOUCH_SEVERITY_TIGHTENED ? ROW_S : ROW_S - 1;
}

static guint32
get_size (const VouchSamplingTable *self, guint row)
{
  guint first = first_rows[self->type][self->severity];

  if (row >= first)
    return sizes[row - first];
  return self->type == VOUCH_SAMPLING_TYPE_SINGLE ? sizes[0] : 0;
}

/* What the table of single plans has on diagonal and row, before asking whether an arrow leads anywhere. */
static Numbers
read_diagonal (const VouchSamplingTable *self, guint row, guint diagonal)
{
  static const Numbers up = UP, down = DOWN;
  guint length = row >= ROW_F ? N_DIAGONALS_FROM_F : N_DIAGONALS;

  if (diagonal < FIRST_DIAGONAL)
    return down;
  if (diagonal >= FIRST_DIAGONAL + length)
    return up;
  return numbers[self->standard][self->severity][MIN (row, 2)][diagonal - FIRST_DIAGONAL];
}

static gboolean
has_plan (const VouchSamplingTable *self, guint row, guint aql_index)
{
  if (row == ROW_S)
    return row + aql_index == DIAGONAL_OF_S;
  return read_diagonal (self, row, row + aql_index).re > 0;
}

/* The first row with a plan in this column, going @step from @row; -1 where the table ends before one is met. */
static int
find_row (const VouchSamplingTable *self, guint row, guint aql_index, int step)
{
  for (int at = (int)row + step; at >= 0 && at <= (int)get_last_row (self); at += step)
    if (has_plan (self, (guint)at, aql_index))
      return at;
  return -1;
}

/* A lot that must be without fault is decided by its first sample, and small samples are not worth dividing. */
static VouchSamplingCellKind
choose_reference (const VouchSamplingTable *self, guint row, Numbers single)
{
  if (self->type == VOUCH_SAMPLING_TYPE_SINGLE)
    return VOUCH_SAMPLING_CELL_PLAN;
  if (single.re == 1 || row < first_rows[VOUCH_SAMPLING_TYPE_DOUBLE][self->severity])
    return VOUCH_SAMPLING_CELL_SINGLE;
  return row < first_rows[self->type][self->severity] ? VOUCH_SAMPLING_CELL_DOUBLE : VOUCH_SAMPLING_CELL_PLAN;
}

static void
fill_plan (const VouchSamplingTable *self, guint row, guint diagonal, VouchSamplingCell *cell)
{
  Numbers single = read_diagonal (self, row, diagonal);

  cell->kind = choose_reference (self, row, single);
  if (cell->kind != VOUCH_SAMPLING_CELL_PLAN)
    return;
  if (self->type == VOUCH_SAMPLING_TYPE_SINGLE)
    cell->samples = (VouchSamplingStages){ 1, { { cell->n, single.ac, single.re } } };
  else
    vouch_sampling_sequence_read (self->type, self->severity, diagonal, cell->n, &cell->samples);
}

static void
fill_cell (const VouchSamplingTable *self, guint row, guint aql_index, VouchSamplingCell *cell)
{
  *cell = (VouchSamplingCell){ .type = self->type, .letter = letters[row], .n = get_size (self, row) };
  if (has_plan (self, row, aql_index))
    {
      fill_plan (self, row, row + aql_index, cell);
      return;
    }
  if (row == ROW_S)
    return;
  /* At the edges of the table an arrow points the other way, since nothing is left where it would lead. */
  cell->kind = (VouchSamplingCellKind)read_diagonal (self, row, row + aql_index).ac;
  if (cell->kind == VOUCH_SAMPLING_CELL_DOWN && find_row (self, row, aql_index, 1) < 0)
    cell->kind = VOUCH_SAMPLING_CELL_UP;
  else if (cell->kind == VOUCH_SAMPLING_CELL_UP && find_row (self, row, aql_index, -1) < 0)
    cell->kind = VOUCH_SAMPLING_CELL_DOWN;
}

/**
 * vouch_sampling_table_exists:
 * @self: a table
 *
 * Returns: whether it is known here. Of ISO 2859-1:1999 only the single plans are: its double and multiple ones differ
 *   from those of MIL-STD-105E.
 */
gboolean
vouch_sampling_table_exists (const VouchSamplingTable *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if ((guint)self->standard >= VOUCH_N_SAMPLING_STANDARDS || (guint)self->type >= VOUCH_N_SAMPLING_TYPES ||
      self->severity > VOUCH_SEVERITY_REDUCED)
    return FALSE;
  return self->type == VOUCH_SAMPLING_TYPE_SINGLE || self->standard == VOUCH_SAMPLING_STANDARD_MIL_STD_105E;
}

/**
 * vouch_sampling_table_get_number:
 * @self: a table that exists
 *
 * Returns: (transfer none): its number in the standard, like "2-A"
 */
const char *
vouch_sampling_table_get_number (const VouchSamplingTable *self)
{
  static const char *const iso[] = { "2-A", "2-B", "2-C" };
  static const char *const mil[VOUCH_N_SAMPLING_TYPES][VOUCH_SEVERITY_REDUCED + 1] = { { "II-A", "II-B", "II-C" },
                                                                                       { "III-A", "III-B", "III-C" },
                                                                                       { "IV-A", "IV-B", "IV-C" } };

  g_return_val_if_fail (vouch_sampling_table_exists (self), NULL);

  return self->standard == VOUCH_SAMPLING_STANDARD_ISO_2859_1_1999 ? iso[self->severity]
                                                                   : mil[self->type][self->severity];
}

/**
 * vouch_sampling_table_read:
 * @self: a table
 * @letter: the row, A to R, and S in the tables of tightened inspection
 * @aql_index: the column
 * @cell: (out): what is printed there
 *
 * Returns: whether the table exists and has such a cell
 */
gboolean
vouch_sampling_table_read (const VouchSamplingTable *self, char letter, guint aql_index, VouchSamplingCell *cell)
{
  const char *row = letter != '\0' ? strchr (letters, letter) : NULL;

  g_return_val_if_fail (self != NULL && cell != NULL, FALSE);

  if (row == NULL || !vouch_sampling_table_exists (self) || aql_index >= VOUCH_N_SAMPLING_AQLS)
    return FALSE;
  if ((guint)(row - letters) > get_last_row (self))
    return FALSE;
  fill_cell (self, (guint)(row - letters), aql_index, cell);
  return TRUE;
}

/* The row of the plan that a cell leads to; -1 if there is none. */
static int
follow_arrow (const VouchSamplingTable *self, const VouchSamplingCell *from, guint aql_index)
{
  guint row = (guint)(strchr (letters, from->letter) - letters);

  switch (from->kind)
    {
    case VOUCH_SAMPLING_CELL_PLAN:
    case VOUCH_SAMPLING_CELL_SINGLE:
    case VOUCH_SAMPLING_CELL_DOUBLE:
      return (int)row;
    case VOUCH_SAMPLING_CELL_DOWN:
      return find_row (self, row, aql_index, 1);
    case VOUCH_SAMPLING_CELL_UP:
      return find_row (self, row, aql_index, -1);
    case VOUCH_SAMPLING_CELL_NONE:
      return -1;
    }
  g_return_val_if_reached (-1);
}

/**
 * vouch_sampling_table_follow:
 * @self: a table
 * @from: a cell that vouch_sampling_table_read() gave for this table and column
 * @aql_index: the column
 * @target: (out): the cell with the plan that applies: its type, letter, n, Ac and Re
 *
 * Follows the arrow, if @from is one, and then the reference to another type of plan, if there is one. May be the same
 * variable as @from.
 *
 * Returns: whether there is a plan
 */
gboolean
vouch_sampling_table_follow (const VouchSamplingTable *self, const VouchSamplingCell *from, guint aql_index,
                             VouchSamplingCell *target)
{
  VouchSamplingTable table = *self;
  int row;

  g_return_val_if_fail (vouch_sampling_table_exists (self), FALSE);

  row = follow_arrow (self, from, aql_index);
  if (row < 0)
    return FALSE;
  fill_cell (&table, (guint)row, aql_index, target);
  if (target->kind != VOUCH_SAMPLING_CELL_PLAN)
    {
      table.type = target->kind == VOUCH_SAMPLING_CELL_SINGLE ? VOUCH_SAMPLING_TYPE_SINGLE : VOUCH_SAMPLING_TYPE_DOUBLE;
      fill_cell (&table, (guint)row, aql_index, target);
    }
  return TRUE;
}
