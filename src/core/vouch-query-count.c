#include "vouch-query-count.h"

static const VouchField fields[] = {
  VOUCH_FIELD (VouchQueryCount, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQueryCount, lot, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchQueryCount, lot_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQueryCount, units, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQueryCount, queries, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQueryCount, marked, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQueryCount, first_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchQueryCount, last_at, TIME, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchQueryCount, vouch_query_count, "query_count", fields)
