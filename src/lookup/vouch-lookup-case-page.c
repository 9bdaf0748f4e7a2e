#include "vouch-lookup-case-page.h"

#include "vouch-lookup-form-page.h"
#include "vouch-lookup-satisfaction.h"
#include "vouch-trace-code.h"

static const char *
say (const VouchLookupFrame *frame, const char *key)
{
  return vouch_lookup_texts_get (frame->texts, key);
}

static char *
dup_date (const VouchLookupFrame *frame, gint64 time_us)
{
  return vouch_lookup_texts_date (frame->texts, vouch_date_from_time (time_us, frame->utc_offset_s));
}

static char *
dup_time_of_day (const VouchLookupFrame *frame, gint64 time_us)
{
  gint64 minutes = (time_us / G_USEC_PER_SEC + frame->utc_offset_s) / 60 % (24 * 60);

  return g_strdup_printf ("%02d:%02d", (int)(minutes / 60), (int)(minutes % 60));
}

static void
write_row (VouchHtml *html, const VouchLookupFrame *frame, const char *key, const char *value, const char *class)
{
  vouch_html_element (html, "dt", say (frame, key), NULL);
  vouch_html_element (html, "dd", value, "class", class, NULL);
}

/**
 * vouch_lookup_case_page_reported:
 * @frame: the page's frame
 * @id: the case's id
 * @secret: what shows its status
 * @due_at: when an answer is promised
 * @promised_hours: within how many hours that is
 *
 * Makes the answer to a problem report.
 *
 * Returns: (transfer full): the page
 */
GBytes *
vouch_lookup_case_page_reported (const VouchLookupFrame *frame, gint64 id, const char *secret, gint64 due_at,
                                 gint64 promised_hours)
{
  g_autofree char *id_text = vouch_id_to_string (id);
  g_autofree char *number = g_strconcat ("C-", id_text, NULL);
  g_autofree char *date = dup_date (frame, due_at);
  g_autofree char *time = dup_time_of_day (frame, due_at);
  g_autofree char *hours = g_strdup_printf ("%d", (int)promised_hours);
  g_autofree char *promise =
      vouch_lookup_texts_fill (frame->texts, "report.done.promise", "date", date, "time", time, "hours", hours, NULL);
  g_autofree char *link = vouch_lookup_page_link (frame, "/case/%s/%s", number, secret);
  VouchHtml *html = vouch_lookup_page_begin (frame, say (frame, "report.done.title"));
  char grouped[20];

  vouch_trace_serial_group (secret, grouped);
  vouch_lookup_page_open_band (html, VOUCH_LOOKUP_LOOK_GOOD, say (frame, "report.done.title"));
  vouch_html_element (html, "p", promise, NULL);
  vouch_lookup_page_close_band (html);
  vouch_html_open (html, "section", NULL);
  vouch_html_open (html, "dl", NULL);
  write_row (html, frame, "report.done.number", number, "code huge");
  write_row (html, frame, "report.done.secret", grouped, "code huge");
  vouch_html_close (html, "dl");
  vouch_html_element (html, "p", say (frame, "report.done.keep"), NULL);
  vouch_html_element (html, "a", say (frame, "report.done.link"), "class", "button", "href", link, NULL);
  vouch_html_close (html, "section");
  return vouch_lookup_page_end (frame, html);
}

/**
 * vouch_lookup_case_page_search:
 * @frame: the page's frame
 * @not_found: whether a case was looked for in vain
 *
 * Makes the page that asks for a case's number and status code.
 *
 * Returns: (transfer full): the page
 */
GBytes *
vouch_lookup_case_page_search (const VouchLookupFrame *frame, gboolean not_found)
{
  const char *title = say (frame, not_found ? "case.none.title" : "case.title");
  VouchHtml *html = vouch_lookup_page_begin (frame, title);

  if (not_found)
    {
      vouch_lookup_page_open_band (html, VOUCH_LOOKUP_LOOK_UNKNOWN, title);
      vouch_html_element (html, "p", say (frame, "case.none.text"), NULL);
      vouch_lookup_page_close_band (html);
    }
  else
    vouch_html_element (html, "h1", title, NULL);
  vouch_html_element (html, "p", say (frame, "case.intro"), NULL);
  vouch_html_open (html, "form", "action", "/case", "method", "get", "class", "card", NULL);
  vouch_lookup_form_page_write_entry (html, frame, "number", "case.number", NULL, NULL, "30", TRUE);
  vouch_lookup_form_page_write_entry (html, frame, "secret", "case.secret", NULL, NULL, "40", TRUE);
  vouch_lookup_form_page_write_language (html, frame, FALSE);
  vouch_html_element (html, "button", say (frame, "case.submit"), NULL);
  vouch_html_close (html, "form");
  return vouch_lookup_page_end (frame, html);
}

