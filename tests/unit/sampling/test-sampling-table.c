/* The tables of src/sampling, cell by cell against the standards' own as they stand in tests/data. */
#include <glib.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-sampling-plan.h"
#include "vouch-sampling-table.h"

#define N_CELLS 1274 /* 16 letters and, tightened, letter S: 49 rows of 26 AQLs */
static const char row_letters[] = "ABCDEFGHJKLMNPQRS";

/* The lines of a CSV file in tests/data that are neither comment nor heading. */
static GPtrArray *
read_csv (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "sampling", name, NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  g_auto (GStrv) lines = NULL;
  gboolean is_heading = TRUE;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (content, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (lines[i][0] == '#' || lines[i][0] == '\0')
        continue;
      if (!is_heading)
        g_ptr_array_add (rows, g_strsplit (g_strchomp (lines[i]), ",", -1));
      is_heading = FALSE;
    }
  return rows;
}

static VouchSeverity
read_severity (const char *name)
{
  g_autoptr (GError) error = NULL;
  VouchSeverity severity = VOUCH_SEVERITY_NORMAL;

  vouch_severity_parse (name, &severity, &error);
  g_assert_no_error (error);
  return severity;
}

static guint
read_aql (const char *text)
{
  g_autoptr (GError) error = NULL;
  guint index = 0;

  vouch_sampling_find_aql (text, &index, &error);
  g_assert_no_error (error);
  return index;
}

static void
check_raw_cell (const VouchSamplingCell *cell, const char *raw)
{
  g_autofree char *numbers = g_strdup_printf ("%u %u", cell->ac, cell->re);

  switch (cell->kind)
    {
    case VOUCH_SAMPLING_CELL_NONE:
      g_assert_cmpstr (raw, ==, "none");
      break;
    case VOUCH_SAMPLING_CELL_PLAN:
      g_assert_cmpstr (raw, ==, numbers);
      break;
    case VOUCH_SAMPLING_CELL_DOWN:
      g_assert_cmpstr (raw, ==, "down");
      break;
    case VOUCH_SAMPLING_CELL_UP:
      g_assert_cmpstr (raw, ==, "up");
      break;
    }
}

static void
check_cells (VouchSamplingStandard standard, const char *file)
{
  g_autoptr (GPtrArray) rows = read_csv (file);

  g_assert_cmpuint (rows->len, ==, N_CELLS);
  for (guint i = 0; i < rows->len; i++)
    {
      char **row = rows->pdata[i]; /* severity, letter, row_n, aql, raw */
      VouchSamplingCell cell;

      g_assert_true (vouch_sampling_table_read (standard, read_severity (row[0]), row[1][0], read_aql (row[3]), &cell));
      g_assert_cmpint (cell.letter, ==, row[1][0]);
      g_assert_cmpuint (cell.n, ==, g_ascii_strtoull (row[2], NULL, 10));
      check_raw_cell (&cell, row[4]);
    }
}

static void
test_iso_cells_are_as_printed (void)
{
  check_cells (VOUCH_SAMPLING_STANDARD_ISO_2859_1_1999, "single_iso2859-1_1999.csv");
}

static void
test_mil_cells_are_as_printed (void)
{
  check_cells (VOUCH_SAMPLING_STANDARD_MIL_STD_105E, "single_mil105e.csv");
}

/* The cell that is reached from row @row of the file by following its arrow, searched in the file alone. */
static char **
follow_in_file (GPtrArray *rows, char **row)
{
  const char *at = strchr (row_letters, row[1][0]);
  int step = strcmp (row[4], "up") == 0 ? -1 : 1;

  if (strchr (row[4], ' ') != NULL)
    return row;
  for (at += step; at >= row_letters && *at != '\0'; at += step)
    for (guint i = 0; i < rows->len; i++)
      {
        char **other = rows->pdata[i];

        if (other[1][0] == *at && strcmp (other[0], row[0]) == 0 && strcmp (other[3], row[3]) == 0 &&
            strchr (other[4], ' ') != NULL)
          return other;
      }
  return NULL;
}

static void
check_arrows (VouchSamplingStandard standard, const char *file)
{
  g_autoptr (GPtrArray) rows = read_csv (file);

  for (guint i = 0; i < rows->len; i++)
    {
      char **row = rows->pdata[i], **target = follow_in_file (rows, row);
      VouchSeverity severity = read_severity (row[0]);
      guint aql = read_aql (row[3]);
      VouchSamplingCell cell;

      g_assert_true (vouch_sampling_table_read (standard, severity, row[1][0], aql, &cell));
      if (strcmp (row[4], "none") == 0)
        {
          g_assert_false (vouch_sampling_table_follow (&cell, standard, severity, aql, &cell));
          continue;
        }
      g_assert_nonnull (target);
      g_assert_true (vouch_sampling_table_follow (&cell, standard, severity, aql, &cell));
      g_assert_cmpint (cell.letter, ==, target[1][0]);
      g_assert_cmpuint (cell.n, ==, g_ascii_strtoull (target[2], NULL, 10));
      check_raw_cell (&cell, target[4]);
    }
}

static void
test_arrows_take_all_of_their_target (void)
{
  check_arrows (VOUCH_SAMPLING_STANDARD_ISO_2859_1_1999, "single_iso2859-1_1999.csv");
  check_arrows (VOUCH_SAMPLING_STANDARD_MIL_STD_105E, "single_mil105e.csv");
}

