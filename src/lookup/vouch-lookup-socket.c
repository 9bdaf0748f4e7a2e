#include "vouch-lookup-socket.h"

#include <glib/gi18n-lib.h>

#include "vouch-error.h"
#include "vouch-lookup-inherited.h"

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

/**
 * vouch_lookup_socket_open:
 * @address: `ADDRESS:PORT`; port 0 is any free one; or `systemd` for a socket that systemd opened
 * @name: what a socket unit of systemd calls it
 * @is_loopback_only: whether another address than a loopback one is refused
 * @bound: (out) (transfer full): where it listens, with the real port
 * @error: INVALID if the address is none, or not of the loopback; BUSY if it is taken
 *
 * Opens a socket to listen on.
 *
 * Returns: (transfer full) (nullable): the socket
 */
GSocket *
vouch_lookup_socket_open (const char *address, const char *name, gboolean is_loopback_only, GInetSocketAddress **bound,
                          GError **error)
{
  g_autoptr (GSocket) opened =
      g_str_equal (address, VOUCH_LOOKUP_INHERITED) ? take_inherited (name, error) : bind_socket (address, error);
  g_autoptr (GSocketAddress) local = opened != NULL ? g_socket_get_local_address (opened, error) : NULL;

  if (local == NULL)
    return NULL;
  if (!G_IS_INET_SOCKET_ADDRESS (local))
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID, _ ("The socket \"%s\" is no TCP socket"), name);
      return NULL;
    }
  if (is_loopback_only &&
      !g_inet_address_get_is_loopback (g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (local))))
    {
      g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
                   _ ("%s is no address of this machine alone; use 127.0.0.1:PORT"), address);
      return NULL;
    }
  *bound = G_INET_SOCKET_ADDRESS (g_steal_pointer (&local));
  return g_steal_pointer (&opened);
}
