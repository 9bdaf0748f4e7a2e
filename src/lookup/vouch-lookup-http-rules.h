#pragma once

#include <microhttpd.h>

#include "vouch-lookup-request.h"

G_BEGIN_DECLS

/**
 * VouchLookupHttpVerdict:
 * @status: 0 if the request may go on; %MHD_HTTP_NO_CONTENT for OPTIONS; else why it is refused
 * @method: the method, where @status is 0
 * @body_length: the length that the request says its body has
 * @host: (nullable): the one Host header, lent; %NULL if there is not exactly one
 * @forwarded: (nullable): the last X-Forwarded-For header, lent; to be believed of a proxy only
 * @protocol: (nullable): the last X-Forwarded-Proto header, lent; likewise
 */
typedef struct
{
  guint status;
  VouchLookupMethod method;
  guint64 body_length;
  const char *host;
  const char *forwarded;
  const char *protocol;
} VouchLookupHttpVerdict;

void
vouch_lookup_http_rules_check (struct MHD_Connection *connection, const char *method, VouchLookupHttpVerdict *verdict);
gboolean vouch_lookup_http_rules_serve_host (const char *host, const char *const *hosts);

G_END_DECLS
