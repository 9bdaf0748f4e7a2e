#include "vouch-lot.h"

static const char *const lot_status_names[] = { "pending",  "quarantined", "released", "concession", "rejected",
                                                "recalled", "expired",     "consumed", NULL };
const VouchEnum vouch_lot_status_values = { lot_status_names };

static const char *const hold_gate_names[] = { "none", "count_corrected", "expired", "shelf_life", NULL };
const VouchEnum vouch_hold_gate_values = { hold_gate_names };

static const VouchField fields[] = {
  VOUCH_FIELD (VouchLot, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchLot, number, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchLot, product_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchLot, supplier_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchLot, receipt_line_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchLot, supplier_lot, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchLot, produced, DATE, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchLot, expiry, DATE, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchLot, status, vouch_lot_status_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_QUANTITY (VouchLot, received, unit, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_QUANTITY (VouchLot, accepted, unit, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_QUANTITY (VouchLot, rejected, unit, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_QUANTITY (VouchLot, held, unit, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_QUANTITY (VouchLot, used, unit, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchLot, unit, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchLot, hold_reason, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchLot, hold_gate, vouch_hold_gate_values, VOUCH_FIELD_ADDED),
};

VOUCH_DEFINE_RECORD (VouchLot, vouch_lot, "lot", fields)

/**
 * vouch_lot_is_released:
 * @self: a lot
 *
 * Returns: whether goods of the lot may leave: they were accepted, within their plan or by concession
 */
gboolean
vouch_lot_is_released (const VouchLot *self)
{
  return self->status == VOUCH_LOT_STATUS_RELEASED || self->status == VOUCH_LOT_STATUS_CONCESSION;
}
