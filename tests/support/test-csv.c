#include "test-csv.h"

/* The lines of a CSV file in tests/data, each as its cells: char **. Comments and the heading are left out. */
GPtrArray *
test_csv_read (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
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
