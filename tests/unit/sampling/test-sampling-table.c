/* The tables of src/sampling, cell by cell against the standards' own as they stand in tests/data. */
#include <glib.h>
#include <string.h>

#include "test-csv.h"
#include "vouch-error.h"
#include "vouch-sampling-plan.h"
#include "vouch-sampling-table.h"

#define N_CELLS 1274 /* 16 letters and, tightened, letter S: 49 rows of 26 AQLs */
static const char row_letters[] = "ABCDEFGHJKLMNPQRS";

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

/* One cell of a file, whatever the file's columns. */
typedef struct
{
  VouchSeverity severity;
  char letter;
  guint aql;
  const char *raw; /* "plan", "down", "up", "none", "*", "++" */
  char *plan;      /* each sample as "n:Ac Re", with # where acceptance is not permitted */
  guint32 n;       /* of the row, where the file says it in every cell; else 0 */
} Printed;

typedef struct
{
  VouchSamplingStandard standard;
  VouchSamplingType type;
  GPtrArray *rows;
  GArray *cells;
} Table;

static Printed
print_single (char **row)
{
  gboolean is_plan = strchr (row[4], ' ') != NULL;

  return (Printed){ .raw = is_plan ? "plan" : row[4],
                    .plan = g_strdup_printf ("%s:%s", row[2], row[4]),
                    .aql = read_aql (row[3]),
                    .n = (guint32)g_ascii_strtoull (row[2], NULL, 10) };
}

static Printed
print_double (char **row)
{
  return (Printed){ .raw = row[3],
                    .plan = g_strdup_printf ("%s:%s %s;%s:%s %s", row[4], row[6], row[7], row[5], row[8], row[9]),
                    .aql = read_aql (row[2]) };
}

static Printed
print_multiple (char **row)
{
  g_auto (GStrv) stages = g_strsplit (row[5], ";", -1);
  GString *plan = g_string_new (NULL);

  for (guint i = 0; stages[i] != NULL; i++)
    g_string_append_printf (plan, "%s%s:%s", i > 0 ? ";" : "", row[4], stages[i]);
  return (Printed){ .raw = row[3], .plan = g_string_free (plan, FALSE), .aql = read_aql (row[2]) };
}

static Table
read_table (VouchSamplingStandard standard, VouchSamplingType type, const char *file)
{
  static Printed (*const print[]) (char **) = { print_single, print_double, print_multiple };
  Table self = { standard, type, test_csv_read (file), g_array_new (FALSE, FALSE, sizeof (Printed)) };

  g_assert_cmpuint (self.rows->len, ==, N_CELLS);
  for (guint i = 0; i < self.rows->len; i++)
    {
      char **row = self.rows->pdata[i];
      Printed cell = print[type](row);

      cell.severity = read_severity (row[0]);
      cell.letter = row[1][0];
      g_array_append_val (self.cells, cell);
    }
  return self;
}

static void
free_table (Table *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    g_free (g_array_index (self->cells, Printed, i).plan);
  g_array_unref (self->cells);
  g_ptr_array_unref (self->rows);
}

static Table
read_iso (void)
{
  return read_table (VOUCH_SAMPLING_STANDARD_ISO_2859_1_1999, VOUCH_SAMPLING_TYPE_SINGLE,
                     "sampling/single_iso2859-1_1999.csv");
}

static Table
read_mil (VouchSamplingType type)
{
  static const char *const files[] = { "sampling/single_mil105e.csv", "sampling/double_mil105e.csv",
                                       "sampling/multiple_mil105e.csv" };

  return read_table (VOUCH_SAMPLING_STANDARD_MIL_STD_105E, type, files[type]);
}

static char *
write_plan (const VouchSamplingStages *samples)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < samples->n_stages; i++)
    {
      const VouchSamplingStage *stage = &samples->stages[i];
      g_autofree char *ac =
          stage->ac == VOUCH_SAMPLING_NO_ACCEPTANCE ? g_strdup ("#") : g_strdup_printf ("%d", stage->ac);

      g_string_append_printf (text, "%s%u:%s %u", i > 0 ? ";" : "", stage->n, ac, stage->re);
    }
  return g_string_free (text, FALSE);
}

static void
check_printed (const VouchSamplingCell *cell, const Printed *printed)
{
  static const char *const raws[] = { "none", "plan", "down", "up", "*", "++" };

  g_assert_cmpstr (raws[cell->kind], ==, printed->raw);
  g_assert_cmpint (cell->letter, ==, printed->letter);
  if (printed->n > 0)
    g_assert_cmpuint (cell->n, ==, printed->n);
  if (cell->kind == VOUCH_SAMPLING_CELL_PLAN)
    {
      g_autofree char *plan = write_plan (&cell->samples);

      g_assert_cmpstr (plan, ==, printed->plan);
    }
}

