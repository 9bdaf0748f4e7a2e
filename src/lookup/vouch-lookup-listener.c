#define G_LOG_DOMAIN "vouch-lookup"

#include "vouch-lookup-listener.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "vouch-error.h"
#include "vouch-lookup-http-rules.h"
#include "vouch-lookup-inherited.h"
#include "vouch-lookup-request-private.h"

#define CONNECTIONS_MAX 1024
#define CONNECTION_MEMORY (16 * 1024)
#define HEADERS_US (5 * G_USEC_PER_SEC) /* for a request's headers, from the connection or the last reply on */
#define BODY_US (15 * G_USEC_PER_SEC)
#define BODIES_MAX (96 * 1024 * 1024) /* bytes of all bodies that are on their way, as their senders announce them */
#define SMALL_BODY (32 * 1024)
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
  GMutex mutex;
  GQueue connections; /* Connection *, linked by themselves */
  int busy;           /* requests begun and not completed */
  gsize bodies;       /* bytes announced; the listener\'s thread */
  int is_closing;
  GThread *thread;
  VouchLookupBell bell; /* look at the two flags, and at who was woken */
  int is_stopping;
};

/* What is dropped when it is too slow. */
typedef struct
{
  GList link;
  int fd;
  int deadline_ms; /* monotonic, modulo 2^32; set by the listener's thread, read by who drops */
} Connection;

static int
get_ms_after (gint64 from_now_us)
{
  return (int)(guint32)((g_get_monotonic_time () + from_now_us) / 1000);
}

