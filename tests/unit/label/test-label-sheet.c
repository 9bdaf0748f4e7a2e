/* Sheets of labels: where the makers cut them is where labels are printed, dot by dot. */
#include <glib/gstdio.h>
#include <string.h>

#include "label-fixture.h"
#include "test-csv.h"
#include "vouch-error.h"
#include "vouch-label-pdf.h"
#include "vouch-printer.h"
#include "vouch-ruler-label.h"
#include "vouch-sheet-place.h"

static VouchSheetStock *
find_stock (const char *name)
{
  g_autoptr (GPtrArray) stocks = vouch_sheet_stock_list_built_in ();

  for (guint i = 0; i < stocks->len; i++)
    if (g_str_equal (((const VouchSheetStock *)g_ptr_array_index (stocks, i))->name, name))
      return g_ptr_array_steal_index (stocks, i);
  g_error ("There is no sheet %s", name);
}

static int
read_um (char **row, guint column)
{
  return (int)(g_ascii_strtod (row[column], NULL) * 1000 + 0.5);
}

static void
test_built_in_sheets_are_as_they_are_cut (void)
{
  g_autoptr (GPtrArray) rows = test_csv_read ("label/avery-a4.csv");
  g_autoptr (GPtrArray) stocks = vouch_sheet_stock_list_built_in ();

  g_assert_cmpuint (rows->len, ==, stocks->len);
  for (guint i = 0; i < rows->len; i++)
    {
      char **row = g_ptr_array_index (rows, i);
      g_autoptr (VouchSheetStock) stock = find_stock (row[0]);
      int columns = atoi (row[1]), n_rows = atoi (row[2]);
      g_autoptr (GError) error = NULL;

      g_assert_true (vouch_sheet_stock_check (stock, &error));
      g_assert_no_error (error);
      g_assert_cmpint (vouch_sheet_stock_get_n_positions (stock), ==, columns * n_rows);
      for (int position = 1; position <= columns * n_rows; position++)
        {
          int column = (position - 1) % columns, at_row = (position - 1) / columns;
          int span_x = read_um (row, 7) - read_um (row, 5) - read_um (row, 3);
          int span_y = read_um (row, 8) - read_um (row, 6) - read_um (row, 4);
          VouchRect cell;

          vouch_sheet_stock_get_cell (stock, position, &cell);
          g_assert_cmpint (cell.width, ==, read_um (row, 3));
          g_assert_cmpint (cell.height, ==, read_um (row, 4));
          g_assert_cmpint (cell.x, ==, read_um (row, 5) + span_x * column / (columns - 1));
          g_assert_cmpint (cell.y, ==, read_um (row, 6) + span_y * at_row / (n_rows - 1));
        }
    }
}

static void
test_a_sheet_that_cannot_be_is_refused (void)
{
  static const struct
  {
    const char *field;
    gint64 value;
  } cases[] = { { "columns", 0 },         { "rows", 101 },       { "page_width_um", 49999 }, { "width_um", 4999 },
                { "pitch_x_um", 63999 },  { "left_um", -1 },     { "left_um", 14001 },       { "top_um", 30301 },
                { "pitch_y_um", 100000 }, { "columns", 1000000 } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VouchSheetStock) stock = find_stock ("L7160");
      g_autoptr (GError) error = NULL;

      vouch_record_set_number (vouch_record_find_field (&vouch_sheet_stock_type, cases[i].field), stock,
                               cases[i].value);
      g_assert_false (vouch_sheet_stock_check (stock, &error));
      g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
    }
}

static void
test_a_position_is_a_number_or_row_and_column (void)
{
  static const struct
  {
    const char *text;
    gint64 position;
  } cases[] = { { "1", 1 },   { "21", 21 }, { "2/1", 4 }, { "7/3", 21 }, { "0", 0 }, { "22", 0 },
                { "8/1", 0 }, { "1/4", 0 }, { "", 0 },    { "2/", 0 },   { "x", 0 }, { "1/1/1", 0 } };
  g_autoptr (VouchSheetStock) stock = find_stock ("L7160");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 position = 0;

      g_assert_cmpint (vouch_sheet_place_parse (stock, cases[i].text, &position, &error), ==, cases[i].position != 0);
      g_assert_cmpint (position, ==, cases[i].position);
      g_assert_cmpint (error == NULL, ==, cases[i].position != 0);
    }
}

