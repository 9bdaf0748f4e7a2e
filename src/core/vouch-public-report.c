#include "vouch-public-report.h"

static const char *const state_names[] = { "wanted", "made", "failed", NULL };
const VouchEnum vouch_public_report_state_values = { state_names };

static const VouchField fields[] = {
  VOUCH_FIELD (VouchPublicReport, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPublicReport, lot_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchPublicReport, state, vouch_public_report_state_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPublicReport, sha256, BYTES, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPublicReport, size, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPublicReport, wanted_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPublicReport, made_at, TIME, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchPublicReport, vouch_public_report, "public_report", fields)
