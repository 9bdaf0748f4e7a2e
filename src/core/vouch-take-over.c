#include "vouch-take-over.h"

static const VouchField fields[] = {
  VOUCH_FIELD (VouchTakeOver, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchTakeOver, inspection_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchTakeOver, from_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchTakeOver, to_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchTakeOver, position, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchTakeOver, taken_at, TIME, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchTakeOver, vouch_take_over, "take_over", fields)
