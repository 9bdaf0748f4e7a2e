#include "vouch-lookup-network.h"

#include <arpa/inet.h>
#include <glib/gi18n-lib.h>
#include <netinet/in.h>
#include <string.h>

#include "vouch-error.h"

#define ADDRESS_TEXT_MAX 45 /* the longest way to write one */
#define IPV4_BITS_BEFORE 96 /* of ::ffff:0:0 */

typedef struct
{
  VouchLookupAddress address;
  guint prefix; /* bits of @address that count */
} Network;

struct _VouchLookupNetworks
{
  gsize n;
  Network networks[];
};

static const guint8 ipv4_prefix[12] = { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff };

static void
set_ipv4 (VouchLookupAddress *address, const void *bytes)
{
  memcpy (address->bytes, ipv4_prefix, sizeof ipv4_prefix);
  memcpy (address->bytes + sizeof ipv4_prefix, bytes, 4);
}

/**
 * vouch_lookup_address_from_socket:
 * @socket_address: (nullable): the other end of a connection
 * @address: (out caller-allocates): its address; :: for what is neither IPv4 nor IPv6
 *
 * Takes the address out of a socket's.
 */
void
vouch_lookup_address_from_socket (const struct sockaddr *socket_address, VouchLookupAddress *address)
{
  memset (address, 0, sizeof *address);
  if (socket_address != NULL && socket_address->sa_family == AF_INET)
    set_ipv4 (address, &((const struct sockaddr_in *)(gconstpointer)socket_address)->sin_addr);
  else if (socket_address != NULL && socket_address->sa_family == AF_INET6)
    memcpy (address->bytes, &((const struct sockaddr_in6 *)(gconstpointer)socket_address)->sin6_addr,
            sizeof address->bytes);
}

/**
 * vouch_lookup_address_read:
 * @text: an address as it stands in a header or an option; not necessarily ending with a NUL
 * @length: bytes of @text
 * @address: (out caller-allocates): the address
 *
 * Reads an IPv4 or IPv6 address, without a port.
 *
 * Returns: whether it is one
 */
gboolean
vouch_lookup_address_read (const char *text, gsize length, VouchLookupAddress *address)
{
  char copy[ADDRESS_TEXT_MAX + 1];
  struct in_addr ipv4;

  if (length == 0 || length > ADDRESS_TEXT_MAX)
    return FALSE;
  memcpy (copy, text, length);
  copy[length] = '\0';
  if (inet_pton (AF_INET, copy, &ipv4) != 1)
    return inet_pton (AF_INET6, copy, address->bytes) == 1;
  set_ipv4 (address, &ipv4);
  return TRUE;
}

/**
 * vouch_lookup_address_is_ipv4:
 * @address: an address
 *
 * Says of which kind an address is.
 *
 * Returns: whether it is an IPv4 address
 */
gboolean
vouch_lookup_address_is_ipv4 (const VouchLookupAddress *address)
{
  return memcmp (address->bytes, ipv4_prefix, sizeof ipv4_prefix) == 0;
}

/**
 * vouch_lookup_address_get_owner:
 * @address: an address
 * @length: (out): bytes of it
 *
 * Gets what an asker cannot choose freely: an IPv4 address, or the network half of an IPv6 address.
 *
 * Returns: the bytes, lent
 */
const guint8 *
vouch_lookup_address_get_owner (const VouchLookupAddress *address, gsize *length)
{
  gboolean is_ipv4 = vouch_lookup_address_is_ipv4 (address);

  *length = is_ipv4 ? 4 : 8;
  return is_ipv4 ? address->bytes + sizeof ipv4_prefix : address->bytes;
}

