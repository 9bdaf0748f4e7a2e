#include "vouch-code-version.h"

static const char *const cause_names[] = { "first", "rotation", "leak", "restore", "key_file", NULL };
const VouchEnum vouch_code_version_cause_values = { cause_names };

static const VouchField fields[] = {
  VOUCH_FIELD (VouchCodeVersion, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCodeVersion, version, NUMBER, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchCodeVersion, cause, vouch_code_version_cause_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCodeVersion, note, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCodeVersion, made_by, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCodeVersion, made_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCodeVersion, revoked_by, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCodeVersion, revoked_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCodeVersion, revoke_reason, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchCodeVersion, recovered, NUMBER, VOUCH_FIELD_ADDED),
  VOUCH_FIELD (VouchCodeVersion, seen_by, ID, VOUCH_FIELD_ADDED),
  VOUCH_FIELD (VouchCodeVersion, seen_at, TIME, VOUCH_FIELD_ADDED),
};

VOUCH_DEFINE_RECORD (VouchCodeVersion, vouch_code_version, "code_version", fields)
