#include "vouch-variables-table.h"

#include <string.h>

/* Sample size n and largest percent nonconforming M (ANSI/ASQ Z1.9, with arrows followed). One row serves all
 * severities: tightened inspection reads one column to the left, and reduced inspection one to the right, in the row of
 * a letter that is some way up the alphabet. M stands in thousandths of a percent; cells that no severity reads are 0.
 */
#define N_COLUMNS 13
#define N_ROWS 15

static const char letters[] = "BCDEFGHIJKLMNP";
static const char reduced_rows[] = "BBBBCDEFGHI*KL"; /* the last row serves letter M, and only there */
static const char rows[] = "BCDEFGHIJKLMNP*";

static const guint8 unknown_sizes[N_ROWS][N_COLUMNS] = {
  { 10, 7, 7, 7, 5, 5, 4, 4, 3, 3, 3, 3, 3 },
  { 10, 7, 7, 7, 5, 5, 4, 4, 4, 4, 4, 4, 4 },
  { 10, 7, 7, 7, 5, 5, 5, 5, 5, 5, 5, 5, 5 },
  { 10, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7 },
  { 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10 },
  { 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15 },
  { 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20 },
  { 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25 },
  { 35, 35, 35, 35, 35, 35, 35, 35, 35, 35, 35, 35, 0 },
  { 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50 },
  { 75, 75, 75, 75, 75, 75, 75, 75, 75, 75, 75, 75, 75 },
  { 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 0 },
  { 150, 150, 150, 150, 150, 150, 150, 150, 150, 150, 150, 150, 0 },
  { 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 0 },
  { 0, 0, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30 },
};
static const guint16 unknown_m[N_ROWS][N_COLUMNS] = {
  { 77, 5, 87, 421, 41, 1340, 1490, 5460, 7590, 18860, 26940, 33690, 40470 },
  { 77, 5, 87, 421, 41, 1340, 1490, 5460, 10880, 16410, 22840, 29430, 36790 },
  { 77, 5, 87, 421, 41, 1340, 3330, 5820, 9800, 14370, 20190, 26550, 33940 },
  { 77, 5, 87, 421, 1050, 2130, 3540, 5340, 8400, 12190, 17340, 23300, 30500 },
  { 77, 179, 349, 714, 1270, 2140, 3270, 4720, 7260, 10530, 15170, 20730, 27650 },
  { 186, 311, 491, 839, 1330, 2090, 3060, 4320, 6550, 9480, 13740, 18970, 25630 },
  { 228, 356, 531, 864, 1330, 2030, 2930, 4100, 6180, 8950, 13010, 18070, 24580 },
  { 250, 378, 551, 874, 1320, 2000, 2860, 3970, 5980, 8650, 12600, 17550, 23970 },
  { 253, 373, 534, 833, 1240, 1870, 2660, 3700, 5580, 8110, 11890, 16670, 0 },
  { 243, 355, 503, 778, 1160, 1730, 2470, 3440, 5210, 7610, 11230, 15870, 21990 },
  { 225, 326, 461, 711, 1060, 1590, 2270, 3170, 4830, 7100, 10580, 15070, 21050 },
  { 218, 315, 444, 684, 1020, 1520, 2180, 3060, 4670, 6880, 10290, 14710, 0 },
  { 202, 292, 412, 636, 946, 1420, 2050, 2880, 4420, 6560, 9860, 14180, 0 },
  { 204, 294, 414, 637, 945, 1420, 2040, 2860, 4390, 6520, 9800, 14110, 0 },
  { 0, 0, 567, 885, 1320, 1980, 2820, 3910, 5870, 8480, 12370, 17250, 23610 },
};
static const guint8 known_sizes[N_ROWS][N_COLUMNS] = {
  { 3, 4, 3, 2, 2, 2, 2, 2, 2, 2, 3, 3, 4 },
  { 3, 4, 3, 2, 2, 2, 2, 2, 2, 2, 3, 3, 4 },
  { 3, 4, 3, 2, 2, 2, 2, 2, 3, 3, 3, 4, 4 },
  { 3, 4, 3, 2, 2, 3, 3, 3, 4, 4, 5, 5, 6 },
  { 3, 4, 3, 3, 3, 4, 4, 4, 5, 5, 6, 7, 8 },
  { 3, 4, 4, 4, 5, 5, 6, 6, 7, 8, 9, 11, 12 },
  { 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 12, 14, 16 },
  { 6, 6, 6, 7, 8, 8, 9, 10, 11, 13, 15, 17, 20 },
  { 7, 8, 9, 9, 10, 11, 12, 14, 15, 18, 20, 24, 0 },
  { 11, 11, 12, 13, 14, 16, 17, 19, 22, 25, 29, 33, 38 },
  { 15, 16, 17, 19, 21, 23, 25, 28, 32, 36, 42, 49, 56 },
  { 20, 22, 23, 25, 27, 30, 33, 36, 42, 48, 55, 64, 0 },
  { 30, 31, 34, 37, 40, 44, 49, 54, 61, 73, 82, 95, 0 },
  { 40, 42, 45, 49, 54, 59, 65, 71, 81, 93, 109, 127, 0 },
  { 0, 0, 7, 8, 9, 10, 11, 12, 13, 15, 18, 21, 24 },
};
static const guint16 known_m[N_ROWS][N_COLUMNS] = {
  { 114, 290, 369, 310, 510, 1280, 2730, 3900, 6110, 9270, 17740, 24220, 33670 },
  { 114, 290, 369, 310, 510, 1280, 2730, 3900, 6110, 9270, 17740, 24220, 33670 },
  { 114, 290, 369, 310, 510, 1280, 2230, 3000, 7560, 10790, 15600, 22970, 31010 },
  { 114, 290, 369, 310, 510, 1940, 2760, 3850, 6990, 9970, 15210, 20800, 28640 },
  { 114, 290, 369, 568, 959, 1880, 2580, 3870, 6050, 8920, 13890, 19460, 26640 },
  { 114, 290, 399, 681, 1090, 1760, 2570, 3770, 5830, 8620, 12880, 17880, 24880 },
  { 161, 296, 445, 721, 1140, 1750, 2620, 3680, 5680, 8430, 12350, 17360, 23960 },
  { 230, 321, 478, 756, 1140, 1800, 2590, 3630, 5600, 8130, 12040, 17050, 23430 },
  { 226, 330, 469, 760, 1140, 1730, 2490, 3430, 5340, 7720, 11570, 16230, 0 },
  { 217, 326, 461, 721, 1080, 1620, 2350, 3280, 4980, 7340, 10930, 15610, 21770 },
  { 211, 308, 438, 673, 1000, 1510, 2190, 3050, 4680, 6950, 10400, 14870, 20900 },
  { 207, 296, 423, 655, 980, 1470, 2120, 2990, 4550, 6750, 10170, 14580, 0 },
  { 193, 283, 397, 615, 921, 1390, 2000, 2820, 4350, 6480, 9760, 14090, 0 },
  { 196, 285, 402, 620, 920, 1390, 2000, 2820, 4340, 6460, 9730, 14020, 0 },
  { 0, 0, 507, 791, 1180, 1790, 2570, 3610, 5580, 8130, 11880, 16710, 23130 },
};

