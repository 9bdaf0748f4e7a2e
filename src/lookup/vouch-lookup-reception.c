/* A request on its way in, and its reply on the way out, as the HTTP library tells of them. */
#define G_LOG_DOMAIN "vouch-lookup"

#include "vouch-lookup-reception.h"

#include <string.h>

#include "vouch-lookup-http-rules.h"

#define HEADERS_US (5 * G_USEC_PER_SEC) /* for a request's headers, from the connection or the last reply on */
#define BODY_US (15 * G_USEC_PER_SEC)
/* Bytes a second, beyond BODY_US: a photograph from where there is hardly a network. */
#define SLOWEST_BODY (32 * 1024)
#define REPLY_US (60 * G_USEC_PER_SEC)

void
vouch_lookup_reception_init (VouchLookupReception *self, const VouchLookupListenerRules *rules)
{
  self->rules = *rules;
  vouch_lookup_bell_init (&self->bell);
  vouch_lookup_deadlines_init (&self->deadlines);
  vouch_lookup_uploads_init (&self->uploads, rules->share);
}

void
vouch_lookup_reception_clear (VouchLookupReception *self)
{
  vouch_lookup_bell_clear (&self->bell);
  vouch_lookup_deadlines_clear (&self->deadlines);
}

static void
set_deadline (struct MHD_Connection *connection, gint64 from_now_us)
{
  const union MHD_ConnectionInfo *info = MHD_get_connection_info (connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);

  if (info != NULL && info->socket_context != NULL)
    vouch_lookup_deadline_set (info->socket_context, from_now_us);
}

void
vouch_lookup_reception_connection (void *data, struct MHD_Connection *connection, void **socket_context,
                                   enum MHD_ConnectionNotificationCode code)
{
  VouchLookupReception *self = data;
  const union MHD_ConnectionInfo *info = MHD_get_connection_info (connection, MHD_CONNECTION_INFO_CONNECTION_FD);

  if (code == MHD_CONNECTION_NOTIFY_STARTED)
    *socket_context = vouch_lookup_deadlines_add (&self->deadlines, info->connect_fd, HEADERS_US);
  else
    vouch_lookup_deadlines_remove (&self->deadlines, *socket_context);
}

void *
vouch_lookup_reception_target (void *data, const char *target, struct MHD_Connection *connection)
{
  return vouch_lookup_request_new (target);
}

/* The HTTP library says nothing of a request asleep before it was woken. */
static void
note_awake (VouchLookupReception *self, VouchLookupRequest *request)
{
  if (request->is_asleep)
    self->n_asleep--;
  request->is_asleep = FALSE;
}

static enum MHD_Result
note_asleep (VouchLookupReception *self, VouchLookupRequest *request)
{
  if (request->is_asleep)
    self->n_asleep++;
  return request->result;
}

void
vouch_lookup_reception_completed (void *data, struct MHD_Connection *connection, void **context,
                                  enum MHD_RequestTerminationCode code)
{
  VouchLookupReception *self = data;
  VouchLookupRequest *request = *context;

  *context = NULL;
  if (request == NULL)
    return;
  note_awake (self, request);
  if (request->is_begun)
    g_atomic_int_add (&self->busy, -1);
  vouch_lookup_uploads_end (&self->uploads, &request->upload);
  if (request->is_replied && self->rules.answered != NULL)
    self->rules.answered (request->status, self->rules.owner);
  vouch_lookup_request_free (request);
  set_deadline (connection, HEADERS_US);
}

static void
refuse (VouchLookupReception *self, VouchLookupRequest *request, guint status)
{
  /* What cannot be trusted to end where it says ends with the connection. */
  vouch_lookup_request_add_header (request, MHD_HTTP_HEADER_CONNECTION, "close");
  self->rules.refuse (request, status, self->rules.owner);
}

static enum MHD_Result
finish (VouchLookupReception *self, VouchLookupRequest *request)
{
  if (g_atomic_int_get (&self->is_closing))
    vouch_lookup_request_add_header (request, MHD_HTTP_HEADER_CONNECTION, "close");
  set_deadline (request->connection, REPLY_US);
  self->rules.handle (request, self->rules.owner);
  return note_asleep (self, request);
}

