#include <glib/gstdio.h>
#include <string.h>

#include "label-fixture.h"
#include "vouch-code-sheet.h"
#include "vouch-error.h"
#include "vouch-label-pdf.h"

static const char *const small_labels[] = { "unit-60x40",   "lot-60x40",      "hold-60x40",
                                            "reject-60x40", "released-60x40", "badge",
                                            "unit-40x30",   "sample-60x40",   "location-100x50" };

static void
assert_reads_back (const VouchLabel *label, const Picture *picture)
{
  g_autoptr (GPtrArray) texts = read_bars (picture);

  for (guint i = 0; i < vouch_label_get_n_codes (label); i++)
    {
      const char *text = vouch_label_get_code (label, i)->text;

      if (!contains_text (texts, text))
        g_error ("“%s” was printed and not read", text);
    }
}

static void
test_bitmaps_read_back (void)
{
  static const guint dpis[] = { 203, 300 };

  for (gsize i = 0; i < G_N_ELEMENTS (small_labels); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (dpis); k++)
      {
        g_autoptr (VouchLabel) label = create_label (small_labels[i], dpis[k]);
        g_auto (Picture) picture = { NULL, 0, 0 };

        render (label, &picture);
        assert_reads_back (label, &picture);
      }
}

static void
test_bitmaps_are_black_and_white (void)
{
  g_autoptr (VouchLabel) label = create_label ("lot-60x40", 203);
  g_auto (Picture) picture = { NULL, 0, 0 };
  guint n_black = 0;

  render (label, &picture);
  for (gsize i = 0; i < (gsize)picture.width * picture.height; i++)
    {
      g_assert_true (picture.pixels[i] == 0 || picture.pixels[i] == 0xff);
      n_black += picture.pixels[i] == 0;
    }
  g_assert_cmpuint (n_black, >, 0);
}

/* Without colour the status must show by itself: the labels differ in large areas, not by a word. */
static void
test_statuses_differ_without_colour (void)
{
  g_auto (Picture) hold = { NULL, 0, 0 };
  g_auto (Picture) reject = { NULL, 0, 0 };
  g_auto (Picture) released = { NULL, 0, 0 };
  g_autoptr (VouchLabel) hold_label = create_label ("hold-60x40", 203);
  g_autoptr (VouchLabel) reject_label = create_label ("reject-60x40", 203);
  g_autoptr (VouchLabel) released_label = create_label ("released-60x40", 203);
  const Picture *const pairs[][2] = { { &hold, &reject }, { &hold, &released }, { &reject, &released } };

  render (hold_label, &hold);
  render (reject_label, &reject);
  render (released_label, &released);
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      guint n_other = 0;

      for (gsize k = 0; k < (gsize)hold.width * hold.height; k++)
        n_other += pairs[i][0]->pixels[k] != pairs[i][1]->pixels[k];
      g_assert_cmpuint (n_other * 100 / (hold.width * hold.height), >=, 8);
    }
}

static void
test_pdfs_read_back_at_203_dpi (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "labels.pdf", NULL);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_label_free);
  g_autoptr (GPtrArray) pages = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchLabelPdf) pdf = vouch_label_pdf_new (path, &error);

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (small_labels); i++)
    {
      g_ptr_array_add (labels, create_label (small_labels[i], 203));
      vouch_label_pdf_add (pdf, g_ptr_array_index (labels, i), &error);
      g_assert_no_error (error);
    }
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  vouch_label_pdf_close (pdf, &error);
  g_assert_no_error (error);

  /* The pages come in no order. Every label has its own page, as large as its dots. */
  pages = rasterise_pdf (path, 203);
  g_assert_cmpuint (pages->len, ==, G_N_ELEMENTS (small_labels));
  for (guint i = 0; i < labels->len; i++)
    {
      const char *text = vouch_label_get_code (g_ptr_array_index (labels, i), 0)->text;
      gboolean found = FALSE;

      for (guint k = 0; k < pages->len && !found; k++)
        {
          const Picture *page = g_ptr_array_index (pages, k);
          g_autoptr (GPtrArray) texts = read_bars (page);

          found = contains_text (texts, text) &&
                  page->width == (guint)vouch_label_get_width (g_ptr_array_index (labels, i)) &&
                  page->height == (guint)vouch_label_get_height (g_ptr_array_index (labels, i));
        }
      g_assert_true (found);
    }
  remove_folder (folder);
}

