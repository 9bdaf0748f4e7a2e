#pragma once

#include "vouch-lookup-lot.h"
#include "vouch-lookup-page.h"

G_BEGIN_DECLS

/**
 * VouchLookupProduct:
 * @newest: the lot that describes the product
 * @released: (element-type VouchLookupLot): released lots, the newest first
 * @recalled: (element-type VouchLookupLot): recalled lots, the newest first
 *
 * What the public may know of a product. Lots on hold, taken back or never released are not in it.
 */
typedef struct
{
  const VouchLookupLot *newest;
  const GPtrArray *released;
  const GPtrArray *recalled;
} VouchLookupProduct;

GBytes *
vouch_lookup_product_page (const VouchLookupFrame *frame, const VouchLookupProduct *product) G_GNUC_WARN_UNUSED_RESULT;

GBytes *vouch_lookup_product_index (const VouchLookupFrame *frame, const GPtrArray *products,
                                    const GPtrArray *lots) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
