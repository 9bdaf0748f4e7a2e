#include "vouch-suspicion.h"

static const char *const suspicion_reason_names[] = { "many_queries",  "void_unit",       "on_hold", "recalled",
                                                      "reported_fake", "reported_unsafe", NULL };
const VouchEnum vouch_suspicion_reason_values = { suspicion_reason_names };

static const VouchField fields[] = {
  VOUCH_FIELD (VouchSuspicion, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchSuspicion, seq, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchSuspicion, at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchSuspicion, reason, vouch_suspicion_reason_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchSuspicion, lot, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchSuspicion, lot_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchSuspicion, key_version, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchSuspicion, unit, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchSuspicion, has_unit, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchSuspicion, serial, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchSuspicion, queries, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchSuspicion, case_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchSuspicion, acknowledged_by, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchSuspicion, acknowledged_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchSuspicion, note, TEXT, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchSuspicion, vouch_suspicion, "suspicion", fields)
