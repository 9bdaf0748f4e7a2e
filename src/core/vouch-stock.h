#pragma once

#include "vouch-lot.h"
#include "vouch-record.h"

G_BEGIN_DECLS

/**
 * VouchLocation:
 *
 * The kinds of places.
 */
typedef enum
{
  VOUCH_LOCATION_RECEIVING,
  VOUCH_LOCATION_QUARANTINE,
  VOUCH_LOCATION_STOCK,
  VOUCH_LOCATION_REJECT,
  VOUCH_LOCATION_RETURN,
} VouchLocation;

extern const VouchEnum vouch_location_values;

/**
 * VouchStock:
 *
 * How much of a lot is where, and in which status. Never negative.
 */
typedef struct
{
  gint64 id;
  gint64 lot_id;
  VouchLotStatus status;
  VouchLocation location;
  gint64 quantity;
  char *unit;
} VouchStock;

VOUCH_DECLARE_RECORD (VouchStock, vouch_stock)

G_END_DECLS
