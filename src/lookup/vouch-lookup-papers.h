#pragma once

#include "vouch-lookup-code-page.h"

G_BEGIN_DECLS

/* The part of a code's page that says which papers there are, and how whoever holds one compares it. */
void vouch_lookup_papers_write (VouchHtml *html, const VouchLookupFrame *frame, const VouchPublicRecord *record);

G_END_DECLS
