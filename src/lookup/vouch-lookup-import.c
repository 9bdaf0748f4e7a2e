#include "vouch-lookup-import.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-lookup-answers.h"
#include "vouch-lookup-entry.h"

#define FILE_MAX (32 * 1024 * 1024)

/* Only a regular file: a pipe or a device could go on for ever. */
static char *
load_file (const char *path, gsize *length, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, "standard::type,standard::size", G_FILE_QUERY_INFO_NONE, NULL, NULL);
  char *content = NULL;

  if (info == NULL || g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_NOT_FOUND, _ ("%s is no file that can be read"), path);
  else if (g_file_info_get_size (info) > FILE_MAX)
    g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, _ ("%s is too large; import it in parts"), path);
  else if (!g_file_load_contents (file, NULL, &content, length, NULL, NULL))
    g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, _ ("%s cannot be read"), path);
  return content;
}

static char *
bring (const VouchLookupPlace *place, const char *content, gsize length, GError **error)
{
  VouchLookupEntryKind kind =
      vouch_lookup_answers_are (content, length) ? VOUCH_LOOKUP_ENTRY_ANSWERS : VOUCH_LOOKUP_ENTRY_PUBLICATIONS;

  return vouch_lookup_entry_bring (place, kind, content, length, error);
}

/**
 * vouch_lookup_import_files:
 * @place: where
 * @files: files of publications, or of answers to cases; ends with %NULL
 * @exit_code: (out): 0, or 1 if something was refused
 * @error: NOT_FOUND, INVALID, BUSY or STORAGE
 *
 * Takes publications and answers in from files, through the running service if there is one, and prints an answer a
 * line.
 *
 * Returns: whether every file was taken, refusals included
 */
gboolean
vouch_lookup_import_files (const VouchLookupPlace *place, char **files, int *exit_code, GError **error)
{
  *exit_code = 0;
  for (gsize i = 0; files[i] != NULL; i++)
    {
      gsize length;
      g_autofree char *content = load_file (files[i], &length, error);
      g_autofree char *answers = content != NULL ? bring (place, content, length, error) : NULL;

      if (answers == NULL)
        return FALSE;
      fputs (answers, stdout);
      if (strstr (answers, "{\"error\":") != NULL)
        *exit_code = 1;
    }
  return TRUE;
}