static void
write_case_dates (VouchHtml *html, const VouchLookupFrame *frame, const VouchLookupCase *found)
{
  g_autofree char *created = dup_date (frame, found->created_at);
  g_autofree char *due = dup_date (frame, found->due_at);
  g_autofree char *due_time = dup_time_of_day (frame, found->due_at);
  g_autofree char *due_full = g_strdup_printf ("%s %s", due, due_time);

  write_row (html, frame, "case.created", created, NULL);
  if (found->answered_at == 0)
    write_row (html, frame, "case.due", due_full, NULL);
  else
    {
      g_autofree char *answered = dup_date (frame, found->answered_at);

      write_row (html, frame, "case.answered", answered, NULL);
    }
}

static void
write_scores (VouchHtml *html, const VouchLookupFrame *frame)
{
  vouch_html_open (html, "fieldset", NULL);
  vouch_html_element (html, "legend", say (frame, "satisfaction"), NULL);
  for (int score = VOUCH_LOOKUP_SCORE_MAX; score >= 1; score--)
    {
      char value[2] = { (char)('0' + score), '\0' };
      g_autofree char *key = g_strconcat ("satisfaction.", value, NULL);

      vouch_html_open (html, "label", "class", "check", NULL);
      vouch_html_open (html, "input", "type", "radio", "name", "score", "value", value, "required", "required", NULL);
      vouch_html_element (html, "span", say (frame, key), NULL);
      vouch_html_close (html, "label");
    }
  vouch_html_close (html, "fieldset");
}

static void
write_question (VouchHtml *html, const VouchLookupFrame *frame, const VouchLookupCase *found, const char *secret,
                const VouchLookupForm *sent)
{
  g_autofree char *id_text = vouch_id_to_string (found->id);
  g_autofree char *action = g_strdup_printf ("/case/C-%s/%s", id_text, secret);

  vouch_html_open (html, "form", "action", action, "method", "post", "class", "card", NULL);
  if (sent != NULL)
    vouch_html_element (html, "p", say (frame, "satisfaction.error"), "class", "wrong", "role", "alert", NULL);
  write_scores (html, frame);
  vouch_html_element (html, "label", say (frame, "satisfaction.text"), "for", "text", NULL);
  vouch_html_element (html, "textarea", sent != NULL ? vouch_lookup_form_get (sent, "text") : NULL, "id", "text",
                      "name", "text", "maxlength", "500", NULL);
  vouch_lookup_form_page_write_trap (html, frame);
  vouch_lookup_form_page_write_language (html, frame, TRUE);
  vouch_html_element (html, "button", say (frame, "satisfaction.send"), NULL);
  vouch_html_close (html, "form");
}

/**
 * vouch_lookup_case_page:
 * @frame: the page's frame
 * @found: the case
 * @secret: what shows its status
 * @sent: (nullable): what the customer said of how the case ended, to be corrected
 *
 * Makes the page of a case's status. At its end the customer is asked once how satisfied he is.
 *
 * Returns: (transfer full): the page
 */
GBytes *
vouch_lookup_case_page (const VouchLookupFrame *frame, const VouchLookupCase *found, const char *secret,
                        const VouchLookupForm *sent)
{
  g_autofree char *id_text = vouch_id_to_string (found->id);
  g_autofree char *number = g_strconcat ("C-", id_text, NULL);
  g_autofree char *key = g_strconcat ("case.status.", found->status, NULL);
  VouchHtml *html = vouch_lookup_page_begin (frame, say (frame, "case.title"));

  vouch_lookup_page_open_band (
      html, vouch_lookup_case_is_over (found) ? VOUCH_LOOKUP_LOOK_GOOD : VOUCH_LOOKUP_LOOK_AGAIN, say (frame, key));
  vouch_html_element (html, "p", number, "class", "code", NULL);
  vouch_lookup_page_close_band (html);
  vouch_html_open (html, "section", NULL);
  vouch_html_open (html, "dl", NULL);
  write_case_dates (html, frame, found);
  vouch_html_close (html, "dl");
  vouch_html_close (html, "section");
  vouch_html_open (html, "section", NULL);
  vouch_html_element (html, "h2", say (frame, "case.answer"), NULL);
  vouch_html_element (html, "p", found->answer != NULL ? found->answer : say (frame, "case.no_answer"), "class", "pre",
                      NULL);
  vouch_html_close (html, "section");
  if (found->score > 0)
    vouch_html_element (html, "p", say (frame, "satisfaction.thanks"), "role", "status", NULL);
  else if (vouch_lookup_case_is_over (found))
    write_question (html, frame, found, secret, sent);
  vouch_lookup_page_write_desk (html, frame);
  return vouch_lookup_page_end (frame, html);
}
