#pragma once

#include "vouch-lookup-code-page.h"
#include "vouch-lookup-count.h"
#include "vouch-lookup-route.h"

G_BEGIN_DECLS

/**
 * VouchLookupStatement:
 * @route: the address that is spoken of
 * @host: the host name that the address stands under
 * @answer: what is known
 * @count: (nullable): how often a unit was asked for; %NULL for a lot and a product
 * @recalled: (nullable) (element-type VouchLookupLot): of a product, its recalled lots
 * @today: the date where the service runs
 *
 * What is said of a code to programs. It never says more than the page does.
 */
typedef struct
{
  const VouchLookupRoute *route;
  const char *host;
  const VouchLookupAnswer *answer;
  const VouchLookupCount *count;
  const GPtrArray *recalled;
  VouchDate today;
} VouchLookupStatement;

GBytes *vouch_lookup_linked_data (const VouchLookupStatement *said) G_GNUC_WARN_UNUSED_RESULT;
GBytes *vouch_lookup_linked_data_unknown (void) G_GNUC_WARN_UNUSED_RESULT;
GBytes *vouch_lookup_recall_status (const VouchLookupStatement *said) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
