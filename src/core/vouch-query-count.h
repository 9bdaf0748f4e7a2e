#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchQueryCount:
 *
 * How often customers looked up units of a lot, as the lookup service counted last.
 */
typedef struct
{
  gint64 id;
  char *lot; /* as the service names it */
  gint64 lot_id;
  gint64 units; /* that were ever looked up */
  gint64 queries;
  gint64 marked; /* units that may have been copied */
  gint64 first_at;
  gint64 last_at;
} VouchQueryCount;

VOUCH_DECLARE_RECORD (VouchQueryCount, vouch_query_count)

G_END_DECLS
