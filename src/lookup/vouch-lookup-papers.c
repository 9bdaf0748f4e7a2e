#include "vouch-lookup-papers.h"

#include "vouch-hex.h"

static const char *
say (const VouchLookupFrame *frame, const char *key)
{
  return vouch_lookup_texts_get (frame->texts, key);
}

static void
write_hash (VouchHtml *html, GBytes *sha256)
{
  g_autofree char *hex = vouch_hex_write (g_bytes_get_data (sha256, NULL), g_bytes_get_size (sha256));

  vouch_html_open (html, "p", NULL);
  vouch_html_text (html, "SHA-256 ");
  vouch_html_element (html, "code", hex, "class", "code", NULL);
  vouch_html_close (html, "p");
}

static void
write_report (VouchHtml *html, const VouchLookupFrame *frame, const VouchPublicRecord *record)
{
  g_autofree char *kilobytes = g_strdup_printf ("%" G_GINT64_FORMAT, (record->report_size + 1023) / 1024);
  g_autofree char *label = vouch_lookup_texts_fill (frame->texts, "report.size", "kb", kilobytes, NULL);
  g_autofree char *hex =
      vouch_hex_write (g_bytes_get_data (record->report_sha256, NULL), g_bytes_get_size (record->report_sha256));
  g_autofree char *address =
      frame->root != NULL ? g_strdup_printf ("%s.pdf", hex) : g_strdup_printf ("/t/%s/%s.pdf", record->lot, hex);

  vouch_html_open (html, "section", NULL);
  vouch_html_element (html, "h2", say (frame, "report.title"), NULL);
  vouch_html_open (html, "p", NULL);
  vouch_html_element (html, "a", label, "href", address, NULL);
  vouch_html_close (html, "p");
  write_hash (html, record->report_sha256);
  vouch_html_close (html, "section");
}

/* A kind that this program does not know is another paper. */
static const char *
say_kind (const VouchLookupFrame *frame, const char *kind)
{
  static const char *const kinds[][2] = {
    { "analysis", "certificate.analysis" },       { "conformity", "certificate.conformity" },
    { "origin", "certificate.origin" },           { "quarantine", "certificate.quarantine" },
    { "test_report", "certificate.test_report" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i][0], kind))
      return say (frame, kinds[i][1]);
  return say (frame, "certificate.other");
}

static void
write_certificate (VouchHtml *html, const VouchLookupFrame *frame, const VouchPublicCertificate *certificate)
{
  g_autofree char *issued =
      certificate->issued != VOUCH_DATE_NONE ? vouch_lookup_texts_date (frame->texts, certificate->issued) : NULL;

  vouch_html_open (html, "li", NULL);
  vouch_html_element (html, "b", say_kind (frame, certificate->kind), NULL);
  vouch_html_text (html, " ");
  vouch_html_element (html, "span", certificate->number, "class", "code", NULL);
  vouch_html_open (html, "p", NULL);
  vouch_html_text (html, certificate->issuer);
  if (issued != NULL)
    {
      vouch_html_text (html, " · ");
      vouch_html_text (html, issued);
    }
  vouch_html_close (html, "p");
  write_hash (html, certificate->sha256);
  vouch_html_close (html, "li");
}

/**
 * vouch_lookup_papers_write:
 * @html: the writer
 * @frame: the page's frame
 * @record: a lot's public record
 *
 * Writes the report that can be loaded and the certificates, each with its hash. Where there are none, nothing is said.
 */
void
vouch_lookup_papers_write (VouchHtml *html, const VouchLookupFrame *frame, const VouchPublicRecord *record)
{
  if (record->report_sha256 != NULL)
    write_report (html, frame, record);
  if (record->certificates->len == 0)
    return;
  vouch_html_open (html, "section", NULL);
  vouch_html_element (html, "h2", say (frame, "certificates"), NULL);
  vouch_html_element (html, "p", say (frame, "certificates.compare"), NULL);
  vouch_html_open (html, "ul", NULL);
  for (guint i = 0; i < record->certificates->len; i++)
    write_certificate (html, frame, g_ptr_array_index (record->certificates, i));
  vouch_html_close (html, "ul");
  vouch_html_close (html, "section");
}
