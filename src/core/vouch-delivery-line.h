#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchDeliveryLine:
 *
 * One product of an expected delivery.
 */
typedef struct
{
  gint64 id;
  gint64 delivery_id;
  gint64 position;
  gint64 product_id;
  gint64 ordered;
  gint64 declared;
  char *unit;
} VouchDeliveryLine;

VOUCH_DECLARE_RECORD (VouchDeliveryLine, vouch_delivery_line)

G_END_DECLS
