#include "vouch-stock.h"

static const char *const location_names[] = { "receiving", "quarantine", "stock", "reject", "return", NULL };
const VouchEnum vouch_location_values = { location_names };

static const VouchField fields[] = {
  VOUCH_FIELD (VouchStock, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchStock, lot_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchStock, status, vouch_lot_status_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchStock, location, vouch_location_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_QUANTITY (VouchStock, quantity, unit, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchStock, unit, TEXT, VOUCH_FIELD_REQUIRED),
};

VOUCH_DEFINE_RECORD (VouchStock, vouch_stock, "stock", fields)
