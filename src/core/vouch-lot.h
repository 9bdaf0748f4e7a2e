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
  char *hold_reason; /* why it was held, if it ever was */
} VouchLot;

VOUCH_DECLARE_RECORD (VouchLot, vouch_lot)

gboolean vouch_lot_is_released (const VouchLot *self);

G_END_DECLS
