#pragma once

#include "vouch-lookup-count.h"
#include "vouch-lookup-lot.h"
#include "vouch-lookup-page.h"

G_BEGIN_DECLS

/**
 * VouchLookupAnswer:
 * @state: what is known of the code; not @VOUCH_LOOKUP_STATE_UNKNOWN
 * @lot: the lot
 * @serial: the unit's serial, or empty on the lot's own page
 * @count: how often the unit was asked for
 *
 * What a code's page says.
 */
typedef struct
{
  VouchLookupState state;
  const VouchLookupLot *lot;
  const char *serial;
  VouchLookupCount count;
} VouchLookupAnswer;

GBytes *
vouch_lookup_code_page (const VouchLookupFrame *frame, const VouchLookupAnswer *answer) G_GNUC_WARN_UNUSED_RESULT;
GBytes *vouch_lookup_code_page_unknown (const VouchLookupFrame *frame) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
