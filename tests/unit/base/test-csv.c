#include <string.h>

#include "vouch-csv.h"
#include "vouch-error.h"

static VouchCsv *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  VouchCsv *csv = vouch_csv_parse (text, strlen (text), &error);

  g_assert_no_error (error);
  return csv;
}

static const char *
get_cell (const VouchCsv *csv, guint row, guint column)
{
  return ((char **)g_ptr_array_index (csv->rows, row))[column];
}

static void
test_cells_are_read_as_spreadsheets_write_them (void)
{
  g_autoptr (VouchCsv) csv =
      parse ("\xef\xbb\xbflot,name\r\nL1,\"five \"\"best\"\", two\r\nlines\"\r\n\r\nL2,\r\n,批号");

  g_assert_cmpuint (csv->names->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (csv->names, 0), ==, "lot");
  g_assert_cmpuint (csv->rows->len, ==, 3);
  g_assert_cmpstr (get_cell (csv, 0, 1), ==, "five \"best\", two\r\nlines");
  g_assert_cmpstr (get_cell (csv, 1, 0), ==, "L2");
  g_assert_cmpstr (get_cell (csv, 1, 1), ==, "");
  g_assert_cmpstr (get_cell (csv, 2, 1), ==, "批号");
}

static void
test_broken_tables_are_refused_with_the_line (void)
{
  static const char *const bad[][2] = { { "a,b\n1,2\n3\n", "line 3" },
                                        { "a,b\n1,\"2\n3\n", "line 4" },
                                        { "a,b\n\"1\"x,2\n", "line 2" } };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (vouch_csv_parse (bad[i][0], strlen (bad[i][0]), &error));
      g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
      g_assert_true (g_str_has_prefix (error->message, bad[i][1]));
    }
}

static void
test_what_is_no_text_is_refused (void)
{
  static const char *const bad[] = { "", "a\xff\n1", "a\0b" };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_null (vouch_csv_parse (bad[i], i == 2 ? 3 : strlen (bad[i]), NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/cells-are-read-as-spreadsheets-write-them", test_cells_are_read_as_spreadsheets_write_them);
  g_test_add_func ("/csv/broken-tables-are-refused-with-the-line", test_broken_tables_are_refused_with_the_line);
  g_test_add_func ("/csv/what-is-no-text-is-refused", test_what_is_no_text_is_refused);
  return g_test_run ();
}
