#include "vouch-lookup-export-folder.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "vouch-error.h"

#define LIST "vouch-export.txt"

struct _VouchLookupExportFolder
{
  char *path;
  char **before;       /* names of the export before, or NULL */
  GHashTable *written; /* names */
};

/**
 * vouch_lookup_export_folder_open:
 * @path: a folder; made if there is none
 * @error: STORAGE
 *
 * Opens a folder for an export.
 *
 * Returns: (transfer full) (nullable): the folder
 */
VouchLookupExportFolder *
vouch_lookup_export_folder_open (const char *path, GError **error)
{
  g_autoptr (VouchLookupExportFolder) self = g_new0 (VouchLookupExportFolder, 1);
  g_autofree char *list_path = g_build_filename (path, LIST, NULL);
  g_autofree char *list = NULL;

  self->path = g_strdup (path);
  self->written = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (g_mkdir_with_parents (path, 0755) != 0)
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, "%s: %s", path, g_strerror (errno));
      return NULL;
    }
  if (g_file_get_contents (list_path, &list, NULL, NULL))
    self->before = g_strsplit (list, "\n", -1);
  return g_steal_pointer (&self);
}

/**
 * vouch_lookup_export_folder_free:
 * @self: (nullable): a folder
 *
 * Frees it.
 */
void
vouch_lookup_export_folder_free (VouchLookupExportFolder *self)
{
  if (self == NULL)
    return;
  g_strfreev (self->before);
  g_hash_table_unref (self->written);
  g_free (self->path);
  g_free (self);
}

static gboolean
is_there_already (const char *path, GBytes *content)
{
  g_autofree char *old = NULL;
  gsize length;
  g_autoptr (GBytes) bytes = NULL;

  if (!g_file_get_contents (path, &old, &length, NULL))
    return FALSE;
  bytes = g_bytes_new_take (g_steal_pointer (&old), length);
  return g_bytes_equal (bytes, content);
}

static gboolean
write_file (const VouchLookupExportFolder *self, const char *name, GBytes *content, GError **error)
{
  g_autofree char *path = g_build_filename (self->path, name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) local = NULL;
  gsize length;
  const char *data = g_bytes_get_data (content, &length);

  if (is_there_already (path, content))
    return TRUE;
  if (g_mkdir_with_parents (folder, 0755) != 0)
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, "%s: %s", folder, g_strerror (errno));
      return FALSE;
    }
  if (!g_file_set_contents_full (path, data, (gssize)length, G_FILE_SET_CONTENTS_CONSISTENT, 0644, &local))
    {
      g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, local->message);
      return FALSE;
    }
  return TRUE;
}

/**
 * vouch_lookup_export_folder_write:
 * @self: a folder
 * @name: of the file, with its folders
 * @content: (transfer full): what is to be in it
 * @error: STORAGE
 *
 * Writes a file; one that has this content is left alone.
 *
 * Returns: whether it is there
 */
gboolean
vouch_lookup_export_folder_write (VouchLookupExportFolder *self, const char *name, GBytes *content, GError **error)
{
  g_autoptr (GBytes) taken = content;

  g_hash_table_add (self->written, g_strdup (name));
  return write_file (self, name, content, error);
}

/* The list lies where others may write: what leads out of the folder is not believed. */
static void
remove_file (const VouchLookupExportFolder *self, const char *name)
{
  g_autofree char *path = g_build_filename (self->path, name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  if (*name == '\0' || *name == '/' || strstr (name, "..") != NULL)
    return;
  g_unlink (path);
  if (strchr (name, '/') != NULL)
    g_rmdir (folder);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/**
 * vouch_lookup_export_folder_close:
 * @self: a folder
 * @error: STORAGE
 *
 * Removes what the export before wrote and this one did not, and writes the list.
 *
 * Returns: whether the list is written
 */
gboolean
vouch_lookup_export_folder_close (VouchLookupExportFolder *self, GError **error)
{
  guint n;
  g_autofree gpointer *names = g_hash_table_get_keys_as_array (self->written, &n);
  g_autoptr (GString) list = g_string_new (NULL);

  for (gsize i = 0; self->before != NULL && self->before[i] != NULL; i++)
    if (!g_hash_table_contains (self->written, self->before[i]))
      remove_file (self, self->before[i]);
  qsort (names, n, sizeof *names, compare_names);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (list, "%s\n", (const char *)names[i]);
  return vouch_lookup_export_folder_write (self, LIST, g_string_free_to_bytes (g_steal_pointer (&list)), error);
}
