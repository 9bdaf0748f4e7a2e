#include "vouch-recall-lot.h"

static const VouchField fields[] = {
  VOUCH_FIELD (VouchRecallLot, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchRecallLot, recall_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchRecallLot, lot_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_QUANTITY (VouchRecallLot, released, unit, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchRecallLot, unit, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchRecallLot, added_by, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchRecallLot, added_at, TIME, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchRecallLot, vouch_recall_lot, "recall_lot", fields)
