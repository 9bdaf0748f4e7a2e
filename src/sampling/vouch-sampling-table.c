#include "vouch-sampling-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-quantity.h"

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

static const guint16 full_sizes[N_ROWS] = { 2, 3, 5, 8, 13, 20, 32, 50, 80, 125, 200, 315, 500, 800, 1250, 2000, 3150 };
static const guint16 reduced_sizes[N_ROWS] = { 2, 2, 2, 3, 5, 8, 13, 20, 32, 50, 80, 125, 200, 315, 500, 800, 0 };

typedef struct
{
  const guint16 *sizes;
  const Numbers *numbers[3]; /* of row A, of row B, of rows C and beyond */
  guint last_row;
} Table;

static const Table tables[VOUCH_N_SAMPLING_STANDARDS][VOUCH_SEVERITY_REDUCED + 1] = {
  [VOUCH_SAMPLING_STANDARD_ISO_2859_1_1999] = {
    [VOUCH_SEVERITY_NORMAL] = { full_sizes, { normal, normal, normal }, ROW_S - 1 },
    [VOUCH_SEVERITY_TIGHTENED] = { full_sizes, { tightened, tightened, tightened }, ROW_S },
    [VOUCH_SEVERITY_REDUCED] = { reduced_sizes, { normal, iso_reduced_b, iso_reduced }, ROW_S - 1 },
  },
  [VOUCH_SAMPLING_STANDARD_MIL_STD_105E] = {
    [VOUCH_SEVERITY_NORMAL] = { full_sizes, { normal, normal, normal }, ROW_S - 1 },
    [VOUCH_SEVERITY_TIGHTENED] = { full_sizes, { mil_tightened_a, tightened, tightened }, ROW_S },
    [VOUCH_SEVERITY_REDUCED] = { reduced_sizes, { normal, mil_reduced_b, mil_reduced }, ROW_S - 1 },
  },
};

static const char *const aqls[VOUCH_N_SAMPLING_AQLS + 1] = {
  "0.010", "0.015", "0.025", "0.040", "0.065", "0.10", "0.15", "0.25", "0.40", "0.65", "1.0", "1.5",  "2.5", "4.0",
  "6.5",   "10",    "15",    "25",    "40",    "65",   "100",  "150",  "250",  "400",  "650", "1000", NULL
};

/* The same numbers in millionths, to compare with what a person wrote. */
static const gint64 aql_millionths[VOUCH_N_SAMPLING_AQLS] = {
  10000,    15000,    25000,     40000,     65000,     100000,    150000,    250000,    400000,
  650000,   1000000,  1500000,   2500000,   4000000,   6500000,   10000000,  15000000,  25000000,
  40000000, 65000000, 100000000, 150000000, 250000000, 400000000, 650000000, 1000000000
};

static const char *const levels[VOUCH_N_SAMPLING_LEVELS + 1] = { "I", "II", "III", "S-1", "S-2", "S-3", "S-4", NULL };

/* The last lot size of each line of the code letter table; the line after them has no limit. */
static const gint64 lot_limits[] = { 8, 15, 25, 50, 90, 150, 280, 500, 1200, 3200, 10000, 35000, 150000, 500000 };
static const char level_letters[VOUCH_N_SAMPLING_LEVELS][G_N_ELEMENTS (lot_limits) + 2] = {
  "AABCCDEFGHJKLMN", /* I */
  "ABCDEFGHJKLMNPQ", /* II */
  "BCDEFGHJKLMNPQR", /* III */
  "AAAABBBBCCCCDDD", /* S-1 */
  "AAABBBCCCDDDEEE", /* S-2 */
  "AABBCCDDEEFFGGH", /* S-3 */
  "AABCCDEEFGGHJJK", /* S-4 */
};

