#include "vouch-scan-trace.h"

static const char *const origin_names[] = { "wedge", "picture", "camera", "serial", "typed", NULL };

const VouchEnum vouch_scan_trace_origin_values = { origin_names };

static const VouchField fields[] = {
  VOUCH_FIELD (VouchScanTrace, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchScanTrace, scanned_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchScanTrace, origin, vouch_scan_trace_origin_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchScanTrace, device, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchScanTrace, aim, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchScanTrace, text, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchScanTrace, kind, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchScanTrace, result, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchScanTrace, word, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchScanTrace, user_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchScanTrace, delivery, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchScanTrace, lot_id, ID, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchScanTrace, vouch_scan_trace, "scan_history", fields)
