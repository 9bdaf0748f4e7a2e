#pragma once

#include "vouch-lookup-form.h"

G_BEGIN_DECLS

gboolean vouch_lookup_multipart_is (const char *content_type);
VouchLookupForm *vouch_lookup_multipart_parse (const char *content_type, const char *body, gsize length,
                                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
