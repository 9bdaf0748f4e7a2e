/* Every built-in label as a PDF, turned into a picture at the printers' resolutions, is read by a reader that is not
 * ours and shares nothing with it. */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "label-fixture.h"
#include "vouch-label-pdf.h"

#define AROUND_UM 2000

/* The code and what is close to it, as a PGM. */
static void
write_crop (const Picture *page, const VouchExpectedCode *code, guint dpi, const char *path)
{
  int around = vouch_dots_from_um (AROUND_UM, dpi);
  int left = MAX (0, code->dots.x - around), top = MAX (0, code->dots.y - around);
  int right = MIN ((int)page->width, code->dots.x + code->dots.width + around);
  int bottom = MIN ((int)page->height, code->dots.y + code->dots.height + around);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char *head = g_strdup_printf ("P5 %d %d 255\n", right - left, bottom - top);

  g_byte_array_append (bytes, (const guint8 *)head, (guint)strlen (head));
  for (int y = top; y < bottom; y++)
    g_byte_array_append (bytes, page->pixels + (gsize)y * page->width + left, (guint)(right - left));
  g_assert_true (g_file_set_contents (path, (const char *)bytes->data, (gssize)bytes->len, NULL));
}

static char *
run_reader (const char *path)
{
  const char *const argv[] = { "ZXingReader", "-bytes", path, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_autoptr (GBytes) output = NULL;
  gsize length;
  const char *text;

  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate (process, NULL, NULL, &output, NULL, &error));
  text = g_bytes_get_data (output, &length);
  return g_strndup (text, length);
}

static void
assert_label_reads (const char *name, guint dpi)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "label.pdf", NULL);
  g_autofree char *crop = g_build_filename (folder, "crop.pgm", NULL);
  g_autoptr (VouchLabel) label = create_label (name, dpi);
  g_autoptr (VouchLabelPdf) pdf = vouch_label_pdf_new (path, NULL);
  g_autoptr (GPtrArray) pages = NULL;

  g_assert_true (vouch_label_pdf_add (pdf, label, NULL));
  g_assert_true (vouch_label_pdf_close (pdf, NULL));
  pages = rasterise_pdf (path, dpi);
  g_assert_cmpuint (pages->len, ==, 1);
  for (guint i = 0; i < vouch_label_get_n_codes (label); i++)
    {
      const VouchExpectedCode *code = vouch_label_get_code (label, i);
      g_autofree char *said = NULL;

      write_crop (g_ptr_array_index (pages, 0), code, dpi, crop);
      said = run_reader (crop);
      if (strstr (said, code->text) == NULL)
        g_error ("%s at %u dpi: “%s” was printed and “%s” read", name, dpi, code->text, said);
    }
  remove_folder (folder);
}

static void
test_every_label_reads (gconstpointer data)
{
  g_auto (GStrv) names = vouch_label_template_list_names ();

  for (char **name = names; *name != NULL; name++)
    assert_label_reads (*name, GPOINTER_TO_UINT (data));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/reader/every-label-reads-at-203-dpi", GUINT_TO_POINTER (203), test_every_label_reads);
  g_test_add_data_func ("/reader/every-label-reads-at-300-dpi", GUINT_TO_POINTER (300), test_every_label_reads);
  return g_test_run ();
}
