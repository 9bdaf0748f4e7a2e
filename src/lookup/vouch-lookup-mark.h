#pragma once

#include "vouch-lookup-count.h"
#include "vouch-lookup-lot.h"
#include "vouch-lookup-problem.h"

G_BEGIN_DECLS

gboolean
vouch_lookup_mark_query (VouchLookupDb *db, const char *lot, const VouchLookupUnit *unit, VouchLookupState state,
                         gint64 queries, gint64 copied_after, gint64 now_us, GError **error);
gboolean vouch_lookup_mark_report (VouchLookupDb *db, const VouchLookupProblem *problem, gint64 case_id, gint64 now_us,
                                   GError **error);

G_END_DECLS
