#include "vouch-user.h"

static const char *const user_state_names[] = { "active", "retired", NULL };
const VouchEnum vouch_user_state_values = { user_state_names };

static const VouchField fields[] = {
  VOUCH_FIELD (VouchUser, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchUser, badge, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchUser, name, TEXT, VOUCH_FIELD_REQUIRED | VOUCH_FIELD_PERSONAL),
  VOUCH_FIELD (VouchUser, personal_salt, BYTES, VOUCH_FIELD_SALT),
  VOUCH_FIELD (VouchUser, pin_hash, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchUser, state, vouch_user_state_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchUser, created_at, TIME, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchUser, vouch_user, "user", fields)
