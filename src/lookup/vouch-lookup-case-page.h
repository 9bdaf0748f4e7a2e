#pragma once

#include "vouch-lookup-page.h"
#include "vouch-lookup-problem.h"

G_BEGIN_DECLS

/* Pages of a customer's case: that it has arrived, where to look for it, how it stands. */
GBytes *vouch_lookup_case_page_reported (const VouchLookupFrame *frame, gint64 id, const char *secret, gint64 due_at,
                                         gint64 promised_hours) G_GNUC_WARN_UNUSED_RESULT;
GBytes *vouch_lookup_case_page_search (const VouchLookupFrame *frame, gboolean not_found) G_GNUC_WARN_UNUSED_RESULT;
GBytes *vouch_lookup_case_page (const VouchLookupFrame *frame, const VouchLookupCase *found, const char *secret,
                                const VouchLookupForm *sent) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
