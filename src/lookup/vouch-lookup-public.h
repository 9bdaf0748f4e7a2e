#pragma once

#include "vouch-clock.h"
#include "vouch-id.h"
#include "vouch-lookup-counts.h"
#include "vouch-lookup-keys.h"
#include "vouch-lookup-limiter.h"
#include "vouch-lookup-listener.h"
#include "vouch-lookup-tally.h"
#include "vouch-lookup-writer.h"

G_BEGIN_DECLS

/**
 * VouchLookupPublicSettings:
 * @place: where the service keeps what it knows
 * @hosts: names that are served besides the loopback ones and those of trusted stations; ends with %NULL
 * @rates: how much an address may ask
 * @proxies: the proxies that are believed when they say who asks
 * @own_addresses: whose queries do not count: the operator's own
 * @tally: where it is noted what is done
 * @clock: the time
 * @ids: makes the cases' ids; used on the writer's thread
 * @keys: the service's keys
 * @writer: the writer
 * @counts: how often units were asked for
 *
 * What the public side needs; all of it has to outlive it.
 */
typedef struct
{
  const VouchLookupPlace *place;
  const char *const *hosts;
  const VouchLookupRate *rates;
  const VouchLookupNetworks *proxies;
  const VouchLookupNetworks *own_addresses;
  VouchLookupTally *tally;
  VouchClock *clock;
  VouchIdSource *ids;
  const VouchLookupKeys *keys;
  VouchLookupWriter *writer;
  VouchLookupCounts *counts;
} VouchLookupPublicSettings;

/**
 * VouchLookupPublic:
 *
 * What customers see.
 */
typedef struct _VouchLookupPublic VouchLookupPublic;

VouchLookupPublic *
vouch_lookup_public_new (const VouchLookupPublicSettings *settings, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_lookup_public_free (VouchLookupPublic *self);
void vouch_lookup_public_outdate (VouchLookupPublic *self);
VouchLookupListener *
vouch_lookup_public_listen (VouchLookupPublic *self, const char *address, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchLookupPublic, vouch_lookup_public_free)

G_END_DECLS
