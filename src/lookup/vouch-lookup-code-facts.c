#include "vouch-lookup-code-facts.h"

static const char *
say (const VouchLookupFrame *frame, const char *key)
{
  return vouch_lookup_texts_get (frame->texts, key);
}

/**
 * vouch_lookup_code_facts_choose:
 * @frame: the page's frame
 * @en: (nullable): a text in English
 * @zh: (nullable): the same in Chinese
 *
 * Chooses by the page's language. A record carries both; where one is missing the other is better than nothing.
 *
 * Returns: (nullable): the text, lent
 */
const char *
vouch_lookup_code_facts_choose (const VouchLookupFrame *frame, const char *en, const char *zh)
{
  if (vouch_lookup_texts_get_language (frame->texts) == VOUCH_LOOKUP_CHINESE)
    return zh != NULL ? zh : en;
  return en != NULL ? en : zh;
}

static void
write_row (VouchHtml *html, const VouchLookupFrame *frame, const char *key, const char *value, const char *class)
{
  if (value == NULL || *value == '\0')
    return;
  vouch_html_element (html, "dt", say (frame, key), NULL);
  vouch_html_element (html, "dd", value, "class", class, NULL);
}

static void
write_date_row (VouchHtml *html, const VouchLookupFrame *frame, const char *key, VouchDate date)
{
  g_autofree char *text = date != VOUCH_DATE_NONE ? vouch_lookup_texts_date (frame->texts, date) : NULL;

  write_row (html, frame, key, text, NULL);
}

/**
 * vouch_lookup_code_facts_write_goods:
 * @html: the writer
 * @frame: the page's frame
 * @answer: what is known
 *
 * Writes what the goods are.
 */
void
vouch_lookup_code_facts_write_goods (VouchHtml *html, const VouchLookupFrame *frame, const VouchLookupAnswer *answer)
{
  const VouchPublicRecord *record = answer->lot->record;
  const char *name = vouch_lookup_code_facts_choose (frame, record->product_name_en, record->product_name_zh);
  const char *serial =
      answer->subject > VOUCH_LOOKUP_SUBJECT_LOT ? vouch_lookup_mould_marker (VOUCH_LOOKUP_WORD_GROUPED_SERIAL) : NULL;
  gboolean is_product = answer->subject == VOUCH_LOOKUP_SUBJECT_PRODUCT;

  vouch_html_open (html, "section", NULL);
  vouch_html_element (html, "h2", name != NULL ? name : say (frame, "product"), "class", "name", NULL);
  vouch_html_open (html, "dl", NULL);
  write_row (html, frame, "brand_name", record->brand, NULL);
  write_row (html, frame, "spec", record->spec, NULL);
  write_row (html, frame, "maker", record->maker, NULL);
  write_row (html, frame, "origin", record->origin, NULL);
  if (!is_product)
    {
      write_date_row (html, frame, "expiry", record->expiry);
      write_row (html, frame, "lot", record->lot, "code");
    }
  write_row (html, frame, "serial", serial, "code");
  write_row (html, frame, "gtin", record->gtin, "code");
  vouch_html_close (html, "dl");
  vouch_html_close (html, "section");
}

static void
write_sample_rows (VouchHtml *html, const VouchLookupFrame *frame, const VouchPublicRecord *record)
{
  g_autofree char *n = g_strdup_printf ("%" G_GINT64_FORMAT, record->sample_size);
  g_autofree char *size = g_strdup_printf ("%" G_GINT64_FORMAT, record->lot_size);
  g_autofree char *d = g_strdup_printf ("%" G_GINT64_FORMAT, record->nonconforming);
  g_autofree char *ac = g_strdup_printf ("%" G_GINT64_FORMAT, record->ac);
  g_autofree char *sample = vouch_lookup_texts_fill (
      frame->texts, record->lot_size > 0 ? "sample.value" : "sample.value.nosize", "n", n, "size", size, NULL);
  g_autofree char *found = vouch_lookup_texts_fill (frame->texts, "found.value", "d", d, "ac", ac, NULL);

  if (record->sample_size <= 0)
    return;
  write_row (html, frame, "sample", sample, NULL);
  write_row (html, frame, "found", found, NULL);
}

static void
write_step (VouchHtml *html, const VouchLookupFrame *frame, const char *key, VouchDate date)
{
  g_autofree char *text = date != VOUCH_DATE_NONE ? vouch_lookup_texts_date (frame->texts, date) : NULL;

  if (text == NULL)
    return;
  vouch_html_open (html, "li", NULL);
  vouch_html_text (html, say (frame, key));
  vouch_html_element (html, "span", text, NULL);
  vouch_html_close (html, "li");
}

static VouchDate
date_of (const VouchPublicRecord *record, gint64 time_us)
{
  return time_us != 0 ? vouch_date_from_time (time_us, (int)record->utc_offset_s) : VOUCH_DATE_NONE;
}

/* The goods' way, from the maker to the shelf. */
static void
write_steps (VouchHtml *html, const VouchLookupFrame *frame, const VouchPublicRecord *record)
{
  if (record->produced == VOUCH_DATE_NONE && record->received_at == 0 && record->inspected_at == 0 &&
      record->released_at == 0)
    return;
  vouch_html_open (html, "ol", "class", "steps", NULL);
  write_step (html, frame, "produced", record->produced);
  write_step (html, frame, "received", date_of (record, record->received_at));
  write_step (html, frame, "inspected", date_of (record, record->inspected_at));
  write_step (html, frame, "released", date_of (record, record->released_at));
  vouch_html_close (html, "ol");
}

static void
write_recall_state (VouchHtml *html, const VouchLookupFrame *frame, const VouchLookupAnswer *answer)
{
  g_autofree char *date = vouch_lookup_texts_date (frame->texts, frame->today);
  g_autofree char *text = vouch_lookup_texts_fill (
      frame->texts, answer->state == VOUCH_LOOKUP_STATE_RECALLED ? "recall.on" : "recall.none", "date", date, NULL);

  write_row (html, frame, "recall.state", text, NULL);
}

/* A standard's name as people know it; records carry its id, and an id that is not known here is shown as it is. */
static const char *
name_standard (const char *id)
{
  return g_strcmp0 (id, "iso2859-1:1999") == 0 ? "GB/T 2828.1-2012 (ISO 2859-1:1999)" : id;
}

/**
 * vouch_lookup_code_facts_write_inspection:
 * @html: the writer
 * @frame: the page's frame
 * @answer: what is known
 *
 * Writes how the goods were checked, and their way from the maker to the shelf.
 */
void
vouch_lookup_code_facts_write_inspection (VouchHtml *html, const VouchLookupFrame *frame,
                                          const VouchLookupAnswer *answer)
{
  const VouchPublicRecord *record = answer->lot->record;
  g_autofree char *verdict_key =
      g_strconcat ("verdict.", vouch_enum_get_name (&vouch_public_verdicts, record->verdict), NULL);

  vouch_html_open (html, "section", NULL);
  vouch_html_element (html, "h2", say (frame, "inspection"), NULL);
  vouch_html_open (html, "dl", NULL);
  write_row (html, frame, "verdict", say (frame, verdict_key), NULL);
  write_sample_rows (html, frame, record);
  write_row (html, frame, "standard", name_standard (record->standard), NULL);
  write_recall_state (html, frame, answer);
  vouch_html_close (html, "dl");
  write_steps (html, frame, record);
  vouch_html_close (html, "section");
}