static void
render_lot (const char *lot, Picture *picture)
{
  g_autoptr (GHashTable) fields = create_fields ();
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchLabelTemplate) template = vouch_label_template_load ("unit-40x30", &error);
  g_autoptr (VouchLabel) label = NULL;

  g_assert_no_error (error);
  g_hash_table_insert (fields, g_strdup ("lot"), g_strdup (lot));
  label = vouch_label_new (template, fields, 203, &error);
  g_assert_no_error (error);
  render (label, picture);
}

/* What nobody gave the lot must not stand in its number, even where it goes over two lines: they look as two words do.
 */
static void
test_a_lot_that_wraps_gets_no_hyphen (void)
{
  g_auto (Picture) two_lines = { NULL, 0, 0 };
  g_auto (Picture) two_words = { NULL, 0, 0 };
  const VouchRect line = { vouch_dots_from_um (23000, 203), vouch_dots_from_um (7100, 203),
                           vouch_dots_from_um (16200, 203), vouch_dots_from_um (2300, 203) };

  render_lot ("L261123-1NE3TR08", &two_lines);
  render_lot ("L261123-1NE3TR 08", &two_words);
  for (int y = line.y; y < line.y + line.height; y++)
    g_assert_cmpmem (two_lines.pixels + y * (int)two_lines.width + line.x, (gsize)line.width,
                     two_words.pixels + y * (int)two_words.width + line.x, (gsize)line.width);
}

static void
test_command_card_reads_back (void)
{
  static const guint dpis[] = { 203, 300 };

  for (gsize i = 0; i < G_N_ELEMENTS (dpis); i++)
    {
      g_autoptr (VouchLabel) label = create_label ("command-card", dpis[i]);
      g_auto (Picture) picture = { NULL, 0, 0 };

      g_assert_cmpuint (vouch_label_get_n_codes (label), ==, 50);
      render (label, &picture);
      assert_reads_back (label, &picture);
    }
}

static void
test_pdf_is_whole_or_not_there (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "labels.pdf", NULL);
  g_autofree char *content = NULL;
  g_autoptr (VouchLabel) label = create_label ("unit-60x40", 203);
  g_autoptr (GError) error = NULL;
  VouchLabelPdf *pdf;

  g_file_set_contents (path, "older", -1, NULL);
  pdf = vouch_label_pdf_new (path, &error);
  g_assert_no_error (error);
  g_assert_true (vouch_label_pdf_add (pdf, label, &error));
  vouch_label_pdf_free (pdf);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "older");

  pdf = vouch_label_pdf_new (path, NULL);
  g_assert_false (vouch_label_pdf_close (pdf, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
  vouch_label_pdf_free (pdf);
  g_unlink (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0); /* nothing else was left behind */
}

static void
test_pdf_says_where_it_cannot_write (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (vouch_label_pdf_new ("/nowhere/at/all/labels.pdf", &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE);
  g_assert_nonnull (strstr (error->message, "/nowhere/at/all/labels.pdf"));
}

static void
add (GPtrArray *entries, const char *section, const char *title, const char *text, VouchSymbology symbology)
{
  g_ptr_array_add (entries, vouch_code_sheet_entry_new (section, title, "备注 note", text, symbology));
}

static GPtrArray *
create_entries (void)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_code_sheet_entry_free);

  add (entries, "工牌 Badges", "李敏", "W1001-QC", VOUCH_SYMBOLOGY_CODE_128);
  add (entries, "货物 Goods", "茶 {lot}", "(01)09520001000010(17)280331(10)QH26A01(37)200", VOUCH_SYMBOLOGY_GS1_128);
  add (entries, "货物 Goods", "Charger", "9520001000089", VOUCH_SYMBOLOGY_EAN_13);
  add (entries, "货物 Goods", "Cup", "https://id.gs1.org/01/09520001000096/10/HX-0117", VOUCH_SYMBOLOGY_QR);
  add (entries, "货物 Goods", "Cup", "(01)09520001000096(10)HX-0118", VOUCH_SYMBOLOGY_GS1_QR);
  for (int i = 0; i < 40; i++)
    {
      g_autofree char *text = g_strdup_printf ("XCDF%03d", i);

      add (entries, NULL, "划痕 Scratch", text, VOUCH_SYMBOLOGY_CODE_128);
    }
  return entries;
}

