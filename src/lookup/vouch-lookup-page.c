#include "vouch-lookup-page.h"

#include "vouch-lookup-resources.h"

/* The program's own drawings: 24 × 24, drawn with the colour of the words beside them. */
#define DRAWING(shapes)                                                                                                \
  "<svg width=\"54\" height=\"54\" viewBox=\"0 0 24 24\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\" "    \
  "stroke-linecap=\"round\" "                                                                                          \
  "stroke-linejoin=\"round\" aria-hidden=\"true\" focusable=\"false\">" shapes "</svg>\n"

static const struct
{
  const char *class;
  const char *drawing;
} looks[] = {
  [VOUCH_LOOKUP_LOOK_GOOD] = { "band ok", DRAWING ("<path d=\"M12 2.5l7.5 3v6c0 4.8-3.1 8.4-7.5 10-4.4-1.6-7.5-5.2-"
                                                   "7.5-10v-6z\"/><path d=\"M8.2 12l2.7 2.8 5-5.4\"/>") },
  [VOUCH_LOOKUP_LOOK_AGAIN] = { "band note", DRAWING ("<path d=\"M12 2.5l7.5 3v6c0 4.8-3.1 8.4-7.5 10-4.4-1.6-7.5-5.2-"
                                                      "7.5-10v-6z\"/><path d=\"M12 7.8v4.4l2.8 1.8\"/>") },
  [VOUCH_LOOKUP_LOOK_LOT] = { "band note", DRAWING ("<path d=\"M12 2.8l8.5 4.6v9.2L12 21.2l-8.5-4.6V7.4z\"/>"
                                                    "<path d=\"M3.8 7.6L12 12l8.2-4.4M12 12v9M7.8 5.2l8.3 4.5\"/>") },
  [VOUCH_LOOKUP_LOOK_WARNING] = { "band warn", DRAWING ("<path d=\"M12 3L2.2 20.2h19.6z\"/><path d=\"M12 9.5v5M12 "
                                                        "17.4v.1\"/>") },
  [VOUCH_LOOKUP_LOOK_DANGER] = { "band bad", DRAWING ("<path d=\"M8 2.5h8L21.5 8v8L16 21.5H8L2.5 16V8z\"/>"
                                                      "<path d=\"M12 7v6.5M12 17v.1\"/>") },
  [VOUCH_LOOKUP_LOOK_UNKNOWN] = { "band warn", DRAWING ("<circle cx=\"12\" cy=\"12\" r=\"9.5\"/><path d=\"M9 9.3a3 3 0 "
                                                        "1 1 4.4 2.7c-1 .5-1.4 1.1-1.4 2.1M12 17.2v.1\"/>") },
  [VOUCH_LOOKUP_LOOK_STOPPED] = { "band off", DRAWING ("<circle cx=\"12\" cy=\"12\" r=\"9.5\"/>"
                                                       "<path d=\"M5.3 18.7L18.7 5.3\"/>") },
};

static const char mark[] =
    "<svg width=\"32\" height=\"32\" viewBox=\"0 0 24 24\" aria-hidden=\"true\" focusable=\"false\"><rect width=\"24\" "
    "height=\"24\" rx=\"6\" "
    "fill=\"#14663f\"/><path d=\"M6.5 12.4l3.9 4 7.1-8.6\" fill=\"none\" stroke=\"#fff\" stroke-width=\"2.6\" "
    "stroke-linecap=\"round\" stroke-linejoin=\"round\"/></svg>";

/**
 * vouch_lookup_page_get_style:
 * @name: a style sheet's file name among the program's resources
 *
 * Gets a style sheet.
 *
 * Returns: the style sheet, lent
 */
const char *
vouch_lookup_page_get_style (const char *name)
{
  g_autofree char *path = g_strconcat ("/app/vouch/Lookup/", name, NULL);
  g_autoptr (GBytes) style = g_resource_lookup_data (vouch_lookup_get_resource (), path, 0, NULL);

  g_assert (style != NULL);
  /* The data is part of the program, and stays when what refers to it goes. */
  return g_bytes_get_data (style, NULL);
}

/**
 * vouch_lookup_page_hash_style:
 * @name: a style sheet's file name among the program's resources
 *
 * Finds the hash by which a content security policy allows a page its one style sheet, and nothing else.
 *
 * Returns: (transfer full): SHA-256 in base 64
 */
