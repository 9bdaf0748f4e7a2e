#include "vouch-lookup-client.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <libsoup/soup.h>
#include <string.h>

#include "vouch-error.h"

#define TIMEOUT_SECONDS 15

static int
read_code (const char *name)
{
  static const VouchErrorCode codes[] = { VOUCH_ERROR_INVALID,  VOUCH_ERROR_DENIED, VOUCH_ERROR_NOT_FOUND,
                                          VOUCH_ERROR_CONFLICT, VOUCH_ERROR_BUSY,   VOUCH_ERROR_STORAGE };

  for (gsize i = 0; name != NULL && i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (GError) example = g_error_new_literal (VOUCH_ERROR, (int)codes[i], "");

      if (strcmp (name, vouch_error_code_name (example)) == 0)
        return (int)codes[i];
    }
  return VOUCH_ERROR_STORAGE;
}

static JsonObject *
get_error_object (JsonParser *parser)
{
  JsonNode *root = json_parser_get_root (parser);
  JsonNode *error = NULL;

  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    error = json_object_get_member (json_node_get_object (root), "error");
  return error != NULL && JSON_NODE_HOLDS_OBJECT (error) ? json_node_get_object (error) : NULL;
}

static const char *
get_text (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
}

/**
 * vouch_lookup_client_read_error:
 * @json: what the service answered
 * @length: bytes of @json, or -1
 *
 * Reads `{"error":{"code","field","message"}}`.
 *
 * Returns: (transfer full) (nullable): the error as it was raised there; %NULL if the answer is no error
 */
GError *
vouch_lookup_client_read_error (const char *json, gssize length)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonObject *object;
  const char *message;
  GError *error = NULL;

  if (!json_parser_load_from_data (parser, json, length, NULL))
    return NULL;
  object = get_error_object (parser);
  if (object == NULL)
    return NULL;
  message = get_text (object, "message");
  vouch_set_field_error (&error, get_text (object, "field"), read_code (get_text (object, "code")), "%s",
                         message != NULL ? message : "");
  return error;
}

static SoupMessage *
make_message (const char *private_url, const char *path, const VouchLookupExchange *exchange, GError **error)
{
  g_autofree char *base =
      g_str_has_suffix (private_url, "/") ? g_strndup (private_url, strlen (private_url) - 1) : g_strdup (private_url);
  g_autofree char *url = g_strconcat (base, path, NULL);
  SoupMessage *message = soup_message_new (exchange->method, url);

  if (message == NULL)
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
                   _ ("“%s” is no address of a lookup service; write http://ADDRESS:PORT"), private_url);
      return NULL;
    }
  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  if (exchange->body != NULL)
    {
      g_autoptr (GBytes) body = g_bytes_new (exchange->body, exchange->length);

      soup_message_set_request_body_from_bytes (message, exchange->content_type, body);
    }
  return message;
}

static gboolean
fail_unreachable (const char *private_url, const char *why, GError **error)
{
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_BUSY, _ ("The lookup service at %s cannot be reached: %s"), private_url,
               why);
  return FALSE;
}

/* Somebody in between may answer anything with 200: only the type that the service itself uses counts. */
static gboolean
check_answer (const char *private_url, SoupMessage *message, const VouchLookupExchange *exchange, GBytes *answer,
              GError **error)
{
  const char *type = soup_message_headers_get_content_type (soup_message_get_response_headers (message), NULL);
  guint status = soup_message_get_status (message);
  g_autoptr (GError) told = NULL;
  gsize length;
  const char *text = g_bytes_get_data (answer, &length);

  if (status == SOUP_STATUS_OK && g_strcmp0 (type, exchange->expected_type) == 0)
    return TRUE;
  if (status != SOUP_STATUS_OK && g_strcmp0 (type, "application/json") == 0)
    told = vouch_lookup_client_read_error (text, (gssize)length);
  if (told != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&told));
      return FALSE;
    }
  return fail_unreachable (private_url, _ ("something else answers there"), error);
}

/**
 * vouch_lookup_client_fetch:
 * @private_url: the service's private listener, `http://ADDRESS:PORT`
 * @path: path and query
 * @exchange: what is sent and expected
 * @cancellable: (nullable): stops it
 * @error: BUSY where the service cannot be reached; INVALID for a bad @private_url; else the service's own
 *
 * Sends one request and waits for its answer. Redirects are not followed and no proxy is used: the service is on this
 * machine or in its network.
 *
 * Returns: (transfer full) (nullable): the answer's body
 */
GBytes *
vouch_lookup_client_fetch (const char *private_url, const char *path, const VouchLookupExchange *exchange,
                           GCancellable *cancellable, GError **error)
{
  g_autoptr (SoupMessage) message = make_message (private_url, path, exchange, error);
  g_autoptr (SoupSession) session = NULL;
  g_autoptr (GBytes) answer = NULL;
  g_autoptr (GError) local = NULL;

  if (message == NULL)
    return NULL;
  session = soup_session_new_with_options ("timeout", TIMEOUT_SECONDS, "proxy-resolver", NULL, NULL);
  answer = soup_session_send_and_read (session, message, cancellable, &local);
  if (answer == NULL)
    {
      fail_unreachable (private_url, local->message, error);
      return NULL;
    }
  return check_answer (private_url, message, exchange, answer, error) ? g_steal_pointer (&answer) : NULL;
}

/**
 * vouch_lookup_client_exchange:
 * @private_url: the service's private listener, `http://ADDRESS:PORT`
 * @path: path and query
 * @exchange: what is sent and expected
 * @cancellable: (nullable): stops it
 * @error: as for vouch_lookup_client_fetch()
 *
 * Like vouch_lookup_client_fetch(), of a text.
 *
 * Returns: (transfer full) (nullable): the answer's body
 */
char *
vouch_lookup_client_exchange (const char *private_url, const char *path, const VouchLookupExchange *exchange,
                              GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) answer = vouch_lookup_client_fetch (private_url, path, exchange, cancellable, error);
  gsize length;
  const char *text;

  if (answer == NULL)
    return NULL;
  text = g_bytes_get_data (answer, &length);
  /* An empty answer is a text too: "no cases". */
  return g_strndup (text != NULL ? text : "", length);
}
