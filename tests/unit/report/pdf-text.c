/* Reads a PDF back with another program (poppler's pdftotext), so that what is tested is what a reader gets. */
#include "pdf-text.h"

#include <string.h>

/* Fontconfig keeps the fonts it has read until the process ends; only what we lose ourselves is a leak. Asked for by
 * the leak sanitizer, where the tests are built with it. */
const char *__lsan_default_suppressions (void);

const char *
__lsan_default_suppressions (void)
{
  return "leak:libfontconfig\n";
}

/* A path in the build folder's tests directory, of a file that does not exist. */
char *
pdf_test_path (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *directory = g_dir_make_tmp ("vouch-report-XXXXXX", &error);

  g_assert_no_error (error);
  return g_build_filename (directory, name, NULL);
}

/* The file's text in the order of the page; a form feed ends every page. */
char *
pdf_read_text (const char *path)
{
  const char *argv[] = { "pdftotext", "-layout", "-enc", "UTF-8", path, "-", NULL };
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  int status = -1;

  g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return text;
}

guint
pdf_count (const char *text, const char *words)
{
  guint count = 0;

  for (const char *at = strstr (text, words); at != NULL; at = strstr (at + strlen (words), words))
    count++;
  return count;
}

guint
pdf_count_pages (const char *text)
{
  return pdf_count (text, "\f");
}

void
pdf_assert_has (const char *text, const char *words)
{
  if (strstr (text, words) == NULL)
    g_error ("“%s” is missing in: %s", words, text);
}