char *
vouch_lookup_page_hash_style (const char *name)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;

  g_checksum_update (checksum, (const guchar *)vouch_lookup_page_get_style (name), -1);
  g_checksum_get_digest (checksum, digest, &length);
  return g_base64_encode (digest, length);
}

/**
 * vouch_lookup_page_file:
 * @language: a language
 *
 * Gets the name of a page's file in a static export; each page is in a folder of its own.
 *
 * Returns: the name
 */
const char *
vouch_lookup_page_file (VouchLookupLanguage language)
{
  return language == VOUCH_LOOKUP_CHINESE ? "index.html" : "en.html";
}

/**
 * vouch_lookup_page_link:
 * @frame: the page's frame
 * @format: printf() format of a path of ours
 * @...: its arguments, which hold nothing that a URL would have to escape
 *
 * Writes a link to another page of ours, in the language chosen.
 *
 * Returns: (transfer full): the link
 */
char *
vouch_lookup_page_link (const VouchLookupFrame *frame, const char *format, ...)
{
  g_autofree char *path = NULL;
  va_list arguments;

  va_start (arguments, format);
  path = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (frame->root != NULL)
    return g_strconcat (frame->root, path + 1, path[1] != '\0' ? "/" : "",
                        vouch_lookup_page_file (vouch_lookup_texts_get_language (frame->texts)), NULL);
  if (!frame->language_is_chosen)
    return g_steal_pointer (&path);
  return g_strdup_printf ("%s%slang=%s", path, strchr (path, '?') != NULL ? "&" : "?",
                          vouch_lookup_texts_get (frame->texts, "lang"));
}

static void
write_head (VouchHtml *html, const VouchLookupTexts *texts, const char *title)
{
  g_autofree char *full_title = g_strdup_printf ("%s · %s", title, vouch_lookup_texts_get (texts, "brand"));

  vouch_html_open (html, "head", NULL);
  vouch_html_open (html, "meta", "charset", "utf-8", NULL);
  vouch_html_open (html, "meta", "name", "viewport", "content", "width=device-width,initial-scale=1", NULL);
  vouch_html_open (html, "meta", "name", "color-scheme", "content", "light dark", NULL);
  /* Telephone numbers are where the page says so, not in codes that look like some. */
  vouch_html_open (html, "meta", "name", "format-detection", "content", "telephone=no", NULL);
  vouch_html_element (html, "title", full_title, NULL);
  vouch_html_open (html, "style", NULL);
  vouch_html_own (html, vouch_lookup_page_get_style ("style.css"));
  vouch_html_close (html, "style");
  vouch_html_close (html, "head");
}

static void
write_header (VouchHtml *html, const VouchLookupFrame *frame)
{
  g_autofree char *home = vouch_lookup_page_link (frame, "/");
  const char *other = vouch_lookup_texts_get (frame->texts, "switch.lang");
  gboolean is_chinese = vouch_lookup_texts_get_language (frame->texts) == VOUCH_LOOKUP_CHINESE;
  g_autofree char *other_link =
      frame->root != NULL ? g_strdup (vouch_lookup_page_file (is_chinese ? VOUCH_LOOKUP_ENGLISH : VOUCH_LOOKUP_CHINESE))
                          : g_strconcat ("?lang=", other, NULL);

  vouch_html_element (html, "a", vouch_lookup_texts_get (frame->texts, "skip"), "class", "skip", "href", "#main", NULL);
  vouch_html_open (html, "header", NULL);
  vouch_html_open (html, "a", "class", "brand", "href", home, NULL);
  vouch_html_own (html, mark);
  vouch_html_open (html, "span", NULL);
  vouch_html_element (html, "b", vouch_lookup_texts_get (frame->texts, "brand"), NULL);
  vouch_html_element (html, "span", vouch_lookup_texts_get (frame->texts, "brand.sub"), "class", "sub", NULL);
  vouch_html_close (html, "span");
  vouch_html_close (html, "a");
  vouch_html_element (html, "a", vouch_lookup_texts_get (frame->texts, "switch"), "class", "lang", "href", other_link,
                      "hreflang", other, "lang", other, NULL);
  vouch_html_close (html, "header");
}