static void
test_sheet_flows_and_reads_back (void)
{
  g_autoptr (GPtrArray) entries = create_entries ();
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchCodeSheet) sheet = vouch_code_sheet_new ("样例 Samples", entries, &error);
  guint n_codes = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (vouch_code_sheet_get_n_pages (sheet), >=, 2);
  for (guint i = 0; i < vouch_code_sheet_get_n_pages (sheet); i++)
    {
      const VouchLabel *page = vouch_code_sheet_get_page (sheet, i);
      g_auto (Picture) picture = { NULL, 0, 0 };

      n_codes += vouch_label_get_n_codes (page);
      render (page, &picture);
      assert_reads_back (page, &picture);
    }
  g_assert_cmpuint (n_codes, ==, entries->len);
}

static void
test_sheet_becomes_a_pdf (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "sheet.pdf", NULL);
  g_autoptr (GPtrArray) entries = create_entries ();
  g_autoptr (GPtrArray) pages = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (VouchCodeSheet) sheet = vouch_code_sheet_new ("Samples", entries, &error);

  g_assert_no_error (error);
  g_assert_true (vouch_code_sheet_write_pdf (sheet, path, &error));
  pages = rasterise_pdf (path, 100);
  g_assert_cmpuint (pages->len, ==, vouch_code_sheet_get_n_pages (sheet));
  remove_folder (folder);
}

static void
test_sheet_refuses_too_few_and_too_many (void)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_code_sheet_entry_free);
  g_autoptr (GError) error = NULL;

  g_assert_null (vouch_code_sheet_new ("none", entries, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
  g_clear_error (&error);
  for (int i = 0; i <= VOUCH_CODE_SHEET_ENTRIES_MAX; i++)
    add (entries, NULL, NULL, "XCOK", VOUCH_SYMBOLOGY_CODE_128);
  g_assert_null (vouch_code_sheet_new ("many", entries, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
}

static void
test_sheet_refuses_hostile_entries (void)
{
  static const struct
  {
    const char *title, *text;
    VouchSymbology symbology;
  } bad[] = { { "a\033b", "XCOK", VOUCH_SYMBOLOGY_CODE_128 },
              { "a", "X\nC", VOUCH_SYMBOLOGY_CODE_128 },
              { "a", "9520001000080", VOUCH_SYMBOLOGY_EAN_13 },
              { "a", "0123456789012345678901234567890123456789012345678901234567890123456789ABCDEFGHIJKLMNOPQRST",
                VOUCH_SYMBOLOGY_CODE_128 } };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify)vouch_code_sheet_entry_free);
      g_autoptr (GError) error = NULL;

      add (entries, NULL, bad[i].title, bad[i].text, bad[i].symbology);
      g_assert_null (vouch_code_sheet_new ("bad", entries, &error));
      g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print/bitmaps-read-back", test_bitmaps_read_back);
  g_test_add_func ("/print/bitmaps-are-black-and-white", test_bitmaps_are_black_and_white);
  g_test_add_func ("/print/statuses-differ-without-colour", test_statuses_differ_without_colour);
  g_test_add_func ("/print/pdfs-read-back-at-203-dpi", test_pdfs_read_back_at_203_dpi);
  g_test_add_func ("/print/a-lot-that-wraps-gets-no-hyphen", test_a_lot_that_wraps_gets_no_hyphen);
  g_test_add_func ("/print/command-card-reads-back", test_command_card_reads_back);
  g_test_add_func ("/print/pdf-is-whole-or-not-there", test_pdf_is_whole_or_not_there);
  g_test_add_func ("/print/pdf-says-where-it-cannot-write", test_pdf_says_where_it_cannot_write);
  g_test_add_func ("/sheet/flows-and-reads-back", test_sheet_flows_and_reads_back);
  g_test_add_func ("/sheet/becomes-a-pdf", test_sheet_becomes_a_pdf);
  g_test_add_func ("/sheet/refuses-too-few-and-too-many", test_sheet_refuses_too_few_and_too_many);
  g_test_add_func ("/sheet/refuses-hostile-entries", test_sheet_refuses_hostile_entries);
  return g_test_run ();
}
