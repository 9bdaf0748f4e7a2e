#pragma once

#include "vouch-lookup-code-page.h"

G_BEGIN_DECLS

/* The parts of a code's page that say what the goods are and how they were checked. */
const char *vouch_lookup_code_facts_choose (const VouchLookupFrame *frame, const char *en, const char *zh);
void
vouch_lookup_code_facts_write_goods (VouchHtml *html, const VouchLookupFrame *frame, const VouchLookupAnswer *answer);
void vouch_lookup_code_facts_write_inspection (VouchHtml *html, const VouchLookupFrame *frame,
                                               const VouchLookupAnswer *answer);

G_END_DECLS