static void
test_labels_are_counted_over_sheets (void)
{
  g_autoptr (VouchSheetStock) stock = find_stock ("L7160");
  g_autofree char *one = vouch_sheet_place_dup_ranges (stock, 10, 0, 12, 54);
  g_autofree char *resumed = vouch_sheet_place_dup_ranges (stock, 1, 33, 33, 54);
  g_autofree char *middle = vouch_sheet_place_dup_ranges (stock, 10, 0, 5, 40);
  g_autofree char *none = vouch_sheet_place_dup_ranges (stock, 10, 0, 12, 12);

  g_assert_cmpint (vouch_sheet_place_after (stock, 1, 21), ==, 1);
  g_assert_cmpint (vouch_sheet_place_after (stock, 10, 5), ==, 15);
  g_assert_cmpint (vouch_sheet_place_after (stock, 10, 13), ==, 2);
  g_assert_cmpint (vouch_sheet_place_count_sheets (stock, 10, 12), ==, 1);
  g_assert_cmpint (vouch_sheet_place_count_sheets (stock, 10, 13), ==, 2);
  g_assert_cmpint (vouch_sheet_place_count_labels (stock, 10, 2), ==, 33);
  g_assert_cmpstr (one, ==, "13–33, 34–54");
  g_assert_cmpstr (resumed, ==, "34–54");
  g_assert_cmpstr (middle, ==, "6–12, 13–33, 34–40");
  g_assert_null (none);
}

static GPtrArray *
make_labels (guint n_labels, guint dpi)
{
  GPtrArray *labels = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_label_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchLabelTemplate) template = vouch_label_template_load ("unit-40x30", &error);

  g_assert_no_error (error);
  for (guint i = 0; i < n_labels; i++)
    {
      g_autoptr (GHashTable) fields = create_fields ();
      g_autofree char *address = g_strdup_printf ("https://q.example/t/L1/%06u", i);

      g_hash_table_insert (fields, g_strdup ("address"), g_steal_pointer (&address));
      g_ptr_array_add (labels, vouch_label_new (template, fields, dpi, &error));
      g_assert_no_error (error);
    }
  return labels;
}

static void
write_sheets (const char *path, const VouchSheetStock *stock, gint64 first, const GPtrArray *labels, int dx_um,
              int dy_um)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchLabelPdf) pdf = vouch_label_pdf_new (path, &error);

  g_assert_no_error (error);
  vouch_label_pdf_move (pdf, dx_um, dy_um);
  vouch_label_pdf_use_sheets (pdf, stock, first);
  for (guint i = 0; i < labels->len; i++)
    {
      vouch_label_pdf_add (pdf, g_ptr_array_index (labels, i), &error);
      g_assert_no_error (error);
    }
  vouch_label_pdf_close (pdf, &error);
  g_assert_no_error (error);
}

static gboolean
is_black (const Picture *picture, int x, int y)
{
  return picture->pixels[(gsize)y * picture->width + (gsize)x] < 0x80;
}

/* Every dot of the code, not one beside it. */
static void
assert_code_lies_at (const Picture *page, const VouchLabel *label, int left, int top)
{
  const VouchRect *code = &vouch_label_get_code (label, 0)->dots;
  g_auto (Picture) picture = { NULL, 0, 0 };

  render (label, &picture);
  for (int y = code->y; y < code->y + code->height; y++)
    for (int x = code->x; x < code->x + code->width; x++)
      g_assert_cmpint (is_black (page, left + x, top + y), ==, is_black (&picture, x, y));
}

static void
cut (const Picture *page, const VouchRect *cell, guint dpi, Picture *piece)
{
  int left = vouch_dots_from_um (cell->x, dpi), top = vouch_dots_from_um (cell->y, dpi);

  piece->width = (guint)vouch_dots_from_um (cell->width, dpi);
  piece->height = (guint)vouch_dots_from_um (cell->height, dpi);
  piece->pixels = g_malloc ((gsize)piece->width * piece->height);
  for (guint y = 0; y < piece->height; y++)
    memcpy (piece->pixels + (gsize)y * piece->width, page->pixels + (gsize)(top + (int)y) * page->width + (gsize)left,
            piece->width);
}

