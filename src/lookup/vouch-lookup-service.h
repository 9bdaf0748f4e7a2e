#pragma once

#include "vouch-lookup-db.h"
#include "vouch-lookup-limiter.h"
#include "vouch-lookup-network.h"

G_BEGIN_DECLS

/**
 * VouchLookupServiceSettings:
 * @place: where it keeps what it knows
 * @listen: `ADDRESS:PORT` of the public listener
 * @private_listen: `ADDRESS:PORT` of the private listener
 * @operator_listen: (nullable): `ADDRESS:PORT` of the operator's listener, on the loopback
 * @hosts: (nullable): host names served besides the loopback ones; ends with %NULL
 * @proxies: the proxies that are believed when they say who asks
 * @own_addresses: whose queries do not count: the operator's own
 * @rates: how much an address may ask
 *
 * How the service runs.
 */
typedef struct
{
  VouchLookupPlace place;
  const char *listen;
  const char *private_listen;
  const char *operator_listen;
  char **hosts;
  const VouchLookupNetworks *proxies;
  const VouchLookupNetworks *own_addresses;
  VouchLookupRate rates[VOUCH_LOOKUP_LIMITS];
} VouchLookupServiceSettings;

gboolean vouch_lookup_service_run (const VouchLookupServiceSettings *settings, GError **error);

G_END_DECLS
