#pragma once

#include <glib.h>

struct sockaddr;

G_BEGIN_DECLS

/**
 * VouchLookupAddress:
 * @bytes: an IPv6 address; an IPv4 one is mapped into it, ::ffff:a.b.c.d
 *
 * Who asks.
 */
typedef struct
{
  guint8 bytes[16];
} VouchLookupAddress;

/**
 * VouchLookupNetworks:
 *
 * A list of addresses and networks: the proxies that are believed, the operator's own machines.
 */
typedef struct _VouchLookupNetworks VouchLookupNetworks;

void vouch_lookup_address_from_socket (const struct sockaddr *socket_address, VouchLookupAddress *address);
gboolean vouch_lookup_address_read (const char *text, gsize length, VouchLookupAddress *address);
gboolean vouch_lookup_address_is_ipv4 (const VouchLookupAddress *address);
const guint8 *vouch_lookup_address_get_owner (const VouchLookupAddress *address, gsize *length);

VouchLookupNetworks *vouch_lookup_networks_new (const char *const *texts, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_lookup_networks_free (VouchLookupNetworks *self);
gboolean vouch_lookup_networks_is_empty (const VouchLookupNetworks *self);
gboolean vouch_lookup_networks_contain (const VouchLookupNetworks *self, const VouchLookupAddress *address);
void vouch_lookup_networks_look_behind (const VouchLookupNetworks *proxies, const char *forwarded,
                                        VouchLookupAddress *address);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchLookupNetworks, vouch_lookup_networks_free)

G_END_DECLS
