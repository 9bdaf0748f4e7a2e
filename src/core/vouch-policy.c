#include "vouch-policy.h"

static const VouchField fields[] = {
  VOUCH_FIELD (VouchPolicy, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPolicy, name, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchPolicy, value, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPolicy, changed_by, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchPolicy, changed_at, TIME, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchPolicy, vouch_policy, "policy", fields)
