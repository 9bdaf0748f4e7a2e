#define G_LOG_DOMAIN "vouch-lookup"

#include "vouch-lookup-public-private.h"

#define RELEASED_MAX 10
#define RECALLED_MAX 50

static void
answer_known (const VouchLookupAsked *asked, const VouchLookupProduct *product)
{
  const VouchLookupAnswer answer = { VOUCH_LOOKUP_STATE_GENUINE, product->newest, VOUCH_LOOKUP_SUBJECT_PRODUCT };
  gboolean is_recalled = product->recalled->len > 0;
  VouchLookupFrame frame;

  if (asked->route.link_type > VOUCH_LOOKUP_LINK_DEFAULT)
    vouch_lookup_public_reply_link (asked, &answer);
  else if (vouch_lookup_public_format (asked) != VOUCH_LOOKUP_FORMAT_HTML)
    vouch_lookup_public_reply_product_data (asked, product);
  else
    {
      frame = vouch_lookup_public_frame (asked);
      vouch_lookup_public_reply_fresh (asked, is_recalled ? VOUCH_LOOKUP_STATE_RECALLED : VOUCH_LOOKUP_STATE_GENUINE,
                                       VOUCH_LOOKUP_FORMAT_HTML, vouch_lookup_product_page (&frame, product));
    }
}

/**
 * vouch_lookup_public_answer_product:
 * @asked: a request for a product, within its address's rations
 *
 * Answers what is known of a product: of lots that are released or recalled. One without such lots is unknown, in the
 * same bytes as any other code.
 */
void
vouch_lookup_public_answer_product (const VouchLookupAsked *asked)
{
  VouchLookupLots *lots = asked->self->lots;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) recalled =
      vouch_lookup_lots_list_of_product (lots, asked->route.gtin, VOUCH_PUBLIC_STATUS_RECALLED, RECALLED_MAX, &error);
  g_autoptr (GPtrArray) released =
      recalled != NULL ? vouch_lookup_lots_list_of_product (lots, asked->route.gtin, VOUCH_PUBLIC_STATUS_RELEASED,
                                                            RELEASED_MAX, &error)
                       : NULL;
  VouchLookupProduct product = { .released = released, .recalled = recalled };

  if (released == NULL)
    {
      g_message ("A product could not be read: %s", error->message);
      vouch_lookup_public_reply_sorry (asked);
      return;
    }
  if (released->len > 0)
    product.newest = g_ptr_array_index (released, 0);
  else if (recalled->len > 0)
    product.newest = g_ptr_array_index (recalled, 0);
  if (product.newest == NULL)
    vouch_lookup_public_reply_unknown (asked);
  else
    answer_known (asked, &product);
}
