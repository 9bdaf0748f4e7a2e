#define G_LOG_DOMAIN "vouch-lookup"

#include "vouch-lookup-listener.h"

#include <glib/gi18n-lib.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

#include "vouch-error.h"
#include "vouch-lookup-deadlines.h"
#include "vouch-lookup-http-rules.h"
#include "vouch-lookup-request-private.h"
#include "vouch-lookup-socket.h"

#define CONNECTIONS_MAX 1024
#define CONNECTION_MEMORY (16 * 1024)
#define HEADERS_US (5 * G_USEC_PER_SEC) /* for a request's headers, from the connection or the last reply on */
#define BODY_US (15 * G_USEC_PER_SEC)
#define SLOWEST_BODY                                                                                                   \
  (32 * 1024) /* bytes a second, beyond BODY_US: a photograph from where there is hardly a network                     \
               */
#define REPLY_US (60 * G_USEC_PER_SEC)

struct _VouchLookupListener
{
  VouchLookupListenerRules rules;
  struct MHD_Daemon *daemon;
  GSocket *socket; /* until the daemon has it */
  char *host;
  guint16 port;
  VouchLookupDeadlines deadlines;
  VouchLookupUploads uploads;
  int busy; /* requests begun and not completed */
  int is_closing;
  GThread *thread;
  VouchLookupBell bell; /* look at the two flags, and at who was woken */
  int is_stopping;
};

static void
set_deadline (struct MHD_Connection *connection, gint64 from_now_us)
{
  const union MHD_ConnectionInfo *info = MHD_get_connection_info (connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);

  if (info != NULL && info->socket_context != NULL)
    vouch_lookup_deadline_set (info->socket_context, from_now_us);
}

static void
connection_cb (void *data, struct MHD_Connection *connection, void **socket_context,
               enum MHD_ConnectionNotificationCode code)
{
  VouchLookupListener *self = data;
  const union MHD_ConnectionInfo *info = MHD_get_connection_info (connection, MHD_CONNECTION_INFO_CONNECTION_FD);

  if (code == MHD_CONNECTION_NOTIFY_STARTED)
    *socket_context = vouch_lookup_deadlines_add (&self->deadlines, info->connect_fd, HEADERS_US);
  else
    vouch_lookup_deadlines_remove (&self->deadlines, *socket_context);
}

static void *
target_cb (void *data, const char *target, struct MHD_Connection *connection)
{
  return vouch_lookup_request_new (target);
}

static void
completed_cb (void *data, struct MHD_Connection *connection, void **context, enum MHD_RequestTerminationCode code)
{
  VouchLookupListener *self = data;
  VouchLookupRequest *request = *context;

  *context = NULL;
  if (request == NULL)
    return;
  if (request->is_begun)
    g_atomic_int_add (&self->busy, -1);
  vouch_lookup_uploads_end (&self->uploads, &request->upload);
  if (request->is_replied && self->rules.answered != NULL)
    self->rules.answered (request->status, self->rules.owner);
  vouch_lookup_request_free (request);
  set_deadline (connection, HEADERS_US);
}

static void
refuse (VouchLookupListener *self, VouchLookupRequest *request, guint status)
{
  /* What cannot be trusted to end where it says ends with the connection. */
  vouch_lookup_request_add_header (request, MHD_HTTP_HEADER_CONNECTION, "close");
  self->rules.refuse (request, status, self->rules.owner);
}

static enum MHD_Result
finish (VouchLookupListener *self, VouchLookupRequest *request)
{
  if (g_atomic_int_get (&self->is_closing))
    vouch_lookup_request_add_header (request, MHD_HTTP_HEADER_CONNECTION, "close");
  set_deadline (request->connection, REPLY_US);
  self->rules.handle (request, self->rules.owner);
  return request->result;
}

/* Who asks, and how: what a proxy says is believed only of those that the operator named. */
static void
note_asker (VouchLookupListener *self, VouchLookupRequest *request, const VouchLookupHttpVerdict *verdict)
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
begin (VouchLookupListener *self, VouchLookupRequest *request, struct MHD_Connection *connection, const char *method)
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

