#include "vouch-delivery-line.h"

static const VouchField fields[] = {
  VOUCH_FIELD (VouchDeliveryLine, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeliveryLine, delivery_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeliveryLine, position, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeliveryLine, product_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_QUANTITY (VouchDeliveryLine, ordered, unit, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_QUANTITY (VouchDeliveryLine, declared, unit, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchDeliveryLine, unit, TEXT, VOUCH_FIELD_REQUIRED),
};

VOUCH_DEFINE_RECORD (VouchDeliveryLine, vouch_delivery_line, "delivery_line", fields)
