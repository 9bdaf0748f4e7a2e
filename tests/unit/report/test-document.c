#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "pdf-text.h"
#include "vouch-document.h"
#include "vouch-error.h"

/* Writes the document, reads its text back and removes the file. */
static char *
write_and_read (VouchDocument *document)
{
  g_autofree char *path = pdf_test_path ("document.pdf");
  g_autofree char *directory = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;
  char *text;

  vouch_document_write_pdf (document, path, "2026-11-22T09:00:00+08:00", &error);
  g_assert_no_error (error);
  text = pdf_read_text (path);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (directory), ==, 0);
  return text;
}

static void
add_rows (VouchDocument *document, guint n_rows)
{
  const VouchDocumentColumn columns[] = { { "Number", 1, TRUE }, { "Words", 5 } };

  vouch_document_begin_table (document, columns, G_N_ELEMENTS (columns));
  for (guint i = 1; i <= n_rows; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);
      g_autofree char *words = g_strdup_printf ("row-%04u", i);
      const char *const cells[] = { number, words };
      const VouchDocumentRow row = { .cells = cells };

      vouch_document_add_row (document, &row);
    }
  vouch_document_end_table (document);
}

static void
test_an_empty_document_has_one_page (void)
{
  g_autoptr (VouchDocument) document = vouch_document_new ("Nothing", NULL);
  g_autofree char *text = write_and_read (document);

  g_assert_cmpuint (vouch_document_get_n_pages (document), ==, 1);
  g_assert_cmpuint (pdf_count_pages (text), ==, 1);
  pdf_assert_has (text, "Page 1 of 1");
}

static void
test_long_tables_go_on_with_their_heads (void)
{
  g_autoptr (VouchDocument) document = vouch_document_new ("Long table", "R-1");
  g_autofree char *text = NULL;
  guint n_pages;

  add_rows (document, 300);
  n_pages = vouch_document_get_n_pages (document);
  text = write_and_read (document);
  g_assert_cmpuint (n_pages, >, 5);
  g_assert_cmpuint (pdf_count_pages (text), ==, n_pages);
  g_assert_cmpuint (pdf_count (text, "Number"), ==, n_pages);
  g_assert_cmpuint (pdf_count (text, "Long table"), ==, n_pages - 1);
  g_assert_cmpuint (pdf_count (text, "R-1"), ==, n_pages);
  for (guint i = 1; i <= 300; i++)
    {
      g_autofree char *words = g_strdup_printf ("row-%04u", i);

      g_assert_cmpuint (pdf_count (text, words), ==, 1);
    }
  for (guint i = 1; i <= n_pages; i++)
    {
      g_autofree char *number = g_strdup_printf ("Page %u of %u", i, n_pages);

      g_assert_cmpuint (pdf_count (text, number), ==, 1);
    }
}

/* A row that is longer than a page, a paragraph that is, and the reason of a verdict lose nothing. */
static void
test_what_is_longer_than_a_page_is_broken (void)
{
  g_autoptr (VouchDocument) document = vouch_document_new ("Long text", NULL);
  const VouchDocumentColumn columns[] = { { "Narrow", 1 }, { "Wide", 3 } };
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < 1500; i++)
    g_string_append_printf (words, "w%04u ", i);
  {
    const char *const cells[] = { words->str, "once" };
    const VouchDocumentRow row = { .cells = cells };

    vouch_document_begin_table (document, columns, G_N_ELEMENTS (columns));
    vouch_document_add_row (document, &row);
    vouch_document_end_table (document);
  }
  vouch_document_add_paragraph (document, words->str);
  vouch_document_add_verdict (document, VOUCH_MARK_HOLD, "Held", words->str);
  text = write_and_read (document);
  for (guint i = 0; i < 1500; i++)
    {
      g_autofree char *word = g_strdup_printf ("w%04u", i);

      g_assert_cmpuint (pdf_count (text, word), ==, 3);
    }
  g_assert_cmpuint (pdf_count (text, "once"), ==, 1);
}

static void
test_a_heading_is_never_the_last_on_a_page (void)
{
  for (guint n_lines = 30; n_lines < 55; n_lines++)
    {
      g_autoptr (VouchDocument) document = vouch_document_new ("Headings", NULL);
      g_autofree char *text = NULL;
      g_auto (GStrv) pages = NULL;

      for (guint i = 0; i < n_lines; i++)
        vouch_document_add_paragraph (document, "line");
      vouch_document_add_heading (document, "Section");
      add_rows (document, 1);
      text = write_and_read (document);
      pages = g_strsplit (text, "\f", -1);
      for (guint i = 0; pages[i] != NULL; i++)
        g_assert_cmpint (strstr (pages[i], "Section") != NULL, ==, strstr (pages[i], "row-0001") != NULL);
    }
}

static void
test_texts_are_never_markup (void)
{
  g_autoptr (VouchDocument) document = vouch_document_new ("<b>Title</b>", "&amp; footer");
  const VouchDocumentPair pairs[] = { { "Key", "<span size='9999999'>x</span>" }, { "Broken", "caf\xe9 ok" } };
  g_autofree char *text = NULL;

  vouch_document_add_title (document, "a", "b", "100 % & more");
  vouch_document_add_pairs (document, pairs, G_N_ELEMENTS (pairs));
  text = write_and_read (document);
  pdf_assert_has (text, "<b>Title</b>");
  pdf_assert_has (text, "&amp; footer");
  pdf_assert_has (text, "100 % & more");
  pdf_assert_has (text, "size='9999999'");
  pdf_assert_has (text, " ok");
}

