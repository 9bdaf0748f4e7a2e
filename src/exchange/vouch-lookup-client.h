#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * VouchLookupExchange:
 * @method: "GET" or "POST"
 * @content_type: (nullable): of the body sent
 * @body: (nullable): what is sent
 * @length: bytes of @body
 * @expected_type: the content type that the service answers this with
 *
 * One exchange with the lookup service's private listener.
 */
typedef struct
{
  const char *method;
  const char *content_type;
  const char *body;
  gsize length;
  const char *expected_type;
} VouchLookupExchange;

GBytes *vouch_lookup_client_fetch (const char *private_url, const char *path, const VouchLookupExchange *exchange,
                                   GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *vouch_lookup_client_exchange (const char *private_url, const char *path, const VouchLookupExchange *exchange,
                                    GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GError *vouch_lookup_client_read_error (const char *json, gssize length) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
