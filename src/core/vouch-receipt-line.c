#include "vouch-receipt-line.h"

static const VouchField fields[] = {
  VOUCH_FIELD (VouchReceiptLine, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchReceiptLine, receipt_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchReceiptLine, delivery_line_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchReceiptLine, position, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchReceiptLine, product_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_QUANTITY (VouchReceiptLine, declared, unit, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_QUANTITY (VouchReceiptLine, counted, unit, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_QUANTITY (VouchReceiptLine, damaged, unit, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchReceiptLine, unit, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchReceiptLine, is_closed, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchReceiptLine, recount, NUMBER, VOUCH_FIELD_ADDED),
  VOUCH_FIELD (VouchReceiptLine, standing, NUMBER, VOUCH_FIELD_ADDED),
};

VOUCH_DEFINE_RECORD (VouchReceiptLine, vouch_receipt_line, "receipt_line", fields)
