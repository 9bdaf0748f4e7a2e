#pragma once

#include "vouch-lookup-limiter.h"
#include "vouch-lookup-standing.h"
#include "vouch-lookup-tally.h"
#include "vouch-lookup-texts.h"

G_BEGIN_DECLS

/**
 * VouchLookupOperatorFacts:
 * @standing: how the service stands
 * @chains: (element-type VouchLookupStandingChain): how far each station's publications came
 * @units: (element-type VouchLookupStandingUnit): the units asked for most
 * @rates: how much an address may ask
 * @tally: what was done since the start
 * @started_at: when that was, Unix microseconds
 * @utc_offset_s: with which times are shown
 *
 * What the operator's page says.
 */
typedef struct
{
  VouchLookupStanding standing;
  GArray *chains;
  GArray *units;
  const VouchLookupRate *rates;
  VouchLookupTally *tally;
  gint64 started_at;
  int utc_offset_s;
} VouchLookupOperatorFacts;

const char *vouch_lookup_operator_page_get_policy (void);
GBytes *vouch_lookup_operator_page (const VouchLookupTexts *texts,
                                    const VouchLookupOperatorFacts *facts) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
