#include "scratch.h"

#include <glib/gstdio.h>

void
scratch_set_up (Scratch *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->directory = g_dir_make_tmp ("vouch-scratch-XXXXXX", &error);
  g_assert_no_error (error);
}

void
scratch_tear_down (Scratch *self, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (self->directory, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->directory, name, NULL);

      g_remove (path);
    }
  g_remove (self->directory);
  g_free (self->directory);
}

char *
scratch_dup_path (const Scratch *self, const char *name)
{
  return g_build_filename (self->directory, name, NULL);
}

/* The bytes of a file that has to be there. */
GBytes *
scratch_read (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (contents, length);
}
