#include "vouch-lookup-cursor.h"

static const VouchField fields[] = {
  VOUCH_FIELD (VouchLookupCursor, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchLookupCursor, service, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchLookupCursor, event_seq, NUMBER, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchLookupCursor, vouch_lookup_cursor, "lookup_cursor", fields)