static gboolean
is_white (const Picture *picture)
{
  for (gsize i = 0; i < (gsize)picture->width * picture->height; i++)
    if (picture->pixels[i] != 0xff)
      return FALSE;
  return TRUE;
}

static gint
compare_pages (gconstpointer a, gconstpointer b)
{
  const Picture *const *first = a, *const *second = b;
  gsize n_first = 0, n_second = 0;

  for (gsize i = 0; i < (gsize)(*first)->width * (*first)->height; i++)
    {
      n_first += (*first)->pixels[i] == 0xff;
      n_second += (*second)->pixels[i] == 0xff;
    }
  return n_first < n_second ? -1 : 1;
}

/* The fuller page comes first in what is looked at. */
static GPtrArray *
draw_sheets (const char *path, guint dpi)
{
  GPtrArray *pages = rasterise_pdf (path, dpi);

  g_ptr_array_sort (pages, compare_pages);
  return pages;
}

static void
assert_cell (const Picture *page, const VouchSheetStock *stock, gint64 position, const VouchLabel *label, guint dpi)
{
  g_auto (Picture) piece = { NULL, 0, 0 };
  g_autoptr (GPtrArray) texts = NULL;
  VouchRect cell;

  vouch_sheet_stock_get_cell (stock, position, &cell);
  cut (page, &cell, dpi, &piece);
  if (label == NULL)
    {
      g_assert_true (is_white (&piece));
      return;
    }
  texts = read_bars (&piece);
  g_assert_cmpuint (texts->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (texts, 0), ==, vouch_label_get_code (label, 0)->text);
  assert_code_lies_at (
      page, label,
      vouch_dots_from_um (cell.x, dpi) + (vouch_dots_from_um (cell.width, dpi) - vouch_label_get_width (label)) / 2,
      vouch_dots_from_um (cell.y, dpi) + (vouch_dots_from_um (cell.height, dpi) - vouch_label_get_height (label)) / 2);
}

/* From the fifth label of the first sheet: the first four stay white, and the second sheet has what is left. */
static void
test_labels_lie_where_the_sheet_has_them (void)
{
  static const guint dpis[] = { 203, 300 };
  static const char *const names[] = { "L7160", "L7161", "L7162", "L7163", "L7164", "L7165" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (dpis); k++)
      {
        g_autofree char *folder = make_folder ();
        g_autofree char *path = g_build_filename (folder, "sheets.pdf", NULL);
        g_autoptr (VouchSheetStock) stock = find_stock (names[i]);
        gint64 n = vouch_sheet_stock_get_n_positions (stock);
        g_autoptr (GPtrArray) labels = make_labels ((guint)n - 4 + 1, dpis[k]);
        g_autoptr (GPtrArray) pages = NULL;

        write_sheets (path, stock, 5, labels, 0, 0);
        pages = draw_sheets (path, dpis[k]);
        g_assert_cmpuint (pages->len, ==, 2);
        for (gint64 position = 1; position <= n; position++)
          {
            assert_cell (g_ptr_array_index (pages, 0), stock, position,
                         position < 5 ? NULL : g_ptr_array_index (labels, position - 5), dpis[k]);
            assert_cell (g_ptr_array_index (pages, 1), stock, position,
                         position > 1 ? NULL : g_ptr_array_index (labels, labels->len - 1), dpis[k]);
          }
        remove_folder (folder);
      }
}

static void
test_offsets_move_the_sheet (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "sheets.pdf", NULL);
  g_autoptr (VouchSheetStock) stock = find_stock ("L7160");
  g_autoptr (GPtrArray) labels = make_labels (1, 203);
  g_autoptr (GPtrArray) pages = NULL;
  const VouchLabel *label = g_ptr_array_index (labels, 0);

  write_sheets (path, stock, 21, labels, 1000, -1500);
  pages = rasterise_pdf (path, 203);
  assert_code_lies_at (g_ptr_array_index (pages, 0), label,
                       vouch_dots_from_um (139500, 203) + (vouch_dots_from_um (64000, 203) - 320) / 2 + 8,
                       vouch_dots_from_um (244100, 203) + (vouch_dots_from_um (38100, 203) - 240) / 2 - 12);
  remove_folder (folder);
}