/* What is printed on diagonal and row, before asking whether an arrow leads anywhere. */
static Numbers
read_diagonal (const Table *table, guint row, guint diagonal)
{
  static const Numbers up = UP, down = DOWN;
  guint length = row >= ROW_F ? N_DIAGONALS_FROM_F : N_DIAGONALS;

  if (diagonal < FIRST_DIAGONAL)
    return down;
  if (diagonal >= FIRST_DIAGONAL + length)
    return up;
  return table->numbers[MIN (row, 2)][diagonal - FIRST_DIAGONAL];
}

static gboolean
has_plan (const Table *table, guint row, guint aql_index)
{
  if (row == ROW_S)
    return row + aql_index == DIAGONAL_OF_S;
  return read_diagonal (table, row, row + aql_index).re > 0;
}

/* The first row with a plan in this column, going @step from @row; -1 where the table ends before one is met. */
static int
find_row (const Table *table, guint row, guint aql_index, int step)
{
  for (int at = (int)row + step; at >= 0 && at <= (int)table->last_row; at += step)
    if (has_plan (table, (guint)at, aql_index))
      return at;
  return -1;
}

static void
fill_cell (const Table *table, guint row, guint aql_index, VouchSamplingCell *cell)
{
  Numbers numbers = read_diagonal (table, row, row + aql_index);

  *cell = (VouchSamplingCell){ .letter = letters[row], .n = table->sizes[row] };
  if (has_plan (table, row, aql_index))
    {
      cell->kind = VOUCH_SAMPLING_CELL_PLAN;
      cell->ac = numbers.ac;
      cell->re = numbers.re;
      return;
    }
  if (row == ROW_S)
    return;
  /* At the edges of the table an arrow points the other way, since nothing is left where it would lead. */
  cell->kind = (VouchSamplingCellKind)numbers.ac;
  if (cell->kind == VOUCH_SAMPLING_CELL_DOWN && find_row (table, row, aql_index, 1) < 0)
    cell->kind = VOUCH_SAMPLING_CELL_UP;
  else if (cell->kind == VOUCH_SAMPLING_CELL_UP && find_row (table, row, aql_index, -1) < 0)
    cell->kind = VOUCH_SAMPLING_CELL_DOWN;
}

/**
 * vouch_sampling_get_aqls:
 *
 * Returns: (transfer none) (array zero-terminated=1): the 26 AQLs as the standards print them, ascending
 */
const char *const *
vouch_sampling_get_aqls (void)
{
  return aqls;
}

/**
 * vouch_sampling_get_levels:
 *
 * Returns: (transfer none) (array zero-terminated=1): the inspection levels, general ones first
 */
const char *const *
vouch_sampling_get_levels (void)
{
  return levels;
}

/**
 * vouch_sampling_find_aql:
 * @text: (nullable): an AQL; "1", "1.0" and "1.00" are the same
 * @index: (out): its index in vouch_sampling_get_aqls()
 * @error: INVALID, listing the AQLs that exist
 *
 * Returns: whether the standards know this AQL
 */
gboolean
vouch_sampling_find_aql (const char *text, guint *index, GError **error)
{
  g_autofree char *known = NULL;
  gint64 millionths;

  g_return_val_if_fail (index != NULL, FALSE);

  if (text != NULL && vouch_quantity_parse (text, &millionths, NULL))
    for (guint i = 0; i < VOUCH_N_SAMPLING_AQLS; i++)
      if (aql_millionths[i] == millionths)
        {
          *index = i;
          return TRUE;
        }
  known = g_strjoinv (", ", (char **)aqls);
  vouch_set_field_error (error, "aql", VOUCH_ERROR_INVALID, _ ("“%s” is not an AQL of the standard; choose one of %s"),
                         text != NULL ? text : "", known);
  return FALSE;
}

/**
 * vouch_sampling_find_level:
 * @text: (nullable): an inspection level
 * @index: (out): its index in vouch_sampling_get_levels()
 * @error: INVALID, listing the levels that exist
 *
 * Returns: whether the standards know this level
 */
