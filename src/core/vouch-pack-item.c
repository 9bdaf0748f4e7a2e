#include "vouch-pack-item.h"

static const VouchField fields[] = {
  VOUCH_FIELD (VouchPackItem, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPackItem, pack_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPackItem, lot_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPackItem, unit, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPackItem, child_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPackItem, added_by, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPackItem, added_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPackItem, removed_by, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPackItem, removed_at, TIME, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchPackItem, vouch_pack_item, "pack_item", fields)
