#include "gs1-data.h"

#include <string.h>

GPtrArray *
gs1_data_load (const char *name, guint n_columns)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "gs1", name, NULL);
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (content, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      char **columns;

      if (lines[i][0] == '#' || lines[i][0] == '\0')
        continue;
      columns = g_strsplit (lines[i], "\t", -1);
      g_assert_cmpuint (g_strv_length (columns), ==, n_columns);
      g_ptr_array_add (rows, columns);
    }
  g_assert_cmpuint (rows->len, >, 0);
  return rows;
}

/* {GS} stands for the separator in the data. */
char *
gs1_data_with_separators (const char *text)
{
  g_auto (GStrv) pieces = g_strsplit (text, "{GS}", -1);

  return g_strjoinv ("\x1d", pieces);
}
