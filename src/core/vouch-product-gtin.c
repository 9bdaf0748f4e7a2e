#include "vouch-product-gtin.h"

static const VouchField fields[] = {
  VOUCH_FIELD (VouchProductGtin, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchProductGtin, product_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchProductGtin, gtin, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchProductGtin, numerator, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchProductGtin, denominator, NUMBER, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchProductGtin, vouch_product_gtin, "product_gtin", fields)
