#include "vouch-lookup-link-type.h"

#include <string.h>

/**
 * vouch_lookup_link_type_read:
 * @text: (nullable): the value of `linkType=`
 *
 * Reads a link type: a term of the GS1 Web Vocabulary, shortened or in full, or "all" by either of its names.
 *
 * Returns: the link type
 */
VouchLookupLinkType
vouch_lookup_link_type_read (const char *text)
{
  static const char *const prefixes[] = { "gs1:", "https://ref.gs1.org/voc/", "https://gs1.org/voc/" };
  static const struct
  {
    const char *term;
    VouchLookupLinkType type;
  } terms[] = {
    { "defaultLink", VOUCH_LOOKUP_LINK_DEFAULT },
    { "pip", VOUCH_LOOKUP_LINK_PRODUCT },
    { "traceability", VOUCH_LOOKUP_LINK_TRACEABILITY },
    { "recallStatus", VOUCH_LOOKUP_LINK_RECALL },
    { "certificationInfo", VOUCH_LOOKUP_LINK_CERTIFICATION },
  };

  if (text == NULL)
    return VOUCH_LOOKUP_LINK_NONE;
  if (g_str_equal (text, "all") || g_str_equal (text, "linkset"))
    return VOUCH_LOOKUP_LINK_ALL;
  for (gsize i = 0; i < G_N_ELEMENTS (prefixes); i++)
    for (gsize k = 0; g_str_has_prefix (text, prefixes[i]) && k < G_N_ELEMENTS (terms); k++)
      if (g_str_equal (text + strlen (prefixes[i]), terms[k].term))
        return terms[k].type;
  return VOUCH_LOOKUP_LINK_UNKNOWN;
}