static enum MHD_Result
request_cb (void *data, struct MHD_Connection *connection, const char *url, const char *method, const char *version,
            const char *upload, size_t *upload_size, void **context)
{
  VouchLookupListener *self = data;
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
      request->wake_up (request, request->state, self->rules.owner);
      return request->result;
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

G_GNUC_PRINTF (2, 0)
static void
log_cb (void *data, const char *format, va_list arguments)
{
  g_autofree char *message = g_strdup_vprintf (format, arguments);

  g_debug ("%s", g_strchomp (message));
}

/* Nothing is decoded but by us, strictly, from the target as it came. */
static size_t
keep_encoded_cb (void *data, struct MHD_Connection *connection, char *text)
{
  return strlen (text);
}

static gboolean
open_socket (VouchLookupListener *self, const char *text, GError **error)
{
  g_autoptr (GInetSocketAddress) bound = NULL;

  self->socket = vouch_lookup_socket_open (text, self->rules.name, self->rules.is_loopback_only, &bound, error);
  if (self->socket == NULL)
    return FALSE;
  self->host = g_inet_address_to_string (g_inet_socket_address_get_address (bound));
  self->port = g_inet_socket_address_get_port (bound);
  return TRUE;
}

static int
get_timeout_ms (VouchLookupListener *self)
{
  MHD_UNSIGNED_LONG_LONG timeout_ms;

  return MHD_get_timeout (self->daemon, &timeout_ms) == MHD_YES ? (int)MIN (timeout_ms, 1000) : 1000;
}

static void
stop_accepting (VouchLookupListener *self)
{
  MHD_socket fd = MHD_quiesce_daemon (self->daemon);

  if (fd != MHD_INVALID_SOCKET)
    close (fd);
}

/* The loop is ours and not the library's: its own one waits a second time when exactly 128 connections are ready at
 * once, and lets all of them wait with it. Called without a wait, it does not. */
static gpointer
serve_connections (gpointer data)
{
  VouchLookupListener *self = data;
  const union MHD_DaemonInfo *info = MHD_get_daemon_info (self->daemon, MHD_DAEMON_INFO_EPOLL_FD);
  struct pollfd polled[2] = { { .fd = info->epoll_fd, .events = POLLIN }, { .fd = self->bell.fd, .events = POLLIN } };
  gboolean has_quiesced = FALSE;

  while (!g_atomic_int_get (&self->is_stopping))
    {
      poll (polled, G_N_ELEMENTS (polled), get_timeout_ms (self));
      if (polled[1].revents != 0)
        vouch_lookup_bell_answer (&self->bell);
      if (g_atomic_int_get (&self->is_closing) && !has_quiesced)
        {
          has_quiesced = TRUE;
          stop_accepting (self);
        }
      MHD_run (self->daemon);
    }
  return NULL;
}

static gboolean
start_daemon (VouchLookupListener *self, GError **error)
{
  gboolean has_proxies = self->rules.proxies != NULL && !vouch_lookup_networks_is_empty (self->rules.proxies);
  /* All of a proxy's connections come from one address: then it is the proxy that shares them out. */
  gboolean is_shared = self->rules.share > 0 && !has_proxies;
  int fd = dup (g_socket_get_fd (self->socket));

  self->daemon = MHD_start_daemon (
      MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ERROR_LOG, 0, NULL, NULL, request_cb, self,
      MHD_OPTION_EXTERNAL_LOGGER, log_cb, NULL, MHD_OPTION_LISTEN_SOCKET, fd, MHD_OPTION_URI_LOG_CALLBACK, target_cb,
      self, MHD_OPTION_NOTIFY_COMPLETED, completed_cb, self, MHD_OPTION_NOTIFY_CONNECTION, connection_cb, self,
      MHD_OPTION_UNESCAPE_CALLBACK, keep_encoded_cb, NULL, MHD_OPTION_CONNECTION_LIMIT, (unsigned)CONNECTIONS_MAX,
      MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)CONNECTION_MEMORY, MHD_OPTION_CONNECTION_TIMEOUT, 5u,
      MHD_OPTION_PER_IP_CONNECTION_LIMIT, is_shared ? (unsigned)CONNECTIONS_MAX / self->rules.share : 0,
      MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_END);
  if (self->daemon != NULL)
    {
      g_clear_object (&self->socket); /* the daemon has its own descriptor of it */
      self->thread = g_thread_new ("listener", serve_connections, self);
      return TRUE;
    }
  close (fd);
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_STORAGE, _ ("The listener on %s cannot be started"), self->host);
  return FALSE;
}

