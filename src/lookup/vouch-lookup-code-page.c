#include "vouch-lookup-code-page.h"

#include "vouch-lookup-code-facts.h"
#include "vouch-lookup-form-page.h"
#include "vouch-lookup-papers.h"

static const char *
say (const VouchLookupFrame *frame, const char *key)
{
  return vouch_lookup_texts_get (frame->texts, key);
}

static char *
dup_date (const VouchLookupFrame *frame, gint64 time_us, int offset_s)
{
  return vouch_lookup_texts_date (frame->texts, vouch_date_from_time (time_us, offset_s));
}

static void
write_paragraph (VouchHtml *html, const char *text)
{
  if (text != NULL && *text != '\0')
    vouch_html_element (html, "p", text, "class", "pre", NULL);
}

static void
write_genuine_band (VouchHtml *html, const VouchLookupFrame *frame, const VouchLookupAnswer *answer)
{
  const char *n = vouch_lookup_mould_marker (VOUCH_LOOKUP_WORD_QUERIES);
  const char *date = vouch_lookup_mould_marker (VOUCH_LOOKUP_WORD_FIRST_DATE);
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  if (answer->subject != VOUCH_LOOKUP_SUBJECT_UNIT_AGAIN)
    {
      vouch_lookup_page_open_band (html, VOUCH_LOOKUP_LOOK_GOOD, say (frame, "first.title"));
      vouch_html_element (
          html, "p", say (frame, answer->subject == VOUCH_LOOKUP_SUBJECT_UNIT_FIRST ? "first.text" : "genuine.text"),
          NULL);
      return;
    }
  title = vouch_lookup_texts_fill (frame->texts, "nth.title", "n", n, NULL);
  text = vouch_lookup_texts_fill (frame->texts, "nth.text", "n", n, "date", date, NULL);
  vouch_lookup_page_open_band (html, VOUCH_LOOKUP_LOOK_AGAIN, title);
  vouch_html_element (html, "p", text, "class", "big", NULL);
}

static void
write_lot_band (VouchHtml *html, const VouchLookupFrame *frame, const VouchLookupAnswer *answer)
{
  g_autofree char *title = vouch_lookup_texts_fill (frame->texts, "lot.title", "lot", answer->lot->record->lot, NULL);

  vouch_lookup_page_open_band (html, VOUCH_LOOKUP_LOOK_LOT, title);
  vouch_html_element (html, "p", say (frame, "lot.text"), "class", "big", NULL);
  vouch_html_element (html, "p", say (frame, "lot.more"), NULL);
}

static void
write_dated (VouchHtml *html, const VouchLookupFrame *frame, const char *key, const char *date)
{
  g_autofree char *undated_key = g_strconcat (key, ".undated", NULL);
  g_autofree char *text = date != NULL ? vouch_lookup_texts_fill (frame->texts, key, "date", date, NULL)
                                       : g_strdup (say (frame, undated_key));

  vouch_html_element (html, "p", text, "class", "big", NULL);
}

static void
write_recall_since (VouchHtml *html, const VouchLookupFrame *frame, const VouchPublicRecord *record)
{
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;

  if (record->status_since == 0)
    return;
  date = dup_date (frame, record->status_since, (int)record->utc_offset_s);
  text = record->recall_class != NULL ? vouch_lookup_texts_fill (frame->texts, "recalled.class", "class",
                                                                 record->recall_class, "date", date, NULL)
                                      : vouch_lookup_texts_fill (frame->texts, "recalled.since", "date", date, NULL);
  vouch_html_element (html, "p", text, NULL);
}

static void
write_expired_band (VouchHtml *html, const VouchLookupFrame *frame, const VouchPublicRecord *record)
{
  g_autofree char *date =
      record->expiry != VOUCH_DATE_NONE ? vouch_lookup_texts_date (frame->texts, record->expiry) : NULL;

  vouch_lookup_page_open_band (html, VOUCH_LOOKUP_LOOK_WARNING, say (frame, "expired.title"));
  write_dated (html, frame, "expired.text", date);
}

static void
write_withdrawn_band (VouchHtml *html, const VouchLookupFrame *frame, const VouchPublicRecord *record)
{
  g_autofree char *date =
      record->status_since != 0 ? dup_date (frame, record->status_since, (int)record->utc_offset_s) : NULL;

  vouch_lookup_page_open_band (html, VOUCH_LOOKUP_LOOK_STOPPED, say (frame, "lot_withdrawn.title"));
  write_dated (html, frame, "lot_withdrawn.text", date);
}

