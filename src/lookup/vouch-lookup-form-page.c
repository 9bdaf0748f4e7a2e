#include "vouch-lookup-form-page.h"

#include "vouch-hash.h"
#include "vouch-hex.h"
#include "vouch-trace-code.h"

static const char *
say (const VouchLookupFrame *frame, const char *key)
{
  return vouch_lookup_texts_get (frame->texts, key);
}

void
vouch_lookup_form_page_write_language (VouchHtml *html, const VouchLookupFrame *frame, gboolean always)
{
  if (always || frame->language_is_chosen)
    vouch_html_open (html, "input", "type", "hidden", "name", "lang", "value", say (frame, "lang"), NULL);
}

/* A labelled line of text; the hint, if any, is read out with it. */
void
vouch_lookup_form_page_write_entry (VouchHtml *html, const VouchLookupFrame *frame, const char *name,
                                    const char *label_key, const char *hint_key, const char *value,
                                    const char *max_length, gboolean is_required)
{
  g_autofree char *hint_id = hint_key != NULL ? g_strconcat (name, "-hint", NULL) : NULL;

  vouch_html_element (html, "label", say (frame, label_key), "for", name, NULL);
  vouch_html_open (html, "input", "id", name, "name", name, "value", value, "maxlength", max_length, "autocomplete",
                   "off", "autocapitalize", "characters", "spellcheck", "false", "aria-describedby", hint_id,
                   "required", is_required ? "required" : NULL, NULL);
  if (hint_key != NULL)
    vouch_html_element (html, "p", say (frame, hint_key), "class", "dim", "id", hint_id, NULL);
}

/**
 * vouch_lookup_form_page_write_search:
 * @html: the writer
 * @frame: the page's frame
 *
 * Writes the form that takes lot and code as they are printed.
 */
void
vouch_lookup_form_page_write_search (VouchHtml *html, const VouchLookupFrame *frame)
{
  vouch_html_open (html, "form", "action", "/find", "method", "get", "class", "card", NULL);
  vouch_lookup_form_page_write_entry (html, frame, "lot", "home.lot", NULL, NULL, "30", TRUE);
  vouch_lookup_form_page_write_entry (html, frame, "serial", "home.serial", "home.serial.hint", NULL, "40", FALSE);
  vouch_lookup_form_page_write_language (html, frame, FALSE);
  vouch_html_element (html, "button", say (frame, "home.submit"), NULL);
  vouch_html_close (html, "form");
}

/**
 * vouch_lookup_form_page_home:
 * @frame: the page's frame
 *
 * Makes the first page: a form for lot and code.
 *
 * Returns: (transfer full): the page
 */
GBytes *
vouch_lookup_form_page_home (const VouchLookupFrame *frame)
{
  VouchHtml *html = vouch_lookup_page_begin (frame, say (frame, "home.title"));

  vouch_html_element (html, "h1", say (frame, "home.title"), NULL);
  vouch_html_element (html, "p", say (frame, "home.intro"), NULL);
  vouch_lookup_form_page_write_search (html, frame);
  vouch_html_element (html, "p", say (frame, "home.where"), "class", "dim", NULL);
  return vouch_lookup_page_end (frame, html);
}

/**
 * vouch_lookup_form_page_malformed:
 * @frame: the page's frame
 *
 * Makes the one answer to every address that is none of ours.
 *
 * Returns: (transfer full): the page
 */
GBytes *
vouch_lookup_form_page_malformed (const VouchLookupFrame *frame)
{
  VouchHtml *html = vouch_lookup_page_begin (frame, say (frame, "malformed.title"));

  vouch_lookup_page_open_band (html, VOUCH_LOOKUP_LOOK_UNKNOWN, say (frame, "malformed.title"));
  vouch_html_element (html, "p", say (frame, "malformed.text"), NULL);
  vouch_lookup_page_close_band (html);
  vouch_lookup_form_page_write_search (html, frame);
  return vouch_lookup_page_end (frame, html);
}

static const char *
get_sent (const VouchLookupForm *sent, const char *field)
{
  return sent != NULL ? vouch_lookup_form_get (sent, field) : NULL;
}

static void
write_kinds (VouchHtml *html, const VouchLookupFrame *frame, const VouchLookupForm *sent)
{
  vouch_html_element (html, "label", say (frame, "report.kind"), "for", "kind", NULL);
  vouch_html_open (html, "select", "id", "kind", "name", "kind", NULL);
  for (gsize i = 0; vouch_lookup_problem_kinds[i] != NULL; i++)
    {
      const char *kind = vouch_lookup_problem_kinds[i];
      g_autofree char *key = g_strconcat ("report.kind.", kind, NULL);

      vouch_html_element (html, "option", say (frame, key), "value", kind, "selected",
                          g_strcmp0 (get_sent (sent, "kind"), kind) == 0 ? "selected" : NULL, NULL);
    }
  vouch_html_close (html, "select");
}

