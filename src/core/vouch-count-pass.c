#include "vouch-count-pass.h"

static const char *const count_outcome_names[] = { "open", "stands", "recount", "agrees", "differs", "settled", NULL };
const VouchEnum vouch_count_outcome_values = { count_outcome_names };

static const VouchField fields[] = {
  VOUCH_FIELD (VouchCountPass, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCountPass, receipt_line_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCountPass, recount, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_QUANTITY (VouchCountPass, counted, unit, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_QUANTITY (VouchCountPass, damaged, unit, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCountPass, unit, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD_OF_ENUM (VouchCountPass, outcome, vouch_count_outcome_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCountPass, reason, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCountPass, finished_by, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCountPass, finished_at, TIME, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchCountPass, vouch_count_pass, "count_pass", fields)