static void
check_cells (Table table)
{
  for (guint i = 0; i < table.cells->len; i++)
    {
      const Printed *printed = &g_array_index (table.cells, Printed, i);
      VouchSamplingTable asked = { table.standard, table.type, printed->severity };
      VouchSamplingCell cell;

      g_assert_true (vouch_sampling_table_read (&asked, printed->letter, printed->aql, &cell));
      g_assert_cmpint (cell.type, ==, table.type);
      check_printed (&cell, printed);
    }
  free_table (&table);
}

static void
test_iso_cells_are_as_printed (void)
{
  check_cells (read_iso ());
}

static void
test_mil_cells_are_as_printed (void)
{
  check_cells (read_mil (VOUCH_SAMPLING_TYPE_SINGLE));
}

static void
test_double_cells_are_as_printed (void)
{
  check_cells (read_mil (VOUCH_SAMPLING_TYPE_DOUBLE));
}

static void
test_multiple_cells_are_as_printed (void)
{
  check_cells (read_mil (VOUCH_SAMPLING_TYPE_MULTIPLE));
}

static const Printed *
find_printed (const Table *table, VouchSeverity severity, char letter, guint aql)
{
  for (guint i = 0; i < table->cells->len; i++)
    {
      const Printed *cell = &g_array_index (table->cells, Printed, i);

      if (cell->severity == severity && cell->letter == letter && cell->aql == aql)
        return cell;
    }
  return NULL;
}

/* The cell that an arrow leads to, searched in the file alone. */
static const Printed *
follow_arrow (const Table *table, const Printed *from)
{
  const char *at = strchr (row_letters, from->letter);
  int step = strcmp (from->raw, "up") == 0 ? -1 : 1;

  if (strcmp (from->raw, "down") != 0 && strcmp (from->raw, "up") != 0)
    return from;
  for (at += step; at >= row_letters && *at != '\0'; at += step)
    {
      const Printed *cell = find_printed (table, from->severity, *at, from->aql);

      if (cell != NULL && strcmp (cell->raw, "down") != 0 && strcmp (cell->raw, "up") != 0 &&
          strcmp (cell->raw, "none") != 0)
        return cell;
    }
  return NULL;
}

/* What arrows and references lead to, searched in the files alone. */
static const Printed *
follow_in_files (const Table *tables, guint type, const Printed *from, guint *used)
{
  const Printed *cell = follow_arrow (&tables[type], from);

  *used = type;
  if (cell == NULL || strcmp (cell->raw, "none") == 0)
    return NULL;
  if (strcmp (cell->raw, "plan") == 0)
    return cell;
  *used = strcmp (cell->raw, "*") == 0 ? VOUCH_SAMPLING_TYPE_SINGLE : VOUCH_SAMPLING_TYPE_DOUBLE;
  return find_printed (&tables[*used], cell->severity, cell->letter, cell->aql);
}

static void
check_target (const Table *tables, guint type, const Printed *printed)
{
  VouchSamplingTable asked = { tables[type].standard, tables[type].type, printed->severity };
  guint used;
  const Printed *target = follow_in_files (tables, type, printed, &used);
  VouchSamplingCell cell;

  g_assert_true (vouch_sampling_table_read (&asked, printed->letter, printed->aql, &cell));
  g_assert_cmpint (vouch_sampling_table_follow (&asked, &cell, printed->aql, &cell), ==, target != NULL);
  g_assert_cmpint (target != NULL, ==, strcmp (printed->raw, "none") != 0);
  if (target == NULL)
    return;
  g_assert_cmpuint (cell.type, ==, used);
  g_assert_cmpint (cell.kind, ==, VOUCH_SAMPLING_CELL_PLAN);
  check_printed (&cell, target);
}

static void
test_iso_arrows_take_all_of_their_target (void)
{
  Table iso = read_iso ();

  for (guint i = 0; i < iso.cells->len; i++)
    check_target (&iso, 0, &g_array_index (iso.cells, Printed, i));
  free_table (&iso);
}