static void
test_chinese_text_can_be_copied_from_the_pdf (void)
{
  g_autoptr (VouchDocument) document = vouch_document_new ("检验报告", "报告编号 R-7");
  const VouchDocumentPair pairs[] = { { "商品", "不锈钢保温杯 500 ml" }, { "供应商", "宁波晨光器皿有限公司" } };
  g_autofree char *text = NULL;

  vouch_document_add_title (document, "验信收货站", "R-7", NULL);
  vouch_document_add_verdict (document, VOUCH_MARK_PASS, "合格", "样本 80 件，不合格 1 件");
  vouch_document_add_pairs (document, pairs, G_N_ELEMENTS (pairs));
  text = write_and_read (document);
  pdf_assert_has (text, "检验报告");
  pdf_assert_has (text, "不锈钢保温杯");
  pdf_assert_has (text, "宁波晨光器皿有限公司");
  pdf_assert_has (text, "合格");
}

/* The darkest pixel of a page drawn at half size, and of an area of it. */
static guint
find_ink (VouchDocument *document, guint page, int top, int bottom)
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_A8, 298, 421);
  cairo_t *cr = cairo_create (image);
  const guint8 *pixels;
  guint ink = 0;

  cairo_scale (cr, 0.5, 0.5);
  vouch_document_draw_page (document, page, cr);
  cairo_surface_flush (image);
  pixels = cairo_image_surface_get_data (image);
  for (int y = top; y < bottom; y++)
    for (int x = 0; x < 298; x++)
      ink = MAX (ink, pixels[y * cairo_image_surface_get_stride (image) + x]);
  cairo_destroy (cr);
  cairo_surface_destroy (image);
  return ink;
}

static void
test_pages_are_drawn_on_any_surface_and_keep_their_margins (void)
{
  g_autoptr (VouchDocument) document = vouch_document_new ("Screen", "foot");

  add_rows (document, 100);
  for (guint page = 0; page < vouch_document_get_n_pages (document); page++)
    {
      g_assert_cmpuint (find_ink (document, page, 30, 200), >, 100);
      g_assert_cmpuint (find_ink (document, page, 0, 20), ==, 0);
      g_assert_cmpuint (find_ink (document, page, 410, 421), ==, 0);
    }
}

static void
test_every_verdict_has_a_shape (void)
{
  for (VouchMark mark = VOUCH_MARK_PASS; mark <= VOUCH_MARK_OPEN; mark++)
    {
      g_autoptr (VouchDocument) document = vouch_document_new ("Verdict", NULL);

      vouch_document_add_verdict (document, mark, "Word", NULL);
      g_assert_cmpuint (find_ink (document, 0, 24, 56), >, 100);
    }
}

static void
test_a_file_that_cannot_be_written_is_an_error_and_changes_nothing (void)
{
  g_autoptr (VouchDocument) document = vouch_document_new ("Lost", NULL);
  g_autofree char *path = pdf_test_path ("there.pdf");
  g_autofree char *directory = g_path_get_dirname (path);
  g_autofree char *beneath = g_build_filename (path, "beneath.pdf", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  GDir *listing;
  guint n_files = 0;

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_assert_false (vouch_document_write_pdf (document, beneath, NULL, &error));
  g_assert_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE);
  g_assert_nonnull (strstr (error->message, "beneath.pdf"));
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "old");
  g_assert_true (vouch_document_write_pdf (document, path, NULL, NULL));
  listing = g_dir_open (directory, 0, NULL);
  while (g_dir_read_name (listing) != NULL)
    n_files++;
  g_dir_close (listing);
  g_assert_cmpuint (n_files, ==, 1);
  g_remove (path);
  g_rmdir (directory);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/an-empty-document-has-one-page", test_an_empty_document_has_one_page);
  g_test_add_func ("/document/long-tables-go-on-with-their-heads", test_long_tables_go_on_with_their_heads);
  g_test_add_func ("/document/what-is-longer-than-a-page-is-broken", test_what_is_longer_than_a_page_is_broken);
  g_test_add_func ("/document/a-heading-is-never-the-last-on-a-page", test_a_heading_is_never_the_last_on_a_page);
  g_test_add_func ("/document/texts-are-never-markup", test_texts_are_never_markup);
  g_test_add_func ("/document/chinese-text-can-be-copied-from-the-pdf", test_chinese_text_can_be_copied_from_the_pdf);
  g_test_add_func ("/document/pages-are-drawn-on-any-surface-and-keep-their-margins",
                   test_pages_are_drawn_on_any_surface_and_keep_their_margins);
  g_test_add_func ("/document/every-verdict-has-a-shape", test_every_verdict_has_a_shape);
  g_test_add_func ("/document/a-file-that-cannot-be-written-is-an-error-and-changes-nothing",
                   test_a_file_that_cannot_be_written_is_an_error_and_changes_nothing);
  return g_test_run ();
}