static void
write_band (VouchHtml *html, const VouchLookupFrame *frame, const VouchLookupAnswer *answer)
{
  const VouchPublicRecord *record = answer->lot->record;

  switch (answer->state)
    {
    case VOUCH_LOOKUP_STATE_RECALLED:
      vouch_lookup_page_open_band (html, VOUCH_LOOKUP_LOOK_DANGER, say (frame, "recalled.title"));
      vouch_html_element (html, "p", say (frame, "recalled.text"), "class", "big", NULL);
      write_recall_since (html, frame, record);
      break;
    case VOUCH_LOOKUP_STATE_WITHDRAWN_LABEL:
      vouch_lookup_page_open_band (html, VOUCH_LOOKUP_LOOK_STOPPED, say (frame, "label.title"));
      vouch_html_element (html, "p", say (frame, "label.text"), "class", "big", NULL);
      break;
    case VOUCH_LOOKUP_STATE_WITHDRAWN_LOT:
      write_withdrawn_band (html, frame, record);
      break;
    case VOUCH_LOOKUP_STATE_EXPIRED:
      write_expired_band (html, frame, record);
      break;
    case VOUCH_LOOKUP_STATE_NOT_RELEASED:
      vouch_lookup_page_open_band (html, VOUCH_LOOKUP_LOOK_STOPPED, say (frame, "hold.title"));
      vouch_html_element (html, "p", say (frame, "hold.text"), "class", "big", NULL);
      vouch_html_element (html, "p", say (frame, "hold.more"), NULL);
      break;
    case VOUCH_LOOKUP_STATE_GENUINE:
    case VOUCH_LOOKUP_STATE_UNKNOWN:
    default:
      if (answer->subject == VOUCH_LOOKUP_SUBJECT_LOT)
        write_lot_band (html, frame, answer);
      else
        write_genuine_band (html, frame, answer);
    }
  vouch_lookup_page_close_band (html);
}

static void
write_section (VouchHtml *html, const VouchLookupFrame *frame, const char *key, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  vouch_html_open (html, "section", NULL);
  vouch_html_element (html, "h2", say (frame, key), NULL);
  write_paragraph (html, text);
  vouch_html_close (html, "section");
}

static void
write_contact (VouchHtml *html, const VouchLookupFrame *frame, const VouchPublicRecord *record)
{
  g_autofree char *line = NULL;

  vouch_lookup_page_write_desk (html, frame);
  if (record->contact == NULL)
    return;
  line = g_strconcat (say (frame, "contact"), say (frame, "separator"), record->contact, NULL);
  vouch_html_element (html, "p", line, NULL);
}

