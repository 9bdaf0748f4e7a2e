#include "vouch-party.h"

static const char *const party_kind_names[] = { "supplier", "carrier", "lab", "manufacturer", "customer", NULL };
const VouchEnum vouch_party_kind_values = { party_kind_names };

static const char *const party_state_names[] = { "candidate", "approved", "watch", "suspended", "removed", NULL };
const VouchEnum vouch_party_state_values = { party_state_names };

static const VouchField fields[] = {
  VOUCH_FIELD (VouchParty, id, ID, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchParty, code, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchParty, name_en, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD (VouchParty, name_zh, TEXT, VOUCH_FIELD_REQUIRED),
  VOUCH_FIELD_OF_ENUM (VouchParty, kind, vouch_party_kind_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD_OF_ENUM (VouchParty, state, vouch_party_state_values, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchParty, registration_number, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchParty, address, TEXT, VOUCH_FIELD_PLAIN),
  VOUCH_FIELD (VouchParty, phone, TEXT, VOUCH_FIELD_PLAIN),
};

VOUCH_DEFINE_RECORD (VouchParty, vouch_party, "party", fields)