/* "10.0.0.0/8", "::1", "2001:db8::/32". */
static gboolean
read_network (const char *text, Network *network)
{
  const char *slash = strchr (text, '/');
  gsize length = slash != NULL ? (gsize)(slash - text) : strlen (text);
  guint before, bits;
  guint64 prefix;

  if (!vouch_lookup_address_read (text, length, &network->address))
    return FALSE;
  before = vouch_lookup_address_is_ipv4 (&network->address) ? IPV4_BITS_BEFORE : 0;
  bits = 128 - before;
  prefix = bits;
  if (slash != NULL && !g_ascii_string_to_unsigned (slash + 1, 10, 0, bits, &prefix, NULL))
    return FALSE;
  network->prefix = before + (guint)prefix;
  return TRUE;
}

/**
 * vouch_lookup_networks_new:
 * @texts: (nullable): addresses, and networks like 10.0.0.0/8; ends with %NULL
 * @error: INVALID, naming the one that cannot be read
 *
 * Reads a list of networks.
 *
 * Returns: (transfer full) (nullable): the list
 */
VouchLookupNetworks *
vouch_lookup_networks_new (const char *const *texts, GError **error)
{
  gsize n = texts != NULL ? g_strv_length ((char **)texts) : 0;
  g_autoptr (VouchLookupNetworks) self = g_malloc0 (sizeof *self + n * sizeof self->networks[0]);

  self->n = n;
  for (gsize i = 0; i < n; i++)
    if (!read_network (texts[i], &self->networks[i]))
      {
        g_set_error (error, VOUCH_ERROR, VOUCH_ERROR_INVALID,
                     _ ("\"%s\" is no address and no network; write them like 192.0.2.7 or 10.0.0.0/8"), texts[i]);
        return NULL;
      }
  return g_steal_pointer (&self);
}

/**
 * vouch_lookup_networks_free:
 * @self: (nullable): a list
 *
 * Frees a list.
 */
void
vouch_lookup_networks_free (VouchLookupNetworks *self)
{
  g_free (self);
}

/**
 * vouch_lookup_networks_is_empty:
 * @self: a list
 *
 * Looks whether anything is in it.
 *
 * Returns: whether nothing is
 */
gboolean
vouch_lookup_networks_is_empty (const VouchLookupNetworks *self)
{
  return self->n == 0;
}

static gboolean
is_in (const Network *network, const VouchLookupAddress *address)
{
  guint whole = network->prefix / 8, rest = network->prefix % 8;
  guint8 mask = (guint8)(0xff << (8 - rest));

  return memcmp (network->address.bytes, address->bytes, whole) == 0 &&
         (rest == 0 || ((network->address.bytes[whole] ^ address->bytes[whole]) & mask) == 0);
}

/**
 * vouch_lookup_networks_contain:
 * @self: a list
 * @address: an address
 *
 * Looks an address up.
 *
 * Returns: whether one of the networks has it
 */
gboolean
vouch_lookup_networks_contain (const VouchLookupNetworks *self, const VouchLookupAddress *address)
{
  for (gsize i = 0; i < self->n; i++)
    if (is_in (&self->networks[i], address))
      return TRUE;
  return FALSE;
}

/**
 * vouch_lookup_networks_look_behind:
 * @proxies: the proxies that are believed
 * @forwarded: (nullable): an X-Forwarded-For header
 * @address: (inout): the other end of the connection; the asker's address afterwards
 *
 * Finds who asks through proxies. Only what a believed proxy says of its own other end is believed, from the right to
 * the left: what a client wrote into the header itself never counts.
 */
void
vouch_lookup_networks_look_behind (const VouchLookupNetworks *proxies, const char *forwarded,
                                   VouchLookupAddress *address)
{
  const char *end = forwarded != NULL ? forwarded + strlen (forwarded) : NULL;

  while (end != NULL && end > forwarded && vouch_lookup_networks_contain (proxies, address))
    {
      const char *comma = memrchr (forwarded, ',', (gsize)(end - forwarded));
      const char *start = comma != NULL ? comma + 1 : forwarded;
      const char *stop = end;
      VouchLookupAddress behind;

      while (start < stop && *start == ' ')
        start++;
      while (stop > start && stop[-1] == ' ')
        stop--;
      if (!vouch_lookup_address_read (start, (gsize)(stop - start), &behind))
        return;
      *address = behind;
      end = comma;
    }
}