static void
write_contact (VouchHtml *html, const VouchLookupFrame *frame, const VouchLookupForm *sent)
{
  vouch_html_element (html, "label", say (frame, "report.contact"), "for", "contact", NULL);
  vouch_html_open (html, "input", "id", "contact", "name", "contact", "maxlength", "200", "autocomplete", "email",
                   "value", get_sent (sent, "contact"), "aria-describedby", "contact-hint", NULL);
  vouch_html_element (html, "p", say (frame, "report.contact.hint"), "class", "dim", "id", "contact-hint", NULL);
  vouch_html_element (html, "label", say (frame, "report.photo"), "for", "photo", NULL);
  vouch_html_open (html, "input", "type", "file", "id", "photo", "name", "photo", "accept", "image/jpeg,image/png",
                   "aria-describedby", "photo-hint", NULL);
  vouch_html_element (html, "p", say (frame, "report.photo.hint"), "class", "dim", "id", "photo-hint", NULL);
  vouch_html_open (html, "label", "class", "check", NULL);
  vouch_html_open (html, "input", "type", "checkbox", "name", "consent", "value", "yes", NULL);
  vouch_html_element (html, "span", say (frame, "report.consent"), NULL);
  vouch_html_close (html, "label");
}

/* A field that no person sees: programs that fill in forms fill it in too. */
void
vouch_lookup_form_page_write_trap (VouchHtml *html, const VouchLookupFrame *frame)
{
  vouch_html_open (html, "div", "class", "hp", "aria-hidden", "true", NULL);
  vouch_html_element (html, "label", say (frame, "report.website"), "for", "website", NULL);
  vouch_html_open (html, "input", "id", "website", "name", "website", "tabindex", "-1", "autocomplete", "off", NULL);
  vouch_html_close (html, "div");
}

static void
write_code (VouchHtml *html, const VouchLookupFrame *frame, const VouchLookupReportCode *code,
            const VouchLookupForm *sent)
{
  if (code->lot != NULL)
    {
      vouch_html_open (html, "input", "type", "hidden", "name", "lot", "value", code->lot, NULL);
      vouch_html_open (html, "input", "type", "hidden", "name", "serial", "value", code->serial, NULL);
      return;
    }
  vouch_html_element (html, "p", say (frame, "report.code"), NULL);
  vouch_lookup_form_page_write_entry (html, frame, "lot", "lot", NULL, get_sent (sent, "lot"), "30", FALSE);
  vouch_lookup_form_page_write_entry (html, frame, "serial", "serial", "home.serial.hint", get_sent (sent, "serial"),
                                      "40", FALSE);
}

/**
 * vouch_lookup_form_page_write_report:
 * @html: the writer
 * @frame: the page's frame
 * @code: what is filled in
 * @sent: (nullable): what was sent before and is to be corrected
 *
 * Writes the problem report's form.
 */
void
vouch_lookup_form_page_write_report (VouchHtml *html, const VouchLookupFrame *frame, const VouchLookupReportCode *code,
                                     const VouchLookupForm *sent)
{
  g_autofree char *hours = g_strdup_printf ("%d", (int)frame->policy->promised_hours);
  g_autofree char *intro = vouch_lookup_texts_fill (frame->texts, "report.intro", "hours", hours, NULL);

  vouch_html_open (html, "form", "action", "/report", "method", "post", "enctype",
                   frame->takes_contact ? "multipart/form-data" : NULL, NULL);
  vouch_html_element (html, "p", intro, NULL);
  write_code (html, frame, code, sent);
  write_kinds (html, frame, sent);
  vouch_html_element (html, "label", say (frame, "report.text"), "for", "text", NULL);
  vouch_html_element (html, "textarea", get_sent (sent, "text"), "id", "text", "name", "text", "maxlength", "2000",
                      "required", "required", "aria-describedby", "text-hint", NULL);
  vouch_html_element (html, "p", say (frame, "report.text.hint"), "class", "dim", "id", "text-hint", NULL);
  if (frame->takes_contact)
    write_contact (html, frame, sent);
  vouch_lookup_form_page_write_trap (html, frame);
  vouch_html_open (html, "input", "type", "hidden", "name", "key", "value", code->form_key, NULL);
  vouch_lookup_form_page_write_language (html, frame, TRUE);
  vouch_html_element (html, "button", say (frame, "report.submit"), NULL);
  vouch_html_close (html, "form");
}

/**
 * vouch_lookup_form_page_report:
 * @frame: the page's frame
 * @route: what is asked for, maybe with a lot and a serial
 * @sent: (nullable): what was sent before and is to be corrected
 * @wrong_field: (nullable): what has to be corrected
 *
 * Makes the page of the problem report.
 *
 * Returns: (transfer full): the page
 */
GBytes *
vouch_lookup_form_page_report (const VouchLookupFrame *frame, const VouchLookupRoute *route,
                               const VouchLookupForm *sent, const char *wrong_field)
{
  VouchHtml *html = vouch_lookup_page_begin (frame, say (frame, "report"));
  char form_key[VOUCH_LOOKUP_FORM_KEY_DIGITS + 1];
  const VouchLookupReportCode code = { *route->lot != '\0' ? route->lot : NULL, route->serial, form_key };

  vouch_lookup_form_key_make (form_key);
  vouch_html_element (html, "h1", say (frame, "report"), NULL);
  if (wrong_field != NULL)
    {
      g_autofree char *key = g_strconcat ("report.error.", wrong_field, NULL);

      vouch_html_open (html, "div", "class", "wrong", "role", "alert", NULL);
      vouch_html_element (html, "p", say (frame, "report.error"), NULL);
      vouch_html_element (html, "p", say (frame, key), NULL);
      vouch_html_close (html, "div");
    }
  vouch_html_open (html, "div", "class", "card", NULL);
  vouch_lookup_form_page_write_report (html, frame, &code, sent);
  vouch_html_close (html, "div");
  vouch_lookup_page_write_desk (html, frame);
  return vouch_lookup_page_end (frame, html);
}
