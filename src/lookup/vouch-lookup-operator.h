#pragma once

#include "vouch-clock.h"
#include "vouch-lookup-counts.h"
#include "vouch-lookup-db.h"
#include "vouch-lookup-limiter.h"
#include "vouch-lookup-listener.h"
#include "vouch-lookup-tally.h"

G_BEGIN_DECLS

/**
 * VouchLookupOperatorSettings:
 * @place: where the service keeps what it knows
 * @rates: how much an address may ask
 * @tally: what was done since the start
 * @clock: the time
 * @counts: how often units were asked for
 *
 * What the operator's side needs; all of it has to outlive it.
 */
typedef struct
{
  const VouchLookupPlace *place;
  const VouchLookupRate *rates;
  VouchLookupTally *tally;
  VouchClock *clock;
  VouchLookupCounts *counts;
} VouchLookupOperatorSettings;

/**
 * VouchLookupOperator:
 *
 * What the operator sees, on this machine only: whether the service is well, its numbers, and a page that the token
 * opens.
 */
typedef struct _VouchLookupOperator VouchLookupOperator;

VouchLookupOperator *
vouch_lookup_operator_new (const VouchLookupOperatorSettings *settings, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vouch_lookup_operator_free (VouchLookupOperator *self);
VouchLookupListener *
vouch_lookup_operator_listen (VouchLookupOperator *self, const char *address, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VouchLookupOperator, vouch_lookup_operator_free)

G_END_DECLS
