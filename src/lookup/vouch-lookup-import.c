#include "vouch-lookup-import.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-lookup-claim.h"
#include "vouch-lookup-db.h"
#include "vouch-lookup-intake.h"
#include "vouch-lookup-lock.h"

#define FILE_MAX (32 * 1024 * 1024)
#define ANSWER_SECONDS 60

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

/* Takes the file in directly, because no service runs on the folder: its lock is ours. */
static char *
take_directly (const VouchLookupPlace *place, const char *content, gsize length, GError **error)
{
  g_autoptr (VouchClock) clock = vouch_clock_new_system ();
  g_autoptr (VouchLookupKeys) keys = vouch_lookup_keys_open (place->data_dir, error);
  g_autoptr (VouchLookupDb) db = keys != NULL ? vouch_lookup_db_open_writer (place, error) : NULL;
  g_autoptr (GString) answers = g_string_new (NULL);
  const VouchLookupIntake intake = { place->data_dir, keys, clock };
  VouchLookupIntakeResult result;

  if (db == NULL || !vouch_lookup_claim (db, keys, error) || !vouch_lookup_db_begin (db, error))
    return NULL;
  if (!vouch_lookup_intake_take (&intake, db, content, length, answers, &result, error) ||
      !vouch_lookup_db_commit (db, error))
    {
      vouch_lookup_db_rollback (db);
      return NULL;
    }
  if (!vouch_lookup_db_checkpoint (db, TRUE, error) || !vouch_lookup_db_close (g_steal_pointer (&db), error))
    return NULL;
  return g_string_free (g_steal_pointer (&answers), FALSE);
}

static char *
read_answer (GInputStream *input, GError **error)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autofree char *text = NULL;
  const char *body;

  if (g_output_stream_splice (memory, input, G_OUTPUT_STREAM_SPLICE_NONE, NULL, error) < 0 ||
      !g_output_stream_write_all (memory, "", 1, NULL, NULL, error))
    return NULL;
  g_output_stream_close (memory, NULL, NULL);
  text = g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (memory));
  body = strstr (text, "\r\n\r\n");
  if (body == NULL || !g_str_has_prefix (text, "HTTP/1.1 200 "))
    {
      g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, _ ("The running service did not take the file"));
      return NULL;
    }
  return g_strdup (body + 4);
}

/* Hands the file to the service that runs on the folder, which is the only one to write there. */
static char *
hand_over (const char *url, const char *content, gsize length, GError **error)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketConnection) connection = NULL;
  g_autofree char *head = NULL;
  GOutputStream *output;

  g_socket_client_set_timeout (client, ANSWER_SECONDS);
  connection = g_socket_client_connect_to_host (client, url + strlen ("http://"), 80, NULL, error);
  if (connection == NULL)
    return NULL;
  output = g_io_stream_get_output_stream (G_IO_STREAM (connection));
  head = g_strdup_printf ("POST /publications HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                          "Content-Type: application/x-ndjson\r\nContent-Length: %" G_GSIZE_FORMAT "\r\n\r\n",
                          length);
  if (!g_output_stream_write_all (output, head, strlen (head), NULL, NULL, error) ||
      !g_output_stream_write_all (output, content, length, NULL, NULL, error))
    return NULL;
  return read_answer (g_io_stream_get_input_stream (G_IO_STREAM (connection)), error);
}

static char *
take (const VouchLookupPlace *place, const char *content, gsize length, GError **error)
{
  g_autoptr (GError) busy = NULL;
  g_autoptr (VouchLookupLock) lock = vouch_lookup_lock_take (place->data_dir, &busy);
  g_autofree char *url = NULL;
  g_autoptr (GError) local = NULL;
  char *answers;

  if (lock != NULL)
    return take_directly (place, content, length, error);
  url = vouch_lookup_lock_read_url (place->data_dir);
  if (!g_error_matches (busy, VOUCH_ERROR, VOUCH_ERROR_BUSY) || url == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&busy));
      return NULL;
    }
  answers = hand_over (url, content, length, &local);
  if (answers == NULL)
    g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_BUSY, _ ("The service at %s cannot be reached: %s"), url,
                 local->message);
  return answers;
}

/**
 * vouch_lookup_import_files:
 * @place: where
 * @files: files of publications; ends with %NULL
 * @exit_code: (out): 0, or 1 if a publication was refused
 * @error: NOT_FOUND, INVALID, BUSY or STORAGE
 *
 * Takes publications in from files, through the running service if there is one, and prints an answer a line.
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
      g_autofree char *answers = content != NULL ? take (place, content, length, error) : NULL;

      if (answers == NULL)
        return FALSE;
      fputs (answers, stdout);
      if (strstr (answers, "{\"error\":") != NULL)
        *exit_code = 1;
    }
  return TRUE;
}
