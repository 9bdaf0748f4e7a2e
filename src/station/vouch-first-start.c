#include "vouch-first-start.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "vouch-error.h"
#include "vouch-hash.h"

/**
 * vouch_first_start_dup_code_path:
 * @directory: the station's data directory
 *
 * Returns: (transfer full): the file with the one-time code; only somebody with access to the machine can read it
 */
char *
vouch_first_start_dup_code_path (const char *directory)
{
  return g_build_filename (directory, "first-start.code", NULL);
}

/**
 * vouch_first_start_make_code:
 * @directory: the data directory of a station that nobody has an account on
 * @error: STORAGE if the code cannot be written
 *
 * Writes a one-time code of eight digits for the first administrator, unless there is one already.
 *
 * Returns: whether there is a code
 */
gboolean
vouch_first_start_make_code (const char *directory, GError **error)
{
  g_autofree char *path = vouch_first_start_dup_code_path (directory);
  g_autofree char *text = NULL;
  guint32 number;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  vouch_random_bytes (&number, sizeof number);
  text = g_strdup_printf ("%08u\n", number % 100000000u);
  if (g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL))
    return TRUE;
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, _ ("%s cannot be written"), path);
  return FALSE;
}

/**
 * vouch_first_start_forget_code:
 * @directory: the station's data directory
 *
 * Removes the code: once there is an account it is worth nothing.
 */
void
vouch_first_start_forget_code (const char *directory)
{
  g_autofree char *path = vouch_first_start_dup_code_path (directory);

  g_remove (path);
}