static void
test_mil_arrows_and_references_take_all_of_their_target (void)
{
  Table mil[VOUCH_N_SAMPLING_TYPES];

  for (guint type = 0; type < VOUCH_N_SAMPLING_TYPES; type++)
    mil[type] = read_mil ((VouchSamplingType)type);
  for (guint type = 0; type < VOUCH_N_SAMPLING_TYPES; type++)
    for (guint i = 0; i < mil[type].cells->len; i++)
      check_target (mil, type, &g_array_index (mil[type].cells, Printed, i));
  for (guint type = 0; type < VOUCH_N_SAMPLING_TYPES; type++)
    free_table (&mil[type]);
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
  g_autoptr (GPtrArray) rows = test_csv_read ("sampling/code_letters.csv");

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

static void
check_plan (const Table *tables, guint type, const Printed *printed, gint64 lot_size, const char *level)
{
  VouchSamplingTerms terms = { { tables[type].standard, tables[type].type, printed->severity },
                               lot_size,
                               level,
                               vouch_sampling_get_aqls ()[printed->aql] };
  guint used;
  const Printed *target = follow_in_files (tables, type, printed, &used);
  g_autoptr (GError) error = NULL;
  g_autofree char *samples = NULL;
  VouchSamplingPlan plan;

  vouch_sampling_plan_find (&terms, &plan, &error);
  g_assert_no_error (error);
  samples = write_plan (&plan.samples);
  g_assert_cmpint (plan.letter, ==, printed->letter);
  g_assert_cmpint (plan.plan_letter, ==, target->letter);
  g_assert_cmpuint (plan.type, ==, used);
  g_assert_cmpstr (samples, ==, target->plan);
  g_assert_cmpint (plan.full_inspection, ==, plan.samples.stages[0].n >= lot_size);
}

static void
check_ranges_of_cell (const Table *tables, guint type, const Printed *printed, GPtrArray *ranges)
{
  static const char *const columns[] = { "S-1", "S-2", "S-3", "S-4", "I", "II", "III" };

  for (guint r = 0; r < ranges->len; r++)
    for (guint column = 0; column < G_N_ELEMENTS (columns); column++)
      {
        char **range = ranges->pdata[r];

        if (range[2 + column][0] == printed->letter)
          check_plan (tables, type, printed, g_ascii_strtoll (range[0], NULL, 10), columns[column]);
      }
}

/* The whole way through the public function: every lot range × level × AQL × severity × type against the files alone.
 */
static void
test_plans_of_every_lot_range (void)
{
  g_autoptr (GPtrArray) ranges = test_csv_read ("sampling/code_letters.csv");
  Table iso = read_iso (), mil[VOUCH_N_SAMPLING_TYPES];

  for (guint i = 0; i < iso.cells->len; i++)
    check_ranges_of_cell (&iso, 0, &g_array_index (iso.cells, Printed, i), ranges);
  for (guint type = 0; type < VOUCH_N_SAMPLING_TYPES; type++)
    mil[type] = read_mil ((VouchSamplingType)type);
  for (guint type = 0; type < VOUCH_N_SAMPLING_TYPES; type++)
    for (guint i = 0; i < mil[type].cells->len; i++)
      check_ranges_of_cell (mil, type, &g_array_index (mil[type].cells, Printed, i), ranges);
  free_table (&iso);
  for (guint type = 0; type < VOUCH_N_SAMPLING_TYPES; type++)
    free_table (&mil[type]);
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
  const VouchSamplingTable normal = { iso, VOUCH_SAMPLING_TYPE_SINGLE, VOUCH_SEVERITY_NORMAL };
  const VouchSamplingTable discontinued = { iso, VOUCH_SAMPLING_TYPE_SINGLE, VOUCH_SEVERITY_DISCONTINUED };
  const VouchSamplingTable iso_double = { iso, VOUCH_SAMPLING_TYPE_DOUBLE, VOUCH_SEVERITY_NORMAL };
  VouchSamplingCell cell;

  g_assert_false (vouch_sampling_table_read (&normal, 'I', 0, &cell));
  g_assert_false (vouch_sampling_table_read (&normal, 'S', 2, &cell));
  g_assert_false (vouch_sampling_table_read (&normal, '\0', 2, &cell));
  g_assert_false (vouch_sampling_table_read (&normal, 'A', 26, &cell));
  g_assert_false (vouch_sampling_table_read (&discontinued, 'A', 2, &cell));
  g_assert_false (vouch_sampling_table_read (&iso_double, 'K', 10, &cell));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table/iso-cells-are-as-printed", test_iso_cells_are_as_printed);
  g_test_add_func ("/table/mil-cells-are-as-printed", test_mil_cells_are_as_printed);
  g_test_add_func ("/table/double-cells-are-as-printed", test_double_cells_are_as_printed);
  g_test_add_func ("/table/multiple-cells-are-as-printed", test_multiple_cells_are_as_printed);
  g_test_add_func ("/table/iso-arrows-take-all-of-their-target", test_iso_arrows_take_all_of_their_target);
  g_test_add_func ("/table/mil-arrows-and-references-take-all-of-their-target",
                   test_mil_arrows_and_references_take_all_of_their_target);
  g_test_add_func ("/table/code-letters-at-both-ends-of-every-range", test_code_letters_at_both_ends_of_every_range);
  g_test_add_func ("/table/plans-of-every-lot-range", test_plans_of_every_lot_range);
  g_test_add_func ("/table/there-are-26-aqls-and-7-levels", test_there_are_26_aqls_and_7_levels);
  g_test_add_func ("/table/there-is-nothing-beyond-the-table", test_there_is_nothing_beyond_the_table);
  return g_test_run ();
}
