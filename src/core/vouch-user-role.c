#include "vouch-user-role.h"

static const char *const role_names[] = { "inspector", "qa_lead", "service", "administrator", "auditor", NULL };
const VouchEnum vouch_role_values = { role_names };

static const VouchField fields[] = {
  VOUCH_FIELD (VouchUserRole, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchUserRole, user_id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchUserRole, role, vouch_role_values, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchUserRole, vouch_user_role, "user_role", fields)