/* Neutral: a code that was asked for before is most often asked for by the same people. */
static void
write_earlier_queries (VouchHtml *html, const VouchLookupFrame *frame)
{
  static const char *const reasons[] = { "nth.1", "nth.2", "nth.3" };

  vouch_html_open (html, "section", NULL);
  vouch_html_element (html, "h2", say (frame, "nth.do"), NULL);
  vouch_html_open (html, "ul", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    vouch_html_element (html, "li", say (frame, reasons[i]), NULL);
  vouch_html_close (html, "ul");
  vouch_html_close (html, "section");
}

static void
write_recall_steps (VouchHtml *html, const VouchLookupFrame *frame, const VouchPublicRecord *record)
{
  static const char *const steps[] = { "recalled.1", "recalled.2", "recalled.3" };

  vouch_html_open (html, "section", NULL);
  vouch_html_element (html, "h2", say (frame, "recalled.do"), NULL);
  write_paragraph (html, vouch_lookup_code_facts_choose (frame, record->notice_en, record->notice_zh));
  vouch_html_open (html, "ul", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    vouch_html_element (html, "li", say (frame, steps[i]), NULL);
  vouch_html_close (html, "ul");
  write_contact (html, frame, record);
  vouch_html_close (html, "section");
}

static void
write_rights (VouchHtml *html, const VouchLookupFrame *frame, const VouchPublicRecord *record)
{
  vouch_html_open (html, "section", NULL);
  vouch_html_element (html, "h2", say (frame, "rights"), NULL);
  write_paragraph (html, say (frame, "rights.text"));
  write_contact (html, frame, record);
  vouch_html_close (html, "section");
}

/* The lot's links, also on a unit's page: to ask for them counts nothing. */
static void
write_machines (VouchHtml *html, const VouchLookupFrame *frame, const VouchPublicRecord *record)
{
  g_autofree char *link =
      frame->root != NULL ? g_strdup ("linkset.json") : g_strdup_printf ("/t/%s?linkType=all", record->lot);

  vouch_html_open (html, "p", "class", "more", NULL);
  vouch_html_element (html, "a", say (frame, "machines"), "rel", "linkset", "type", "application/linkset+json", "href",
                      link, NULL);
  vouch_html_close (html, "p");
}

/* A lot's page is cached and so carries no form of its own; a unit's page does. */
static void
write_report (VouchHtml *html, const VouchLookupFrame *frame, const VouchLookupAnswer *answer)
{
  const VouchLookupReportCode code = { .lot = answer->lot->record->lot,
                                       .serial = vouch_lookup_mould_marker (VOUCH_LOOKUP_WORD_SERIAL),
                                       .form_key = vouch_lookup_mould_marker (VOUCH_LOOKUP_WORD_FORM_KEY) };

  if (answer->subject == VOUCH_LOOKUP_SUBJECT_LOT)
    {
      g_autofree char *link = vouch_lookup_page_link (frame, "/report?lot=%s", answer->lot->record->lot);

      vouch_html_open (html, "p", "class", "alone", NULL);
      vouch_html_element (html, "a", say (frame, "report.open"), "class", "button", "href", link, NULL);
      vouch_html_close (html, "p");
      return;
    }
  vouch_html_open (html, "details", "class", "card", NULL);
  vouch_html_element (html, "summary", say (frame, "report"), NULL);
  vouch_lookup_form_page_write_report (html, frame, &code, NULL);
  vouch_html_close (html, "details");
}

static const char *
title_key (const VouchLookupAnswer *answer)
{
  switch (answer->state)
    {
    case VOUCH_LOOKUP_STATE_RECALLED:
      return "recalled.title";
    case VOUCH_LOOKUP_STATE_WITHDRAWN_LABEL:
      return "label.title";
    case VOUCH_LOOKUP_STATE_WITHDRAWN_LOT:
      return "lot_withdrawn.title";
    case VOUCH_LOOKUP_STATE_EXPIRED:
      return "expired.title";
    case VOUCH_LOOKUP_STATE_NOT_RELEASED:
      return "hold.title";
    case VOUCH_LOOKUP_STATE_GENUINE:
    case VOUCH_LOOKUP_STATE_UNKNOWN:
    default:
      return answer->subject == VOUCH_LOOKUP_SUBJECT_LOT ? "home.title" : "first.title";
    }
}

/**
 * vouch_lookup_code_page:
 * @frame: the page's frame
 * @answer: what is known
 *
 * Makes the page of a lot, or the mould's page of its units. Goods on hold are not described: nothing is vouched for.
 *
 * Returns: (transfer full): the page
 */
GBytes *
vouch_lookup_code_page (const VouchLookupFrame *frame, const VouchLookupAnswer *answer)
{
  const VouchPublicRecord *record = answer->lot->record;
  VouchHtml *html = vouch_lookup_page_begin (frame, say (frame, title_key (answer)));

  write_band (html, frame, answer);
  if (answer->state == VOUCH_LOOKUP_STATE_RECALLED)
    write_recall_steps (html, frame, record);
  else if (answer->state == VOUCH_LOOKUP_STATE_GENUINE && answer->subject == VOUCH_LOOKUP_SUBJECT_UNIT_AGAIN)
    write_earlier_queries (html, frame);
  else if (answer->state == VOUCH_LOOKUP_STATE_WITHDRAWN_LOT)
    write_section (html, frame, "notice", vouch_lookup_code_facts_choose (frame, record->notice_en, record->notice_zh));
  if (answer->state != VOUCH_LOOKUP_STATE_NOT_RELEASED)
    {
      vouch_lookup_code_facts_write_goods (html, frame, answer);
      vouch_lookup_code_facts_write_inspection (html, frame, answer);
      vouch_lookup_papers_write (html, frame, answer->lot->record);
      write_section (html, frame, "care", vouch_lookup_code_facts_choose (frame, record->care_en, record->care_zh));
    }
  if (frame->root == NULL)
    write_report (html, frame, answer);
  write_rights (html, frame, record);
  write_machines (html, frame, record);
  return vouch_lookup_page_end (frame, html);
}

/**
 * vouch_lookup_code_page_unknown:
 * @frame: the page's frame
 *
 * Makes the page for every code that is not known, whatever the reason, the same to the byte: it does not repeat the
 * code and tells nobody which lots exist.
 *
 * Returns: (transfer full): the page
 */
GBytes *
vouch_lookup_code_page_unknown (const VouchLookupFrame *frame)
{
  static const char *const hints[] = { "unknown.1", "unknown.2", "unknown.3" };
  g_autofree char *link = vouch_lookup_page_link (frame, "/report");
  VouchHtml *html = vouch_lookup_page_begin (frame, say (frame, "unknown.title"));

  vouch_lookup_page_open_band (html, VOUCH_LOOKUP_LOOK_UNKNOWN, say (frame, "unknown.title"));
  vouch_html_element (html, "p", say (frame, "unknown.text"), "class", "big", NULL);
  vouch_lookup_page_close_band (html);
  vouch_html_open (html, "section", NULL);
  vouch_html_open (html, "ul", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (hints); i++)
    vouch_html_element (html, "li", say (frame, hints[i]), NULL);
  vouch_html_close (html, "ul");
  vouch_html_element (html, "a", say (frame, "report.open"), "class", "button", "href", link, NULL);
  vouch_html_close (html, "section");
  vouch_lookup_form_page_write_search (html, frame);
  return vouch_lookup_page_end (frame, html);
}
