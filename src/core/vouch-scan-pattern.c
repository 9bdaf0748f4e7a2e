#include "vouch-scan-pattern.h"

static const char *const kind_names[] = { "waybill", "user", NULL };

const VouchEnum vouch_scan_pattern_kind_values = { kind_names };

static const char *const opens_names[] = { "delivery", "product", "lot", "location", "nothing", NULL };

const VouchEnum vouch_scan_pattern_opens_values = { opens_names };

static const VouchField fields[] = {
  VOUCH_FIELD (VouchScanPattern, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchScanPattern, name, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD_OF_ENUM (VouchScanPattern, kind, vouch_scan_pattern_kind_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchScanPattern, meaning, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchScanPattern, pattern, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD_OF_ENUM (VouchScanPattern, check_rule, vouch_carrier_check_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchScanPattern, opens, vouch_scan_pattern_opens_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchScanPattern, position, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchScanPattern, is_active, FLAG, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchScanPattern, changed_by, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchScanPattern, changed_at, TIME, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchScanPattern, vouch_scan_pattern, "scan_pattern", fields)
