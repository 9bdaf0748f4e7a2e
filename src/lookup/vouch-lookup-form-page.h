#pragma once

#include "vouch-lookup-page.h"
#include "vouch-lookup-problem.h"

G_BEGIN_DECLS

/* Pages with forms: the search, the problem report and its case. */

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

GBytes *vouch_lookup_form_page_home (const VouchLookupFrame *frame) G_GNUC_WARN_UNUSED_RESULT;
GBytes *vouch_lookup_form_page_malformed (const VouchLookupFrame *frame) G_GNUC_WARN_UNUSED_RESULT;
GBytes *vouch_lookup_form_page_report (const VouchLookupFrame *frame, const VouchLookupRoute *route,
                                       const VouchLookupForm *sent, const char *wrong_field) G_GNUC_WARN_UNUSED_RESULT;
GBytes *vouch_lookup_form_page_reported (const VouchLookupFrame *frame, gint64 id, const char *secret, gint64 due_at,
                                         gint64 promised_hours) G_GNUC_WARN_UNUSED_RESULT;
GBytes *
vouch_lookup_form_page_case_search (const VouchLookupFrame *frame, gboolean not_found) G_GNUC_WARN_UNUSED_RESULT;
GBytes *
vouch_lookup_form_page_case (const VouchLookupFrame *frame, const VouchLookupCase *found) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
