#include "vouch-administrator-key.h"

static const VouchField fields[] = {
  VOUCH_FIELD (VouchAdministratorKey, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchAdministratorKey, public_key, BYTES, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchAdministratorKey, user_id, ID, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchAdministratorKey, added_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchAdministratorKey, withdrawn_by, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchAdministratorKey, withdrawn_at, TIME, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchAdministratorKey, reason, TEXT, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchAdministratorKey, vouch_administrator_key, "administrator_key", fields)