static void
check_code_letter (const char *lot_size, guint level, const char *letter)
{
  gint64 size = g_ascii_strtoll (lot_size, NULL, 10);

  g_assert_cmpint (vouch_sampling_code_letter (size, level), ==, letter[0]);
}

static void
test_code_letters_at_both_ends_of_every_range (void)
{
  static const char *const columns[] = { "S-1", "S-2", "S-3", "S-4", "I", "II", "III" };
  g_autoptr (GPtrArray) rows = read_csv ("code_letters.csv");

  g_assert_cmpuint (rows->len, ==, 15);
  for (guint i = 0; i < rows->len; i++)
    for (guint column = 0; column < G_N_ELEMENTS (columns); column++)
      {
        char **row = rows->pdata[i];
        guint level;

        g_assert_true (vouch_sampling_find_level (columns[column], &level, NULL));
        check_code_letter (row[0], level, row[2 + column]);
        check_code_letter (row[1][0] != '\0' ? row[1] : "9000000000000", level, row[2 + column]);
      }
}

/* The whole way through the public function: every lot range × level × AQL × severity against the files alone. */
static void
test_plans_of_every_lot_range (void)
{
  static const char *const columns[] = { "S-1", "S-2", "S-3", "S-4", "I", "II", "III" };
  g_autoptr (GPtrArray) ranges = read_csv ("code_letters.csv");
  g_autoptr (GPtrArray) rows = read_csv ("single_iso2859-1_1999.csv");

  for (guint i = 0; i < rows->len; i++)
    for (guint r = 0; r < ranges->len; r++)
      for (guint column = 0; column < G_N_ELEMENTS (columns); column++)
        {
          char **row = rows->pdata[i], **range = ranges->pdata[r], **target;
          gint64 lot_size = g_ascii_strtoll (range[0], NULL, 10);
          g_autoptr (GError) error = NULL;
          g_autofree char *numbers = NULL;
          VouchSamplingPlan plan;

          if (range[2 + column][0] != row[1][0])
            continue;
          target = follow_in_file (rows, row);
          vouch_sampling_plan_single (VOUCH_SAMPLING_STANDARD_ISO_2859_1_1999, lot_size, columns[column], row[3],
                                      read_severity (row[0]), &plan, &error);
          g_assert_no_error (error);
          numbers = g_strdup_printf ("%u %u", plan.ac, plan.re);
          g_assert_cmpint (plan.letter, ==, row[1][0]);
          g_assert_cmpint (plan.plan_letter, ==, target[1][0]);
          g_assert_cmpuint (plan.n, ==, g_ascii_strtoull (target[2], NULL, 10));
          g_assert_cmpstr (numbers, ==, target[4]);
          g_assert_cmpint (plan.full_inspection, ==, plan.n >= lot_size);
        }
}

static void
test_there_are_26_aqls_and_7_levels (void)
{
  g_assert_cmpuint (g_strv_length ((char **)vouch_sampling_get_aqls ()), ==, 26);
  g_assert_cmpuint (g_strv_length ((char **)vouch_sampling_get_levels ()), ==, 7);
  g_assert_cmpstr (vouch_sampling_get_aqls ()[VOUCH_SAMPLING_AQL_INDEX_ABOVE_10], ==, "15");
  for (guint i = 0; i < VOUCH_N_SAMPLING_AQLS; i++)
    g_assert_cmpuint (read_aql (vouch_sampling_get_aqls ()[i]), ==, i);
}

static void
test_there_is_nothing_beyond_the_table (void)
{
  const VouchSamplingStandard iso = VOUCH_SAMPLING_STANDARD_ISO_2859_1_1999;
  VouchSamplingCell cell;

  g_assert_false (vouch_sampling_table_read (iso, VOUCH_SEVERITY_NORMAL, 'I', 0, &cell));
  g_assert_false (vouch_sampling_table_read (iso, VOUCH_SEVERITY_NORMAL, 'S', 2, &cell));
  g_assert_false (vouch_sampling_table_read (iso, VOUCH_SEVERITY_NORMAL, '\0', 2, &cell));
  g_assert_false (vouch_sampling_table_read (iso, VOUCH_SEVERITY_NORMAL, 'A', 26, &cell));
  g_assert_false (vouch_sampling_table_read (iso, VOUCH_SEVERITY_DISCONTINUED, 'A', 2, &cell));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table/iso-cells-are-as-printed", test_iso_cells_are_as_printed);
  g_test_add_func ("/table/mil-cells-are-as-printed", test_mil_cells_are_as_printed);
  g_test_add_func ("/table/arrows-take-all-of-their-target", test_arrows_take_all_of_their_target);
  g_test_add_func ("/table/code-letters-at-both-ends-of-every-range", test_code_letters_at_both_ends_of_every_range);
  g_test_add_func ("/table/plans-of-every-lot-range", test_plans_of_every_lot_range);
  g_test_add_func ("/table/there-are-26-aqls-and-7-levels", test_there_are_26_aqls_and_7_levels);
  g_test_add_func ("/table/there-is-nothing-beyond-the-table", test_there_is_nothing_beyond_the_table);
  return g_test_run ();
}