/* Who asks, and how: what a proxy says is believed only of those that the operator named. */
static void
note_asker (VouchLookupReception *self, VouchLookupRequest *request, const VouchLookupHttpVerdict *verdict)
{
  const union MHD_ConnectionInfo *info =
      MHD_get_connection_info (request->connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);

  vouch_lookup_address_from_socket (info != NULL ? info->client_addr : NULL, &request->address);
  if (self->rules.proxies == NULL || !vouch_lookup_networks_contain (self->rules.proxies, &request->address))
    return;
  request->is_secure = g_strcmp0 (verdict->protocol, "https") == 0;
  vouch_lookup_networks_look_behind (self->rules.proxies, verdict->forwarded, &request->address);
}

/* The headers are here. Everything that can be refused by them is refused before a byte of the body is read. */
static enum MHD_Result
begin (VouchLookupReception *self, VouchLookupRequest *request, struct MHD_Connection *connection, const char *method)
{
  VouchLookupHttpVerdict verdict;

  request->connection = connection;
  request->bell = &self->bell;
  request->is_begun = TRUE;
  g_atomic_int_inc (&self->busy);
  vouch_lookup_http_rules_check (connection, method, &verdict);
  note_asker (self, request, &verdict);
  if (verdict.host != NULL && !self->rules.serves_host (verdict.host, self->rules.owner))
    verdict.status = MHD_HTTP_MISDIRECTED_REQUEST;
  request->method = verdict.method;
  if (verdict.status == MHD_HTTP_NO_CONTENT)
    {
      vouch_lookup_request_add_header (request, MHD_HTTP_HEADER_ALLOW, "GET, HEAD, OPTIONS, POST");
      vouch_lookup_request_reply_text (request, MHD_HTTP_NO_CONTENT, "", "");
      return request->result;
    }
  if (verdict.status == 0 && request->is_too_long)
    verdict.status = MHD_HTTP_BAD_REQUEST;
  if (verdict.status == 0 && request->method == VOUCH_LOOKUP_METHOD_POST)
    {
      request->body_max = self->rules.takes_body (request->target, request->target_length, self->rules.owner);
      if (request->body_max == 0)
        verdict.status = MHD_HTTP_METHOD_NOT_ALLOWED;
      else if (verdict.body_length > request->body_max)
        verdict.status = MHD_HTTP_CONTENT_TOO_LARGE;
      else if (!vouch_lookup_uploads_begin (&self->uploads, &request->upload, &request->address, verdict.body_length))
        verdict.status = MHD_HTTP_SERVICE_UNAVAILABLE;
    }
  if (verdict.status != 0)
    {
      refuse (self, request, verdict.status);
      return request->result;
    }
  /* A reply given now would end the connection; there is a second call, at once where there is no body. */
  set_deadline (connection, BODY_US + (gint64)(verdict.body_length * G_USEC_PER_SEC / SLOWEST_BODY));
  return MHD_YES;
}

enum MHD_Result
vouch_lookup_reception_request (void *data, struct MHD_Connection *connection, const char *url, const char *method,
                                const char *version, const char *upload, size_t *upload_size, void **context)
{
  VouchLookupReception *self = data;
  VouchLookupRequest *request = *context;

  if (request->is_replied)
    {
      *upload_size = 0;
      return MHD_YES;
    }
  if (!request->is_begun)
    return begin (self, request, connection, method);
  if (request->state != NULL)
    {
      note_awake (self, request);
      request->wake_up (request, request->state, self->rules.owner);
      return note_asleep (self, request);
    }
  if (*upload_size > 0)
    {
      /* The length was checked before; a client that sends more than it said is MHD's to stop, and ours not to keep. */
      if (request->body == NULL)
        request->body = g_string_new (NULL);
      if (request->body->len + *upload_size > request->body_max)
        return MHD_NO;
      g_string_append_len (request->body, upload, (gssize)*upload_size);
      *upload_size = 0;
      return MHD_YES;
    }
  return finish (self, request);
}

void
vouch_lookup_reception_log (void *data, const char *format, va_list arguments)
{
  g_autofree char *message = g_strdup_vprintf (format, arguments);

  g_debug ("%s", g_strchomp (message));
}

/* Nothing is decoded but by us, strictly, from the target as it came. */
size_t
vouch_lookup_reception_keep_encoded (void *data, struct MHD_Connection *connection, char *text)
{
  return strlen (text);
}