static void
set_deadline (struct MHD_Connection *connection, gint64 from_now_us)
{
  const union MHD_ConnectionInfo *info = MHD_get_connection_info (connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
  Connection *known = info != NULL ? info->socket_context : NULL;

  if (known != NULL)
    g_atomic_int_set (&known->deadline_ms, get_ms_after (from_now_us));
}

static Connection *
note_connection (VouchLookupListener *self, struct MHD_Connection *connection)
{
  const union MHD_ConnectionInfo *info = MHD_get_connection_info (connection, MHD_CONNECTION_INFO_CONNECTION_FD);
  Connection *known = g_new0 (Connection, 1);

  known->link.data = known;
  known->fd = info->connect_fd;
  known->deadline_ms = get_ms_after (HEADERS_US);
  g_mutex_lock (&self->mutex);
  g_queue_push_tail_link (&self->connections, &known->link);
  g_mutex_unlock (&self->mutex);
  return known;
}

static void
connection_cb (void *data, struct MHD_Connection *connection, void **socket_context,
               enum MHD_ConnectionNotificationCode code)
{
  VouchLookupListener *self = data;
  Connection *known = *socket_context;

  if (code == MHD_CONNECTION_NOTIFY_STARTED)
    {
      *socket_context = note_connection (self, connection);
      return;
    }
  g_mutex_lock (&self->mutex);
  g_queue_unlink (&self->connections, &known->link);
  g_mutex_unlock (&self->mutex);
  g_free (known);
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
  self->bodies -= request->body_announced;
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

/* Many large bodies at once are memory that strangers choose: beyond a measure they have to come again later. */
static gboolean
announce_body (VouchLookupListener *self, VouchLookupRequest *request, guint64 length)
{
  /* A report in words alone always has room: there are only so many connections. */
  if (length > SMALL_BODY && length + self->bodies > BODIES_MAX)
    return FALSE;
  self->bodies += (gsize)length;
  request->body_announced = (gsize)length;
  return TRUE;
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
      else if (!announce_body (self, request, verdict.body_length))
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
parse_address (const char *text, GSocketAddress **address, GError **error)
{
  g_autoptr (GSocketConnectable) parsed = g_network_address_parse (text, 0, NULL);
  const char *host = parsed != NULL ? g_network_address_get_hostname (G_NETWORK_ADDRESS (parsed)) : NULL;

  if (host != NULL)
    *address = g_inet_socket_address_new_from_string (g_str_equal (host, "localhost") ? "127.0.0.1" : host,
                                                      g_network_address_get_port (G_NETWORK_ADDRESS (parsed)));
  if (host != NULL && *address != NULL)
    return TRUE;
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, _ ("\"%s\" is no address to listen on; write ADDRESS:PORT"),
               text);
  return FALSE;
}

static GSocket *
bind_socket (const char *text, GError **error)
{
  g_autoptr (GSocketAddress) address = NULL;
  g_autoptr (GSocket) opened = NULL;
  g_autoptr (GError) local = NULL;

  if (!parse_address (text, &address, error))
    return NULL;
  opened = g_socket_new (g_socket_address_get_family (address), G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, &local);
  if (opened != NULL)
    g_socket_set_listen_backlog (opened, 511);
  if (opened != NULL && g_socket_bind (opened, address, TRUE, &local) && g_socket_listen (opened, &local))
    return g_steal_pointer (&opened);
  g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_BUSY, _ ("Cannot listen on %s: %s"), text, local->message);
  return NULL;
}

static GSocket *
take_inherited (const char *name, GError **error)
{
  int fd = vouch_lookup_inherited_find (name, error);

  return fd >= 0 ? g_socket_new_from_fd (fd, error) : NULL;
}

static gboolean
open_socket (VouchLookupListener *self, const char *text, GError **error)
{
  g_autoptr (GSocketAddress) bound = NULL;

  self->socket =
      g_str_equal (text, VOUCH_LOOKUP_INHERITED) ? take_inherited (self->rules.name, error) : bind_socket (text, error);
  if (self->socket == NULL || (bound = g_socket_get_local_address (self->socket, error)) == NULL)
    return FALSE;
  if (!G_IS_INET_SOCKET_ADDRESS (bound))
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, _ ("The socket \"%s\" is no TCP socket"), self->rules.name);
      return FALSE;
    }
  if (self->rules.is_loopback_only &&
      !g_inet_address_get_is_loopback (g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (bound))))
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
                   _ ("%s is no address of this machine alone; use 127.0.0.1:PORT"), text);
      return FALSE;
    }
  self->host = g_inet_address_to_string (g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (bound)));
  self->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (bound));
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
  int fd = dup (g_socket_get_fd (self->socket));

  self->daemon = MHD_start_daemon (
      MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ERROR_LOG, 0, NULL, NULL, request_cb, self,
      MHD_OPTION_EXTERNAL_LOGGER, log_cb, NULL, MHD_OPTION_LISTEN_SOCKET, fd, MHD_OPTION_URI_LOG_CALLBACK, target_cb,
      self, MHD_OPTION_NOTIFY_COMPLETED, completed_cb, self, MHD_OPTION_NOTIFY_CONNECTION, connection_cb, self,
      MHD_OPTION_UNESCAPE_CALLBACK, keep_encoded_cb, NULL, MHD_OPTION_CONNECTION_LIMIT, (unsigned)CONNECTIONS_MAX,
      MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)CONNECTION_MEMORY, MHD_OPTION_CONNECTION_TIMEOUT, 5u,
      MHD_OPTION_PER_IP_CONNECTION_LIMIT, self->rules.address_max, MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_END);
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
  g_mutex_init (&self->mutex);
  g_queue_init (&self->connections);
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
  guint32 now_ms = (guint32)get_ms_after (0);

  g_mutex_lock (&self->mutex);
  for (const GList *link = self->connections.head; link != NULL; link = link->next)
    {
      Connection *known = link->data;

      if ((int)(now_ms - (guint32)g_atomic_int_get (&known->deadline_ms)) > 0)
        shutdown (known->fd, SHUT_RDWR);
    }
  g_mutex_unlock (&self->mutex);
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
  g_mutex_clear (&self->mutex);
  g_free (self->host);
  g_free (self);
}