/**
 * vouch_lookup_listener_new:
 * @address: `ADDRESS:PORT`; port 0 is any free one; or `systemd` for a socket that systemd opened
 * @rules: what it serves
 * @error: INVALID if the address is none; BUSY if it is taken
 *
 * Listens, and serves from a thread of its own.
 *
 * Returns: (transfer full) (nullable): the listener
 */
VouchLookupListener *
vouch_lookup_listener_new (const char *address, const VouchLookupListenerRules *rules, GError **error)
{
  g_autoptr (VouchLookupListener) self = g_new0 (VouchLookupListener, 1);

  self->rules = *rules;
  vouch_lookup_bell_init (&self->bell);
  vouch_lookup_deadlines_init (&self->deadlines);
  vouch_lookup_uploads_init (&self->uploads, rules->share);
  if (!open_socket (self, address, error) || !start_daemon (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * vouch_lookup_listener_dup_url:
 * @self: a listener
 *
 * Writes where it listens, with the real port.
 *
 * Returns: (transfer full): the URL, without a path
 */
char *
vouch_lookup_listener_dup_url (VouchLookupListener *self)
{
  gboolean is_ipv6 = strchr (self->host, ':') != NULL;

  return g_strdup_printf (is_ipv6 ? "http://[%s]:%u" : "http://%s:%u", self->host, self->port);
}

/**
 * vouch_lookup_listener_drop_slow:
 * @self: a listener
 *
 * Drops the connections that are past their deadline. Call it about every half second.
 */
void
vouch_lookup_listener_drop_slow (VouchLookupListener *self)
{
  vouch_lookup_deadlines_drop_late (&self->deadlines);
}

/**
 * vouch_lookup_listener_quiesce:
 * @self: a listener
 *
 * Takes no new connections, and ends those there are after their next reply.
 */
void
vouch_lookup_listener_quiesce (VouchLookupListener *self)
{
  g_atomic_int_set (&self->is_closing, TRUE);
  vouch_lookup_bell_ring (&self->bell);
}

/**
 * vouch_lookup_listener_is_closing:
 * @self: a listener
 *
 * Looks whether vouch_lookup_listener_quiesce() was called.
 *
 * Returns: whether it takes no new work
 */
gboolean
vouch_lookup_listener_is_closing (VouchLookupListener *self)
{
  return g_atomic_int_get (&self->is_closing);
}

/**
 * vouch_lookup_listener_get_busy:
 * @self: a listener
 *
 * Counts the requests that are being answered.
 *
 * Returns: how many
 */
guint
vouch_lookup_listener_get_busy (VouchLookupListener *self)
{
  return (guint)MAX (g_atomic_int_get (&self->busy), 0);
}

/**
 * vouch_lookup_listener_free:
 * @self: (nullable): a listener none of whose requests is asleep
 *
 * Stops listening.
 */
void
vouch_lookup_listener_free (VouchLookupListener *self)
{
  if (self == NULL)
    return;
  if (self->thread != NULL)
    {
      g_atomic_int_set (&self->is_stopping, TRUE);
      vouch_lookup_bell_ring (&self->bell);
      g_thread_join (self->thread);
    }
  if (self->daemon != NULL)
    MHD_stop_daemon (self->daemon);
  vouch_lookup_bell_clear (&self->bell);
  g_clear_object (&self->socket);
  vouch_lookup_deadlines_clear (&self->deadlines);
  g_free (self->host);
  g_free (self);
}