static void
test_a_label_that_is_too_large_is_refused_with_the_sizes (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "sheets.pdf", NULL);
  g_autoptr (VouchSheetStock) stock = find_stock ("L7160");
  g_autoptr (VouchLabel) label = create_label ("unit-60x40", 203);
  g_autoptr (VouchPrinterProfile) profile = vouch_printer_profile_new_pdf ();
  VouchPrinterOptions options = { .path = path, .sheet = stock, .first_position = 1 };
  g_autoptr (GError) error = NULL;

  g_assert_false (vouch_printer_print_one (profile, &options, label, NULL, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_DENIED);
  g_assert_nonnull (strstr (error->message, "64 × 38.1 mm"));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  remove_folder (folder);
}

static void
test_a_label_printer_takes_no_sheets (void)
{
  g_autoptr (VouchSheetStock) stock = find_stock ("L7160");
  g_autoptr (VouchPrinterProfile) profile = vouch_printer_profile_new_pdf ();
  VouchPrinterOptions options = { .sheet = stock, .first_position = 1 };
  g_autoptr (VouchPrinter) printer = NULL;
  g_autoptr (GError) error = NULL;

  profile->language = VOUCH_PRINTER_LANGUAGE_ZPL;
  profile->uri = g_strdup ("socket://127.0.0.1:9");
  profile->width_um = profile->height_um = 40000;
  printer = vouch_printer_open (profile, &options, NULL, &error);
  g_assert_null (printer);
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
}

/* What one holds against the sheet: each label's edge is there, on the dot. */
static void
test_the_ruler_shows_where_the_labels_are (void)
{
  g_autoptr (GPtrArray) stocks = vouch_sheet_stock_list_built_in ();

  for (guint i = 0; i < stocks->len; i++)
    {
      const VouchSheetStock *stock = g_ptr_array_index (stocks, i);
      g_autoptr (VouchPrinterProfile) profile = vouch_printer_profile_new_pdf ();
      g_autoptr (GError) error = NULL;
      g_autoptr (VouchLabel) ruler = vouch_ruler_label_new_sheet (profile, stock, "2026-11-23", &error);
      g_auto (Picture) picture = { NULL, 0, 0 };

      g_assert_no_error (error);
      render (ruler, &picture);
      for (gint64 position = 1; position <= vouch_sheet_stock_get_n_positions (stock); position++)
        {
          VouchRect cell;

          vouch_sheet_stock_get_cell (stock, position, &cell);
          g_assert_true (
              is_black (&picture, vouch_dots_from_um (cell.x, 203), vouch_dots_from_um (cell.y + 1000, 203)));
          g_assert_true (
              is_black (&picture, vouch_dots_from_um (cell.x + 1000, 203), vouch_dots_from_um (cell.y, 203)));
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet/built-in-ones-are-as-they-are-cut", test_built_in_sheets_are_as_they_are_cut);
  g_test_add_func ("/sheet/one-that-cannot-be-is-refused", test_a_sheet_that_cannot_be_is_refused);
  g_test_add_func ("/sheet/a-position-is-a-number-or-row-and-column", test_a_position_is_a_number_or_row_and_column);
  g_test_add_func ("/sheet/labels-are-counted-over-sheets", test_labels_are_counted_over_sheets);
  g_test_add_func ("/sheet/labels-lie-where-the-sheet-has-them", test_labels_lie_where_the_sheet_has_them);
  g_test_add_func ("/sheet/offsets-move-it", test_offsets_move_the_sheet);
  g_test_add_func ("/sheet/a-label-that-is-too-large-is-refused-with-the-sizes",
                   test_a_label_that_is_too_large_is_refused_with_the_sizes);
  g_test_add_func ("/sheet/a-label-printer-takes-none", test_a_label_printer_takes_no_sheets);
  g_test_add_func ("/sheet/the-ruler-shows-where-the-labels-are", test_the_ruler_shows_where_the_labels_are);
  return g_test_run ();
}
