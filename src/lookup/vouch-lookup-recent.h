#pragma once

#include "vouch-lookup-count.h"
#include "vouch-lookup-counts.h"

G_BEGIN_DECLS

#define VOUCH_LOOKUP_LOT_MAX 20

/* Between the counts and their folding only. */
struct _VouchLookupRecent
{
  char lot[VOUCH_LOOKUP_LOT_MAX + 1];
  VouchLookupCode code;     /* its lot is the one above */
  VouchLookupCount current; /* with what the batch under way counts */
  VouchLookupCount settled; /* what a commit made durable */
  gint64 folded;            /* queries that were last brought into the table */
};

VouchLookupRecent *
vouch_lookup_recent_new (const VouchLookupCode *code, const VouchLookupCount *count) G_GNUC_WARN_UNUSED_RESULT;
void vouch_lookup_recent_unref (gpointer recent);
int vouch_lookup_recent_compare (gconstpointer a, gconstpointer b, gpointer unused);

G_END_DECLS