gboolean
vouch_sampling_find_level (const char *text, guint *index, GError **error)
{
  g_autofree char *known = NULL;

  g_return_val_if_fail (index != NULL, FALSE);

  for (guint i = 0; text != NULL && i < VOUCH_N_SAMPLING_LEVELS; i++)
    if (strcmp (levels[i], text) == 0)
      {
        *index = i;
        return TRUE;
      }
  known = g_strjoinv (", ", (char **)levels);
  vouch_set_field_error (error, "level", VOUCH_ERROR_INVALID,
                         _ ("“%s” is not an inspection level of the standard; choose one of %s"),
                         text != NULL ? text : "", known);
  return FALSE;
}

/**
 * vouch_sampling_code_letter:
 * @lot_size: items in the lot, at least 1
 * @level_index: index in vouch_sampling_get_levels()
 *
 * Returns: the sample size code letter, or '\0' for a lot of one, which has none
 */
char
vouch_sampling_code_letter (gint64 lot_size, guint level_index)
{
  guint line = 0;

  g_return_val_if_fail (lot_size >= 1 && level_index < VOUCH_N_SAMPLING_LEVELS, '\0');

  if (lot_size == 1)
    return '\0';
  while (line < G_N_ELEMENTS (lot_limits) && lot_size > lot_limits[line])
    line++;
  return level_letters[level_index][line];
}

/**
 * vouch_sampling_table_read:
 * @standard: whose table
 * @severity: normal, tightened or reduced
 * @letter: the row, A to R, and S in the tables of tightened inspection
 * @aql_index: the column
 * @cell: (out): what is printed there
 *
 * Returns: whether the table has such a cell
 */
gboolean
vouch_sampling_table_read (VouchSamplingStandard standard, VouchSeverity severity, char letter, guint aql_index,
                           VouchSamplingCell *cell)
{
  const char *row = letter != '\0' ? strchr (letters, letter) : NULL;
  const Table *table;

  g_return_val_if_fail ((guint)standard < VOUCH_N_SAMPLING_STANDARDS && cell != NULL, FALSE);

  if (row == NULL || severity > VOUCH_SEVERITY_REDUCED || aql_index >= VOUCH_N_SAMPLING_AQLS)
    return FALSE;
  table = &tables[standard][severity];
  if ((guint)(row - letters) > table->last_row)
    return FALSE;
  fill_cell (table, (guint)(row - letters), aql_index, cell);
  return TRUE;
}

/**
 * vouch_sampling_table_follow:
 * @from: a cell that vouch_sampling_table_read() gave for the same table and column
 * @standard: whose table
 * @severity: normal, tightened or reduced
 * @aql_index: the column
 * @target: (out): the cell with the plan that applies: its letter, n, Ac and Re
 *
 * Follows the arrow, if @from is one. May be the same variable as @from.
 *
 * Returns: whether there is a plan
 */
gboolean
vouch_sampling_table_follow (const VouchSamplingCell *from, VouchSamplingStandard standard, VouchSeverity severity,
                             guint aql_index, VouchSamplingCell *target)
{
  const Table *table;
  int row;

  g_return_val_if_fail ((guint)standard < VOUCH_N_SAMPLING_STANDARDS && severity <= VOUCH_SEVERITY_REDUCED, FALSE);

  switch (from->kind)
    {
    case VOUCH_SAMPLING_CELL_NONE:
      return FALSE;
    case VOUCH_SAMPLING_CELL_PLAN:
      *target = *from;
      return TRUE;
    case VOUCH_SAMPLING_CELL_DOWN:
    case VOUCH_SAMPLING_CELL_UP:
      break;
    }
  table = &tables[standard][severity];
  row = find_row (table, (guint)(strchr (letters, from->letter) - letters), aql_index,
                  from->kind == VOUCH_SAMPLING_CELL_DOWN ? 1 : -1);
  if (row < 0)
    return FALSE;
  fill_cell (table, (guint)row, aql_index, target);
  return TRUE;
}
