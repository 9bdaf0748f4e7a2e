#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchReceiptLine:
 *
 * What came of one product. Counts are sums over lot_count.
 */
typedef struct
{
  gint64 id;
  gint64 receipt_id;
  gint64 delivery_line_id; /* NULL: not announced */
  gint64 position;
  gint64 product_id;
  gint64 declared;
  gint64 counted;
  gint64 damaged; /* part of counted */
  char *unit;
  gboolean is_closed; /* the count is confirmed */
  gint64 recount;     /* the count under way: 0 the first, then the recounts by other persons */
  gint64 standing;    /* the count that counted and damaged are taken from */
} VouchReceiptLine;

VOUCH_DECLARE_RECORD (VouchReceiptLine, vouch_receipt_line)

G_END_DECLS
