#pragma once

#include "vouch-lookup-page.h"
#include "vouch-lookup-problem.h"

G_BEGIN_DECLS

/* Pages with forms: the search and the problem report; and what other forms have in common with them. */

/**
 * VouchLookupReportCode:
 * @lot: (nullable): the lot that a problem report is about; %NULL to ask for lot and code
 * @serial: (nullable): the serial that it is about
 * @form_key: what makes the form sent twice the same form
 *
 * What a report's form has filled in.
 */
typedef struct
{
  const char *lot;
  const char *serial;
  const char *form_key;
} VouchLookupReportCode;

void vouch_lookup_form_page_write_search (VouchHtml *html, const VouchLookupFrame *frame);
void vouch_lookup_form_page_write_report (VouchHtml *html, const VouchLookupFrame *frame,
                                          const VouchLookupReportCode *code, const VouchLookupForm *sent);

void vouch_lookup_form_page_write_language (VouchHtml *html, const VouchLookupFrame *frame, gboolean always);
void vouch_lookup_form_page_write_entry (VouchHtml *html, const VouchLookupFrame *frame, const char *name,
                                         const char *label_key, const char *hint_key, const char *value,
                                         const char *max_length, gboolean is_required);
void vouch_lookup_form_page_write_trap (VouchHtml *html, const VouchLookupFrame *frame);

GBytes *vouch_lookup_form_page_home (const VouchLookupFrame *frame) G_GNUC_WARN_UNUSED_RESULT;
GBytes *vouch_lookup_form_page_malformed (const VouchLookupFrame *frame) G_GNUC_WARN_UNUSED_RESULT;
GBytes *vouch_lookup_form_page_report (const VouchLookupFrame *frame, const VouchLookupRoute *route,
                                       const VouchLookupForm *sent, const char *wrong_field) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