/* Sources differ in this one cell: 1.06 where reduced inspection reads it, 1.05 elsewhere. */
static gboolean
is_disputed (VouchVariablesMethod method, VouchSeverity severity, char letter, guint aql_index)
{
  return method == VOUCH_VARIABLES_METHOD_S && severity == VOUCH_SEVERITY_REDUCED && letter == 'H' && aql_index == 2;
}

/**
 * vouch_variables_table_read:
 * @method: how the spread is known
 * @severity: normal, tightened or reduced
 * @letter: the row
 * @aql_index: the column, as vouch_variables_find_aql() gives it
 * @n: (out): the sample size
 * @m_percent: (out): M, the largest estimate that is accepted, in percent
 *
 * Returns: whether the table has such a cell
 */
gboolean
vouch_variables_table_read (VouchVariablesMethod method, VouchSeverity severity, char letter, guint aql_index, guint *n,
                            double *m_percent)
{
  static const guint shift[] = { 1, 0, 2 };
  const char *at = letter != '\0' ? strchr (letters, letter) : NULL;
  gsize row;
  guint column;

  if (at == NULL || severity > VOUCH_SEVERITY_REDUCED || aql_index >= VOUCH_N_VARIABLES_AQLS)
    return FALSE;
  row = (gsize)(at - letters);
  if (severity == VOUCH_SEVERITY_REDUCED)
    row = (gsize)(strchr (rows, reduced_rows[row]) - rows);
  column = aql_index + shift[severity];
  *n = (method == VOUCH_VARIABLES_METHOD_S ? unknown_sizes : known_sizes)[row][column];
  *m_percent = ((method == VOUCH_VARIABLES_METHOD_S ? unknown_m : known_m)[row][column] +
                (is_disputed (method, severity, letter, aql_index) ? 10 : 0)) /
               1000.0;
  return TRUE;
}