/**
 * vouch_lookup_page_begin:
 * @frame: the page's frame
 * @title: the page's title
 *
 * Begins a page, up to where its content goes.
 *
 * Returns: (transfer full): the writer
 */
VouchHtml *
vouch_lookup_page_begin (const VouchLookupFrame *frame, const char *title)
{
  VouchHtml *html = vouch_html_new ();

  vouch_html_doctype (html);
  vouch_html_open (html, "html", "lang", vouch_lookup_texts_get (frame->texts, "lang"), NULL);
  write_head (html, frame->texts, title);
  vouch_html_open (html, "body", NULL);
  write_header (html, frame);
  vouch_html_open (html, "main", "id", "main", NULL);
  return html;
}

/**
 * vouch_lookup_page_end:
 * @frame: the page's frame
 * @html: (transfer full): the writer
 *
 * Ends a page.
 *
 * Returns: (transfer full): the page
 */
GBytes *
vouch_lookup_page_end (const VouchLookupFrame *frame, VouchHtml *html)
{
  g_autoptr (VouchHtml) ended = html;
  g_autofree char *home = vouch_lookup_page_link (frame, "/");
  g_autofree char *cases = vouch_lookup_page_link (frame, "/case");

  vouch_html_close (html, "main");
  vouch_html_open (html, "footer", NULL);
  vouch_html_element (html, "a", vouch_lookup_texts_get (frame->texts, "foot.home"), "href", home, NULL);
  if (frame->root == NULL)
    {
      vouch_html_text (html, " ");
      vouch_html_element (html, "a", vouch_lookup_texts_get (frame->texts, "foot.case"), "href", cases, NULL);
    }
  vouch_html_element (html, "p", vouch_lookup_texts_get (frame->texts, "foot.privacy"), NULL);
  vouch_html_close (html, "footer");
  vouch_html_close (html, "body");
  vouch_html_close (html, "html");
  return vouch_html_end (html);
}

/**
 * vouch_lookup_page_open_band:
 * @html: the writer
 * @look: how it looks
 * @title: the page's one heading of the first level
 *
 * Opens the band that says the result; what follows stands under the title.
 */
void
vouch_lookup_page_open_band (VouchHtml *html, VouchLookupLook look, const char *title)
{
  vouch_html_open (html, "div", "class", looks[look].class, NULL);
  vouch_html_open (html, "div", "class", "say", NULL);
  vouch_html_own (html, looks[look].drawing);
  vouch_html_element (html, "h1", title, NULL);
  vouch_html_close (html, "div");
}

/**
 * vouch_lookup_page_close_band:
 * @html: the writer
 *
 * Closes the band.
 */
void
vouch_lookup_page_close_band (VouchHtml *html)
{
  vouch_html_close (html, "div");
}

/**
 * vouch_lookup_page_notice:
 * @frame: the page's frame
 * @look: how it looks
 * @key: of the texts `key.title` and `key.text`
 *
 * Makes a page that says one thing.
 *
 * Returns: (transfer full): the page
 */
GBytes *
vouch_lookup_page_notice (const VouchLookupFrame *frame, VouchLookupLook look, const char *key)
{
  g_autofree char *title_key = g_strconcat (key, ".title", NULL);
  g_autofree char *text_key = g_strconcat (key, ".text", NULL);
  const char *title = vouch_lookup_texts_get (frame->texts, title_key);
  VouchHtml *html = vouch_lookup_page_begin (frame, title);

  vouch_lookup_page_open_band (html, look, title);
  vouch_html_element (html, "p", vouch_lookup_texts_get (frame->texts, text_key), NULL);
  vouch_lookup_page_close_band (html);
  return vouch_lookup_page_end (frame, html);
}

/**
 * vouch_lookup_page_write_desk:
 * @html: the writer
 * @frame: the page's frame
 *
 * Says how to reach the service desk, where its station publishes that.
 */
void
vouch_lookup_page_write_desk (VouchHtml *html, const VouchLookupFrame *frame)
{
  const char *contact = frame->policy->contacts[vouch_lookup_texts_get_language (frame->texts)];
  g_autofree char *line = NULL;

  if (contact == NULL)
    return;
  line = g_strconcat (vouch_lookup_texts_get (frame->texts, "desk"), vouch_lookup_texts_get (frame->texts, "separator"),
                      contact, NULL);
  vouch_html_element (html, "p", line, NULL);
}
