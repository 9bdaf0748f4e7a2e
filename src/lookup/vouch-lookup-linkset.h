#pragma once

#include "vouch-lookup-linked-data.h"

G_BEGIN_DECLS

/* Where else something is said of a code, as a GS1-conformant resolver answers it. */

char *vouch_lookup_link_find (const VouchLookupStatement *said, VouchLookupLinkType type) G_GNUC_WARN_UNUSED_RESULT;
GBytes *vouch_lookup_linkset (const VouchLookupStatement *said) G_GNUC_WARN_UNUSED_RESULT;
GBytes *vouch_lookup_linkset_unknown (void) G_GNUC_WARN_UNUSED_RESULT;
GBytes *vouch_lookup_resolver_description (const char *host) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
