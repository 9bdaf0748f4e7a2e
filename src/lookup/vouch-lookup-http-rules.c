#include "vouch-lookup-http-rules.h"

#include <string.h>

typedef struct
{
  guint n_hosts;
  guint n_lengths;
  gboolean is_coded; /* Transfer-Encoding or Range */
  const char *host;
  const char *length;
  const char *forwarded;
  const char *protocol;
} Headers;

static enum MHD_Result
note_header (void *data, enum MHD_ValueKind kind, const char *name, const char *value)
{
  Headers *headers = data;

  if (g_ascii_strcasecmp (name, MHD_HTTP_HEADER_HOST) == 0)
    {
      headers->n_hosts++;
      headers->host = value;
    }
  else if (g_ascii_strcasecmp (name, MHD_HTTP_HEADER_CONTENT_LENGTH) == 0)
    {
      headers->n_lengths++;
      headers->length = value;
    }
  else if (g_ascii_strcasecmp (name, MHD_HTTP_HEADER_TRANSFER_ENCODING) == 0 ||
           g_ascii_strcasecmp (name, MHD_HTTP_HEADER_RANGE) == 0)
    headers->is_coded = TRUE;
  else if (g_ascii_strcasecmp (name, "X-Forwarded-For") == 0)
    headers->forwarded = value;
  else if (g_ascii_strcasecmp (name, "X-Forwarded-Proto") == 0)
    headers->protocol = value;
  return MHD_YES;
}

/**
 * vouch_lookup_http_rules_serve_host:
 * @host: a Host header, maybe with a port
 * @hosts: (nullable): names that are served besides the loopback ones; ends with %NULL
 *
 * Says whether a name is one of ours. A page fetched under a stranger's name (DNS rebinding, a wrong proxy) is not
 * answered.
 *
 * Returns: whether it is
 */
gboolean
vouch_lookup_http_rules_serve_host (const char *host, const char *const *hosts)
{
  static const char *const loopback[] = { "localhost", "127.0.0.1", "[::1]", NULL };
  const char *colon = strrchr (host, ':');
  const char *bracket = strrchr (host, ']');
  g_autofree char *name = NULL;

  if (colon != NULL && bracket != NULL && colon < bracket)
    colon = NULL;
  if (colon != NULL && (colon[1] == '\0' || strspn (colon + 1, "0123456789") != strlen (colon + 1)))
    return FALSE;
  name = g_ascii_strdown (host, colon != NULL ? colon - host : -1);
  return g_strv_contains (loopback, name) || (hosts != NULL && g_strv_contains (hosts, name));
}

static gboolean
read_method (const char *text, VouchLookupMethod *method)
{
  static const char *const names[] = {
    [VOUCH_LOOKUP_METHOD_GET] = MHD_HTTP_METHOD_GET,
    [VOUCH_LOOKUP_METHOD_HEAD] = MHD_HTTP_METHOD_HEAD,
    [VOUCH_LOOKUP_METHOD_POST] = MHD_HTTP_METHOD_POST,
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], text) == 0)
      {
        *method = (VouchLookupMethod)i;
        return TRUE;
      }
  return FALSE;
}

static guint
check_body (const Headers *headers, VouchLookupMethod method, guint64 *length)
{
  if (method != VOUCH_LOOKUP_METHOD_POST)
    return headers->n_lengths == 0 || strcmp (headers->length, "0") == 0 ? 0 : MHD_HTTP_BAD_REQUEST;
  if (headers->n_lengths != 1)
    return MHD_HTTP_LENGTH_REQUIRED;
  return g_ascii_string_to_unsigned (headers->length, 10, 0, G_MAXINT64, length, NULL) ? 0 : MHD_HTTP_BAD_REQUEST;
}

/**
 * vouch_lookup_http_rules_check:
 * @connection: a connection whose request's headers are here
 * @method: the request's method
 * @verdict: (out caller-allocates): what to do
 *
 * Checks what two servers could understand differently, and what has no business here: one Host, at most one
 * length, no transfer coding, no range, no body but of a POST.
 */
void
vouch_lookup_http_rules_check (struct MHD_Connection *connection, const char *method, VouchLookupHttpVerdict *verdict)
{
  Headers headers = { 0 };

  MHD_get_connection_values (connection, MHD_HEADER_KIND, note_header, &headers);
  *verdict = (VouchLookupHttpVerdict){ .forwarded = headers.forwarded, .protocol = headers.protocol };
  verdict->host = headers.n_hosts == 1 ? headers.host : NULL;
  if (headers.n_hosts != 1 || headers.n_lengths > 1 || headers.is_coded)
    verdict->status = MHD_HTTP_BAD_REQUEST;
  else if (strcmp (method, MHD_HTTP_METHOD_OPTIONS) == 0)
    verdict->status = headers.n_lengths == 0 ? MHD_HTTP_NO_CONTENT : MHD_HTTP_BAD_REQUEST;
  else if (!read_method (method, &verdict->method))
    verdict->status = MHD_HTTP_METHOD_NOT_ALLOWED;
  else
    verdict->status = check_body (&headers, verdict->method, &verdict->body_length);
}
