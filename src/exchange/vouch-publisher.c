#include "vouch-publisher.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "vouch-error.h"
#include "vouch-hex.h"
#include "vouch-lookup-client.h"

#define JSON_LINES "application/x-ndjson"

/**
 * vouch_publisher_answer_free:
 * @self: (nullable): an answer
 *
 * Frees an answer.
 */
void
vouch_publisher_answer_free (VouchPublisherAnswer *self)
{
  if (self == NULL)
    return;
  g_clear_error (&self->error);
  g_clear_pointer (&self->hash, g_bytes_unref);
  g_free (self);
}

static void
free_answer (gpointer answer)
{
  vouch_publisher_answer_free (answer);
}

static gboolean
fail_wrong_answer (const char *private_url, GError **error)
{
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_BUSY,
               _ ("%s does not answer like a lookup service; nothing was acknowledged"), private_url);
  return FALSE;
}

static gboolean
read_state (const char *name, VouchPublisherState *state)
{
  static const struct
  {
    const char *name;
    VouchPublisherState state;
  } states[] = {
    { "stored", VOUCH_PUBLISHER_STORED },
    { "already", VOUCH_PUBLISHER_ALREADY },
    { "held", VOUCH_PUBLISHER_HELD },
  };

  for (gsize i = 0; name != NULL && i < G_N_ELEMENTS (states); i++)
    if (strcmp (name, states[i].name) == 0)
      {
        *state = states[i].state;
        return TRUE;
      }
  return FALSE;
}

static gint64
read_number (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_int (node) : 0;
}

static const char *
read_text (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
}

/* `{"station":1,"epoch":1,"seq":5,"hash":"…","state":"stored"}`, or with an error in place of the state, and then
 * without the rest if the publication could not even be read. %NULL for anything else. Number 0 is a take-over. */
static VouchPublisherAnswer *
read_answer (const char *line)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (VouchPublisherAnswer) self = g_new0 (VouchPublisherAnswer, 1);
  JsonObject *object;
  const char *hash;
  guint8 bytes[32];

  self->error = vouch_lookup_client_read_error (line, -1);
  if (!json_parser_load_from_data (parser, line, -1, NULL) || !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    return NULL;
  object = json_node_get_object (json_parser_get_root (parser));
  hash = read_text (object, "hash");
  self->station = read_number (object, "station");
  self->epoch = read_number (object, "epoch");
  self->seq = read_number (object, "seq");
  if (hash != NULL && vouch_hex_read (hash, bytes, sizeof bytes))
    self->hash = g_bytes_new (bytes, sizeof bytes);
  if (self->error != NULL)
    return g_steal_pointer (&self);
  return read_state (read_text (object, "state"), &self->state) && self->hash != NULL &&
                 json_object_has_member (object, "seq") && self->seq >= 0
             ? g_steal_pointer (&self)
             : NULL;
}

static guint
count_lines (const char *lines, gsize length)
{
  const char *end = lines + length;
  guint n = 0;

  while (lines < end)
    {
      const char *feed = memchr (lines, '\n', (gsize)(end - lines));
      const char *stop = feed != NULL ? feed : end;

      n += stop > lines;
      lines = stop + 1;
    }
  return n;
}

/**
 * vouch_publisher_read_answers:
 * @text: what a lookup service answered to publications, one JSON object a line
 *
 * Returns: (transfer full) (nullable) (element-type VouchPublisherAnswer): the answers; %NULL if that is none
 */
GPtrArray *
vouch_publisher_read_answers (const char *text)
{
  g_autoptr (GPtrArray) answers = g_ptr_array_new_with_free_func (free_answer);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      VouchPublisherAnswer *answer;

      if (*lines[i] == '\0')
        continue;
      answer = read_answer (lines[i]);
      if (answer == NULL)
        return NULL;
      g_ptr_array_add (answers, answer);
    }
  return g_steal_pointer (&answers);
}

/**
 * vouch_publisher_send_cancellable:
 * @private_url: the lookup service's private listener, `http://ADDRESS:PORT`
 * @lines: publications, one a line
 * @length: bytes of @lines
 * @cancellable: (nullable): stops it
 * @answers: (out) (transfer full) (element-type VouchPublisherAnswer): one answer a line, in their order
 * @error: BUSY if the publications have to be sent again later; else the service's own
 *
 * Sends publications. Sending again what may have arrived is harmless.
 *
 * Returns: whether the service answered every line; each answer says what became of its publication
 */
gboolean
vouch_publisher_send_cancellable (const char *private_url, const char *lines, gsize length, GCancellable *cancellable,
                                  GPtrArray **answers, GError **error)
{
  const VouchLookupExchange exchange = { "POST", JSON_LINES, lines, length, JSON_LINES };
  g_autoptr (GPtrArray) read = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (private_url != NULL && lines != NULL && answers != NULL, FALSE);

  *answers = NULL;
  text = vouch_lookup_client_exchange (private_url, "/publications", &exchange, cancellable, error);
  if (text == NULL)
    return FALSE;
  read = vouch_publisher_read_answers (text);
  if (read == NULL || read->len != count_lines (lines, length))
    return fail_wrong_answer (private_url, error);
  *answers = g_steal_pointer (&read);
  return TRUE;
}

/**
 * vouch_publisher_send:
 * @private_url: the lookup service's private listener, `http://ADDRESS:PORT`
 * @lines: publications, one a line
 * @length: bytes of @lines
 * @answers: (out) (transfer full) (element-type VouchPublisherAnswer): one answer a line, in their order
 * @error: BUSY if the publications have to be sent again later; else the service's own
 *
 * Like vouch_publisher_send_cancellable(), to the end.
 *
 * Returns: whether the service answered every line
 */
gboolean
vouch_publisher_send (const char *private_url, const char *lines, gsize length, GPtrArray **answers, GError **error)
{
  return vouch_publisher_send_cancellable (private_url, lines, length, NULL, answers, error);
}

/**
 * vouch_publisher_fetch_key:
 * @private_url: the lookup service's private listener
 * @cancellable: (nullable): stops it
 * @public_key: (out caller-allocates): the service's X25519 key, to which control records are sealed
 * @error: as for vouch_publisher_send()
 *
 * Fetches the lookup service's public key. Remember it at the first time and compare it afterwards: who could change
 * it could read control records.
 *
 * Returns: whether @public_key is filled
 */
gboolean
vouch_publisher_fetch_key (const char *private_url, GCancellable *cancellable, guint8 public_key[32], GError **error)
{
  const VouchLookupExchange exchange = { "GET", NULL, NULL, 0, "text/plain" };
  g_autofree char *text = NULL;

  g_return_val_if_fail (private_url != NULL, FALSE);

  text = vouch_lookup_client_exchange (private_url, "/key", &exchange, cancellable, error);
  if (text == NULL)
    return FALSE;
  return vouch_hex_read (g_strchomp (text), public_key, 32) || fail_wrong_answer (private_url, error);
}
