#include "vouch-lookup-product-page.h"

#include "vouch-lookup-code-facts.h"

static const char *
say (const VouchLookupFrame *frame, const char *key)
{
  return vouch_lookup_texts_get (frame->texts, key);
}

static void
write_band (VouchHtml *html, const VouchLookupFrame *frame, const VouchLookupProduct *product)
{
  gboolean is_recalled = product->recalled->len > 0;

  vouch_lookup_page_open_band (html, is_recalled ? VOUCH_LOOKUP_LOOK_DANGER : VOUCH_LOOKUP_LOOK_LOT,
                               say (frame, is_recalled ? "product.recalled.title" : "product.title"));
  if (is_recalled)
    vouch_html_element (html, "p", say (frame, "product.recalled.text"), "class", "big", NULL);
  vouch_html_element (html, "p", say (frame, "product.text"), NULL);
  vouch_lookup_page_close_band (html);
}

static void
write_lots (VouchHtml *html, const VouchLookupFrame *frame, const char *key, const GPtrArray *lots)
{
  if (lots->len == 0)
    return;
  vouch_html_open (html, "section", NULL);
  vouch_html_element (html, "h2", say (frame, key), NULL);
  vouch_html_open (html, "ul", "class", "links", NULL);
  for (guint i = 0; i < lots->len; i++)
    {
      const VouchLookupLot *lot = g_ptr_array_index (lots, i);
      g_autofree char *link = vouch_lookup_page_link (frame, "/t/%s", lot->record->lot);
      g_autofree char *text = vouch_lookup_texts_fill (frame->texts, "product.lot", "lot", lot->record->lot, NULL);

      vouch_html_open (html, "li", NULL);
      vouch_html_element (html, "a", text, "href", link, NULL);
      vouch_html_close (html, "li");
    }
  vouch_html_close (html, "ul");
  vouch_html_close (html, "section");
}

/**
 * vouch_lookup_product_index:
 * @frame: the page's frame, of a static export
 * @products: (element-type utf8): their GTINs
 * @lots: (element-type VouchLookupLot): the lots that there are pages of
 *
 * Makes the first page of a static export.
 *
 * Returns: (transfer full): the page
 */
GBytes *
vouch_lookup_product_index (const VouchLookupFrame *frame, const GPtrArray *products, const GPtrArray *lots)
{
  VouchHtml *html = vouch_lookup_page_begin (frame, say (frame, "home.title"));

  vouch_html_element (html, "h1", say (frame, "home.title"), NULL);
  vouch_html_open (html, "section", NULL);
  vouch_html_element (html, "h2", say (frame, "product"), NULL);
  vouch_html_open (html, "ul", "class", "links", NULL);
  for (guint i = 0; i < products->len; i++)
    {
      g_autofree char *link = vouch_lookup_page_link (frame, "/01/%s", (char *)g_ptr_array_index (products, i));

      vouch_html_open (html, "li", NULL);
      vouch_html_element (html, "a", g_ptr_array_index (products, i), "href", link, NULL);
      vouch_html_close (html, "li");
    }
  vouch_html_close (html, "ul");
  vouch_html_close (html, "section");
  write_lots (html, frame, "index.lots", lots);
  return vouch_lookup_page_end (frame, html);
}

/**
 * vouch_lookup_product_page:
 * @frame: the page's frame
 * @product: what is known
 *
 * Makes a product's page: its recalled lots before all, what the newest lot says of the product, and the lots that
 * are released.
 *
 * Returns: (transfer full): the page
 */
GBytes *
vouch_lookup_product_page (const VouchLookupFrame *frame, const VouchLookupProduct *product)
{
  const VouchPublicRecord *record = product->newest->record;
  const VouchLookupAnswer answer = { VOUCH_LOOKUP_STATE_GENUINE, product->newest, VOUCH_LOOKUP_SUBJECT_PRODUCT };
  const char *name = vouch_lookup_code_facts_choose (frame, record->product_name_en, record->product_name_zh);
  g_autofree char *link =
      frame->root != NULL ? g_strdup ("linkset.json") : g_strdup_printf ("/01/%s?linkType=all", record->gtin);
  VouchHtml *html = vouch_lookup_page_begin (frame, name != NULL ? name : say (frame, "product"));

  write_band (html, frame, product);
  write_lots (html, frame, "product.recalled", product->recalled);
  vouch_lookup_code_facts_write_goods (html, frame, &answer);
  write_lots (html, frame, "product.lots", product->released);
  vouch_html_open (html, "p", "class", "more", NULL);
  vouch_html_element (html, "a", say (frame, "machines"), "rel", "linkset", "type", "application/linkset+json", "href",
                      link, NULL);
  vouch_html_close (html, "p");
  return vouch_lookup_page_end (frame, html);
}
