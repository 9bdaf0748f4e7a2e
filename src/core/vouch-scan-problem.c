#include "vouch-scan-problem.h"

static const VouchField fields[] = {
  VOUCH_FIELD (VouchScanProblem, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchScanProblem, text, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchScanProblem, word, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchScanProblem, detail, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchScanProblem, user_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchScanProblem, scanned_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchScanProblem, acknowledged_at, TIME, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchScanProblem, vouch_scan_problem, "scan_problem", fields)
