#pragma once

#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchLotStatus:
 *
 * What may be done with the goods. Pending and quarantined goods are both blocked.
 */
typedef enum
{
  VOUCH_LOT_STATUS_PENDING,
  VOUCH_LOT_STATUS_QUARANTINED,
  VOUCH_LOT_STATUS_RELEASED,
  VOUCH_LOT_STATUS_CONCESSION,
  VOUCH_LOT_STATUS_REJECTED,
  VOUCH_LOT_STATUS_RECALLED,
  VOUCH_LOT_STATUS_EXPIRED,
  VOUCH_LOT_STATUS_CONSUMED,
} VouchLotStatus;

extern const VouchEnum vouch_lot_status_values;

/**
 * VouchHoldGate:
 * @VOUCH_HOLD_GATE_NONE: no rule of ours holds the lot; if anybody does, the reason is in words
 * @VOUCH_HOLD_GATE_COUNT_CORRECTED: the count was corrected after the sample was drawn
 * @VOUCH_HOLD_GATE_EXPIRED: the goods are expired
 * @VOUCH_HOLD_GATE_SHELF_LIFE: too little of the shelf life remains
 *
 * The gate that closed behind goods which nobody put on hold.
 */
typedef enum
{
  VOUCH_HOLD_GATE_NONE,
  VOUCH_HOLD_GATE_COUNT_CORRECTED,
  VOUCH_HOLD_GATE_EXPIRED,
  VOUCH_HOLD_GATE_SHELF_LIFE,
} VouchHoldGate;

extern const VouchEnum vouch_hold_gate_values;

/**
 * VouchLot:
 *
 * Goods of one product and supplier's lot that came in one receipt. accepted + rejected + held + used = received,
 * always.
 */
typedef struct
{
  gint64 id;
  char *number; /* ours: at most 20 of 0-9A-Z- */
  gint64 product_id;
  gint64 supplier_id;
  gint64 receipt_line_id;
  char *supplier_lot;
  VouchDate produced;
  VouchDate expiry;
  VouchLotStatus status;
  gint64 received;
  gint64 accepted;
  gint64 rejected;
  gint64 held;
  gint64 used; /* used up in testing */
  char *unit;
  char *hold_reason; /* why it was held, if it ever was, in somebody's words */
  VouchHoldGate hold_gate;
} VouchLot;

VOUCH_DECLARE_RECORD (VouchLot, vouch_lot)

gboolean vouch_lot_is_released (const VouchLot *self);

G_END_DECLS
