#define G_LOG_DOMAIN "vouch-lookup"

#include "vouch-lookup-listener.h"

#include <glib/gi18n-lib.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

#include "vouch-error.h"
#include "vouch-lookup-reception.h"
#include "vouch-lookup-socket.h"

#define CONNECTIONS_MAX 1024
#define CONNECTION_MEMORY (16 * 1024)

struct _VouchLookupListener
{
  VouchLookupReception reception;
  struct MHD_Daemon *daemon;
  GSocket *socket; /* until the daemon has it */
  char *host;
  guint16 port;
  GThread *thread;
  int is_stopping;
};

static gboolean
open_socket (VouchLookupListener *self, const char *text, GError **error)
{
  g_autoptr (GInetSocketAddress) bound = NULL;

  self->socket = vouch_lookup_socket_open (text, self->reception.rules.name, self->reception.rules.is_loopback_only,
                                           &bound, error);
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
  struct pollfd polled[2] = { { .fd = info->epoll_fd, .events = POLLIN },
                              { .fd = self->reception.bell.fd, .events = POLLIN } };
  gboolean has_quiesced = FALSE;

  /* The library cannot be stopped over a request asleep. Whoever sleeps is woken soon. */
  while (!g_atomic_int_get (&self->is_stopping) || self->reception.n_asleep > 0)
    {
      poll (polled, G_N_ELEMENTS (polled), get_timeout_ms (self));
      if (polled[1].revents != 0)
        vouch_lookup_bell_answer (&self->reception.bell);
      if (g_atomic_int_get (&self->reception.is_closing) && !has_quiesced)
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
  VouchLookupReception *reception = &self->reception;
  const VouchLookupListenerRules *rules = &reception->rules;
  gboolean has_proxies = rules->proxies != NULL && !vouch_lookup_networks_is_empty (rules->proxies);
  /* All of a proxy's connections come from one address: then it is the proxy that shares them out. */
  gboolean is_shared = rules->share > 0 && !has_proxies;
  int fd = dup (g_socket_get_fd (self->socket));

  self->daemon = MHD_start_daemon (
      MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ERROR_LOG, 0, NULL, NULL, vouch_lookup_reception_request,
      reception, MHD_OPTION_EXTERNAL_LOGGER, vouch_lookup_reception_log, NULL, MHD_OPTION_LISTEN_SOCKET, fd,
      MHD_OPTION_URI_LOG_CALLBACK, vouch_lookup_reception_target, reception, MHD_OPTION_NOTIFY_COMPLETED,
      vouch_lookup_reception_completed, reception, MHD_OPTION_NOTIFY_CONNECTION, vouch_lookup_reception_connection,
      reception, MHD_OPTION_UNESCAPE_CALLBACK, vouch_lookup_reception_keep_encoded, NULL, MHD_OPTION_CONNECTION_LIMIT,
      (unsigned)CONNECTIONS_MAX, MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)CONNECTION_MEMORY,
      MHD_OPTION_CONNECTION_TIMEOUT, 5u, MHD_OPTION_PER_IP_CONNECTION_LIMIT,
      is_shared ? (unsigned)CONNECTIONS_MAX / rules->share : 0, MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_END);
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

  vouch_lookup_reception_init (&self->reception, rules);
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
  vouch_lookup_deadlines_drop_late (&self->reception.deadlines);
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
  g_atomic_int_set (&self->reception.is_closing, TRUE);
  vouch_lookup_bell_ring (&self->reception.bell);
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
  return (guint)MAX (g_atomic_int_get (&self->reception.busy), 0);
}

/**
 * vouch_lookup_listener_stop:
 * @self: a listener
 *
 * Stops serving, as soon as no request is asleep. Who woke one may still be about to ring.
 */
void
vouch_lookup_listener_stop (VouchLookupListener *self)
{
  if (self->thread == NULL)
    return;
  g_atomic_int_set (&self->is_stopping, TRUE);
  vouch_lookup_bell_ring (&self->reception.bell);
  g_thread_join (g_steal_pointer (&self->thread));
}

/**
 * vouch_lookup_listener_free:
 * @self: (nullable): a listener whose requests nobody wakes any more
 *
 * Stops listening.
 */
void
vouch_lookup_listener_free (VouchLookupListener *self)
{
  if (self == NULL)
    return;
  vouch_lookup_listener_stop (self);
  if (self->daemon != NULL)
    MHD_stop_daemon (self->daemon);
  g_clear_object (&self->socket);
  vouch_lookup_reception_clear (&self->reception);
  g_free (self->host);
  g_free (self);
}
