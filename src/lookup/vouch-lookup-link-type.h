#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VouchLookupLinkType:
 * @VOUCH_LOOKUP_LINK_NONE: none was asked for
 * @VOUCH_LOOKUP_LINK_ALL: all links, as a linkset
 * @VOUCH_LOOKUP_LINK_DEFAULT: the page of the code itself
 * @VOUCH_LOOKUP_LINK_PRODUCT: product information
 * @VOUCH_LOOKUP_LINK_TRACEABILITY: the goods' way
 * @VOUCH_LOOKUP_LINK_RECALL: whether the lot is recalled
 * @VOUCH_LOOKUP_LINK_CERTIFICATION: the signed record of the inspection
 * @VOUCH_LOOKUP_LINK_UNKNOWN: one that there is no link for
 *
 * What `linkType=` asks a resolver of GS1 codes for.
 */
typedef enum
{
  VOUCH_LOOKUP_LINK_NONE,
  VOUCH_LOOKUP_LINK_ALL,
  VOUCH_LOOKUP_LINK_DEFAULT,
  VOUCH_LOOKUP_LINK_PRODUCT,
  VOUCH_LOOKUP_LINK_TRACEABILITY,
  VOUCH_LOOKUP_LINK_RECALL,
  VOUCH_LOOKUP_LINK_CERTIFICATION,
  VOUCH_LOOKUP_LINK_UNKNOWN,
} VouchLookupLinkType;

VouchLookupLinkType vouch_lookup_link_type_read (const char *text);

G_END_DECLS
