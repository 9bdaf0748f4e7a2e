#pragma once

#include "vouch-lookup-route.h"

G_BEGIN_DECLS

/**
 * VouchLookupFormat:
 * @VOUCH_LOOKUP_FORMAT_HTML: a page for people; what is answered unless something else is asked for
 * @VOUCH_LOOKUP_FORMAT_JSON_LD: `application/ld+json`, the page's facts for programs
 * @VOUCH_LOOKUP_FORMAT_LINKSET: `application/linkset+json` (RFC 9264), where else something is said of the code
 *
 * The forms in which a code is answered.
 */
typedef enum
{
  VOUCH_LOOKUP_FORMAT_HTML,
  VOUCH_LOOKUP_FORMAT_JSON_LD,
  VOUCH_LOOKUP_FORMAT_LINKSET,
} VouchLookupFormat;

const char *vouch_lookup_format_media_type (VouchLookupFormat format);
VouchLookupFormat vouch_lookup_format_accepted (const char *accept);
VouchLookupLanguage vouch_lookup_language_accepted (const char *accept_language);

G_END_DECLS
