#pragma once

#include "vouch-query-count.h"
#include "vouch-use-case.h"

G_BEGIN_DECLS

/* How often lots were looked up, as a page of what the lookup service counted. */
typedef struct
{
  GBytes *lines; /* JSON objects, one a line */
} VouchTakeCountsRequest;

VOUCH_DECLARE_RECORD (VouchTakeCountsRequest, vouch_take_counts_request)

/* Request VouchTakeCountsRequest, answer VouchDone. Counts that are as they were stay untouched. */
extern const VouchUseCase vouch_query_count_take;

VouchQueryCount *vouch_query_count_read_line (const char *line, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean vouch_query_count_is_news (VouchConn *conn, const VouchQueryCount *count, gboolean *is_news, GError **error);

G_END_DECLS
