#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchProductGtin:
 *
 * A GTIN of a product and how many base units one trade item of it holds.
 */
typedef struct
{
  gint64 id;
  gint64 product_id;
  char *gtin;       /* 14 digits */
  gint64 numerator; /* base units in one trade item, a fraction */
  gint64 denominator;
} VouchProductGtin;

VOUCH_DECLARE_RECORD (VouchProductGtin, vouch_product_gtin)

G_END_DECLS
