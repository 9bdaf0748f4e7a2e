/* How what an operator carries here gets in: through the running service, or directly. */
#include "vouch-lookup-entry.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-lookup-claim.h"
#include "vouch-lookup-json.h"
#include "vouch-lookup-lock.h"
#include "vouch-lookup-token.h"
#include "vouch-lookup-trust-files.h"

#define ANSWER_SECONDS 60

/* Takes the file in directly, because no service runs on the folder: its lock is ours. */
static char *
take_directly (const VouchLookupPlace *place, const VouchLookupEntry *entry, const char *content, gsize length,
               GError **error)
{
  g_autoptr (VouchClock) clock = vouch_clock_new_system ();
  g_autoptr (VouchLookupKeys) keys = vouch_lookup_keys_open (place->data_dir, error);
  g_autoptr (VouchLookupDb) db = keys != NULL ? vouch_lookup_db_open_writer (place, error) : NULL;
  g_autoptr (GString) answers = g_string_new (NULL);
  const VouchLookupIntake intake = { keys, clock };

  if (db == NULL || !vouch_lookup_claim (db, keys, error) || !vouch_lookup_trust_files_take (place, db, clock, error) ||
      !vouch_lookup_db_begin (db, error))
    return NULL;
  if (!entry->take (&intake, db, content, length, answers, error) || !vouch_lookup_db_commit (db, error))
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
  if (body != NULL && g_str_has_prefix (text, "HTTP/1.1 200 "))
    return g_strdup (body + 4);
  if (body == NULL || !vouch_lookup_json_read_error (body + 4, error))
    g_set_error_literal (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, _ ("The running service did not take the file"));
  return NULL;
}

/* Whoever can read the token in the service's folder is its operator. */
static char *
dup_authorization (const VouchLookupPlace *place, const VouchLookupEntry *entry, GError **error)
{
  g_autoptr (VouchLookupToken) token = NULL;

  if (!entry->needs_operator)
    return g_strdup ("");
  token = vouch_lookup_token_open (place->data_dir, error);
  return token != NULL ? vouch_lookup_token_dup_header (token) : NULL;
}

/* Hands the file to the service that runs on the folder, which is the only one to write there. */
static char *
hand_over (const VouchLookupPlace *place, const VouchLookupEntry *entry, const char *url, const char *content,
           gsize length, GError **error)
{
  g_autofree char *authorization = dup_authorization (place, entry, error);
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketConnection) connection = NULL;
  g_autofree char *head = NULL;
  GOutputStream *output;

  if (authorization == NULL)
    return NULL;
  g_socket_client_set_timeout (client, ANSWER_SECONDS);
  connection = g_socket_client_connect_to_host (client, url + strlen ("http://"), 80, NULL, error);
  if (connection == NULL)
    return NULL;
  output = g_io_stream_get_output_stream (G_IO_STREAM (connection));
  head = g_strdup_printf ("POST %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n%s"
                          "Content-Type: application/x-ndjson\r\nContent-Length: %" G_GSIZE_FORMAT "\r\n\r\n",
                          entry->path, authorization, length);
  if (!g_output_stream_write_all (output, head, strlen (head), NULL, NULL, error) ||
      !g_output_stream_write_all (output, content, length, NULL, NULL, error))
    return NULL;
  return read_answer (g_io_stream_get_input_stream (G_IO_STREAM (connection)), error);
}

/**
 * vouch_lookup_entry_bring:
 * @place: where
 * @kind: what is brought
 * @content: it
 * @length: bytes of @content
 * @error: BUSY if the service cannot be reached; what whoever took it said
 *
 * Brings something to the service that runs on a folder, which is the only one to write there; where none runs, takes
 * it in directly.
 *
 * Returns: (transfer full) (nullable): the answer
 */
char *
vouch_lookup_entry_bring (const VouchLookupPlace *place, VouchLookupEntryKind kind, const char *content, gsize length,
                          GError **error)
{
  const VouchLookupEntry *entry = vouch_lookup_entry_get (kind);
  g_autoptr (GError) busy = NULL;
  g_autoptr (VouchLookupLock) lock = vouch_lookup_lock_take (place->data_dir, &busy);
  g_autofree char *url = NULL;
  g_autoptr (GError) local = NULL;
  char *answers;

  if (lock != NULL)
    return take_directly (place, entry, content, length, error);
  url = vouch_lookup_lock_read_url (place->data_dir);
  if (!g_error_matches (busy, VOUCH_ERROR, VOUCH_ERROR_BUSY) || url == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&busy));
      return NULL;
    }
  answers = hand_over (place, entry, url, content, length, &local);
  if (answers == NULL && local->domain == VOUCH_ERROR)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (answers == NULL)
    g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_BUSY, _ ("The service at %s cannot be reached: %s"), url,
                 local->message);
  return answers;
}
